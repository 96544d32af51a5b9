import type { ReplacementProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { LineOptions } from '../../ui/line-options.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ProductImage } from '../../ui/product-image.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Which goods of an order, and how many, are sent again free of charge (D7). */
export function ReplacementPage({ number, products, problems, typed }: ReplacementProps) {
  const t = useT();
  const { base } = useStore();
  const title = t('replacement.title', { number });
  const order = `${base}/account/orders/${number}`;
  return (
    <Shell title={title} width="reading">
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('order.title', { number }), href: order }]} here={t('order.replacement')} />} title={title} text={t('replacement.text')} />
      <Form action={`${order}/replacement`} className="grid gap-4" noValidate>
        <ProblemList problems={problemsBeside(problems, products.map(({ sku }) => sku))} />
        <Panel title={t('order.lines')} flush>
          <ul className="replaceable">
            {products.map((product) => (
              <Replaceable key={product.sku} product={product} problems={problems} typed={typed} />
            ))}
          </ul>
        </Panel>
        <Button tone="primary" size="large">
          {t('replacement.start')}
        </Button>
      </Form>
    </Shell>
  );
}

function Replaceable({ product, problems, typed }: { product: ReplacementProps['products'][number] } & Pick<ReplacementProps, 'problems' | 'typed'>) {
  const t = useT();
  const { number } = useFormat();
  const { sku, name, options, image, ordered, left } = product;
  return (
    <li>
      <ProductImage src={image} size={56} />
      <div>
        <p>{name}</p>
        <LineOptions options={options} />
        <p className="text-sm text-muted">
          <span className="sku">{sku}</span> · {t('replacement.ordered', { ordered: number(ordered) })}
          {left < ordered ? ` · ${t('replacement.left', { left: number(left) })}` : ''}
        </p>
      </div>
      <TextField
        label={t('replacement.quantity')}
        name={`quantity:${sku}`}
        id={`replace-${sku}`}
        value={typed[sku] ?? '0'}
        problem={problemAt(problems, sku)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        disabled={left === 0}
      />
    </li>
  );
}
