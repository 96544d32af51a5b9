import type { AdminProductProps, AdminProductRow } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { problemAt } from '../../ui/problems.ts';
import { SideSections } from '../../ui/side-sections.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ProductGeneral } from './parts/product-general.tsx';
import { ProductImages } from './parts/product-images.tsx';
import { ProductOptions } from './parts/product-options.tsx';
import { ProductPrices } from './parts/product-prices.tsx';

/** One product under "Product Information": General, Images, Options and versions or Stock, Prices, Websites. */
export function AdminProductPage(props: AdminProductProps) {
  const t = useT();
  const { product, kind, section, sections } = props;
  const title = product === null ? t('products.newTitle', { kind: t(`products.kind.${kind}`) }) : product.name;
  const save = (
    <Button tone="primary" form="product">
      {t('prices.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader title={title} text={product?.sku} above={<Breadcrumb crumbs={[{ name: t('products.title'), href: '/admin/products' }]} here={title} />} actions={section === 'prices' || section === 'options' || (section === 'images' && props.pictures.rows.length === 0) || (section === 'stock' && kind !== 'simple') ? undefined : save} />
      {product === null ? (
        <SideSections title={t('products.kind')} sections={(['simple', 'configurable', 'virtual', 'downloadable'] as const).map((one) => ({ label: t(`products.kind.${one}`), href: `/admin/products/new?kind=${one}`, current: one === kind }))}>
          <ProductGeneral {...props} action="/admin/products" />
        </SideSections>
      ) : (
        <SideSections title={t('products.information')} sections={sections}>
          {section === 'general' ? <ProductGeneral {...props} action={product.href} /> : null}
          {section === 'images' ? <ProductImages {...props} product={product} /> : null}
          {section === 'options' ? <ProductOptions {...props} product={product} /> : null}
          {section === 'prices' ? <ProductPrices {...props} product={product} /> : null}
          {section === 'stock' ? <Stock {...props} product={product} /> : null}
          {section === 'websites' ? <Websites {...props} product={product} /> : null}
        </SideSections>
      )}
    </Shell>
  );
}

type Section = AdminProductProps & { product: AdminProductRow };

function Stock({ product, kind, problems, typed }: Section) {
  const t = useT();
  if (kind !== 'simple') return <Alert>{t('products.noStock')}</Alert>;
  return (
    <Form id="product" action={`${product.href}/stock`} hidden={{ was: typed.was ?? '' }} className="panel panel-body form-stack" noValidate>
      <TextField name="stock" label={t('products.stock')} hint={t('products.stockHint')} value={typed.stock} inputMode="numeric" autoComplete="off" maxLength={10} problem={problemAt(problems, 'stock')} />
    </Form>
  );
}

function Websites({ product, websites, problems, typed }: Section) {
  const t = useT();
  return (
    <Form id="product" action={`${product.href}/websites`} className="stack" noValidate>
      {websites.map(({ id, name, currency }) => (
        <Panel key={id} title={name} level={3}>
          <div className="form-stack">
            <Checkbox name={`sold.${id}`} label={t('products.soldOn', { website: name })} checked={typed[`sold.${id}`] === '1'} />
            <div className="field-pair">
              <TextField name={`base.${id}`} label={t('products.baseIn', { currency })} value={typed[`base.${id}`]} inputMode="decimal" autoComplete="off" maxLength={40} problem={problemAt(problems, `base.${id}`)} />
              <TextField name={`cost.${id}`} label={t('products.costIn', { currency })} hint={t('products.costHint')} value={typed[`cost.${id}`]} inputMode="decimal" autoComplete="off" maxLength={40} problem={problemAt(problems, `cost.${id}`)} optional />
            </div>
          </div>
        </Panel>
      ))}
      <p className="text-sm">
        <ButtonLink href={product.shopHref} tone="quiet" icon="arrow-right">
          {t('products.inShop')}
        </ButtonLink>
      </p>
    </Form>
  );
}
