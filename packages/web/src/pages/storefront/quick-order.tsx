import type { QuickOrderProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CsvField } from '../../ui/csv-field.tsx';
import { Form } from '../../ui/form.tsx';
import { LineOptions } from '../../ui/line-options.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { ProductImage } from '../../ui/product-image.tsx';

/** A list of SKUs, typed as the customer says them or read from a file; what isn't right stays to be mended (D7). */
export function QuickOrderPage({ typed, problems, added, usual }: QuickOrderProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Shell title={t('quick.title')} width="reading">
      <PageHeader title={t('quick.title')} text={t('quick.text')} />
      <div className="grid gap-4">
        {added.length > 0 ? <Added added={added} /> : null}
        <ProblemList problems={problems} />
        <Form action={`${base}/quick-order`} className="grid gap-4">
          <CsvField label={t('quick.lines')} name="lines" value={typed.lines} hint={t('quick.hint')} rows={8} />
          <Button tone="primary" size="large">
            {t('quick.add')}
          </Button>
        </Form>
        {usual.length > 0 ? <Usual usual={usual} /> : null}
      </div>
    </Shell>
  );
}

function Added({ added }: Pick<QuickOrderProps, 'added'>) {
  const t = useT();
  const { number, money } = useFormat();
  const { base } = useStore();
  return (
    <Alert tone="good">
      <p>{t('quick.added', { count: added.length })}</p>
      <ul>
        {added.map(({ sku, quantity, name, price }, index) => (
          <li key={`${index} ${sku}`}>
            {number(quantity)} × {name} <span className="sku">{sku}</span> · {t('cart.each', { price: money(price) })}
          </li>
        ))}
      </ul>
      <ButtonLink href={`${base}/cart`}>{t('account.goToCart')}</ButtonLink>
    </Alert>
  );
}

/** One tap each, with the pieces of last time. */
function Usual({ usual }: Pick<QuickOrderProps, 'usual'>) {
  const t = useT();
  const { number, money } = useFormat();
  const { base } = useStore();
  return (
    <Panel title={t('quick.usual')} flush>
      <ul className="replaceable">
        {usual.map(({ sku, name, options, image, href, orders, quantity, price }) => (
          <li key={sku}>
            <ProductImage src={image} size={56} />
            <div>
              <a href={href}>{name}</a>
              <LineOptions options={options} />
              <p className="text-sm text-muted">
                <span className="sku">{sku}</span> · {t('quick.orders', { count: orders })} · {t('cart.each', { price: money(price) })}
              </p>
            </div>
            <Form action={`${base}/cart/lines`} hidden={{ sku, quantity }}>
              <Button label={t('quick.addUsualNamed', { quantity: number(quantity), name: options ? `${name}, ${options}` : name })}>{t('quick.addUsual', { quantity: number(quantity) })}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
