import type { ReorderProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ProductImage } from '../../ui/product-image.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Which products of an order, and how many, go into the cart again; what can't is there with why (D7). */
export function ReorderPage({ number, lines, leftOut, problems, typed }: ReorderProps) {
  const t = useT();
  const { base } = useStore();
  const title = t('reorder.title', { number });
  const order = `${base}/account/orders/${number}`;
  return (
    <Shell title={title} width="reading">
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('order.title', { number }), href: order }]} here={t('order.reorder')} />} title={title} text={t('reorder.text')} />
      <Form action={`${order}/reorder`} hidden={{ chosen: '1' }} className="grid gap-4" noValidate>
        <ProblemList problems={problemsBeside(problems, lines.map(({ sku }) => sku))} />
        <LeftOut leftOut={leftOut} />
        <Panel title={t('order.lines')} flush>
          <ul className="replaceable">
            {lines.map((line) => (
              <Line key={line.sku} line={line} problems={problems} typed={typed} />
            ))}
          </ul>
        </Panel>
        <Button tone="primary" size="large" icon="cart">
          {t('reorder.add')}
        </Button>
      </Form>
    </Shell>
  );
}

function LeftOut({ leftOut }: Pick<ReorderProps, 'leftOut'>) {
  const t = useT();
  const { base } = useStore();
  if (leftOut.length === 0) return null;
  return (
    <Alert tone="warn" title={t('reorder.left')} action={<ButtonLink href={`${base}/cart`}>{t('reorder.toCart')}</ButtonLink>}>
      <ul className="grid gap-1">
        {leftOut.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Line({ line, problems, typed }: { line: ReorderProps['lines'][number] } & Pick<ReorderProps, 'problems' | 'typed'>) {
  const t = useT();
  const { number } = useFormat();
  const { sku, name, image, ordered, state, stock } = line;
  const isClosed = state === 'gone' || state === 'out';
  const offered = isClosed ? 0 : Math.min(ordered, stock ?? ordered);
  return (
    <li>
      <ProductImage src={image} size={56} />
      <div>
        <p>{name}</p>
        <p className="text-sm text-muted">
          <span className="sku">{sku}</span> · {t('reorder.ordered', { ordered: number(ordered) })}
          {state === 'open' ? '' : ` · ${t(`reorder.${state}`, { stock: number(stock ?? 0) })}`}
        </p>
      </div>
      <TextField
        label={t('reorder.quantity')}
        name={`quantity:${sku}`}
        id={`reorder-${sku}`}
        value={typed[sku] ?? String(offered)}
        problem={problemAt(problems, sku)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        disabled={isClosed}
      />
    </li>
  );
}
