import { useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { ProductImage } from '../../../ui/product-image.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { OptionsProps } from './product-options.tsx';

/** Every version on one page: SKU, stock, picture, its own base price where it has one, and whether it is sold. */
export function ProductVersions(props: OptionsProps) {
  const t = useT();
  const { product, variants, problems } = props;
  const wrong = problems.filter(({ field }) => field?.startsWith('v.')).length;
  return (
    <Form action={`${product.href}/versions`} label={t('options.versions')} noValidate>
      <Panel title={t('options.versions')} level={2}>
        <div className="grid gap-4">
          <p className="text-sm text-muted">{t('options.versionsHelp')}</p>
          {wrong > 0 ? <ProblemList problems={[{ code: 'invalid-input', text: t('options.wrongFields', { count: wrong }) }]} /> : null}
          <ul className="versions">
            {variants.map((variant) => (
              <Version key={variant.id} {...props} variant={variant} />
            ))}
          </ul>
          <div className="form-actions">
            <Button tone="primary">{t('options.saveVersions')}</Button>
          </div>
        </div>
      </Panel>
    </Form>
  );
}

function Version({ variant, websites, images, pictures, problems, typed }: OptionsProps & { variant: OptionsProps['variants'][number] }) {
  const t = useT();
  const at = (name: string) => `v.${variant.id}.${name}`;
  const field = (name: string) => ({ name: at(name), value: typed[at(name)], problem: problemAt(problems, at(name)) });
  return (
    <li>
      <fieldset>
        <legend>{variant.label}</legend>
        <input type="hidden" name={at('was')} value={typed[at('was')] ?? ''} />
        <ProductImage src={variant.image} size={56} />
        <div className="version-fields">
          <TextField {...field('sku')} label={t('prices.sku')} autoComplete="off" maxLength={40} />
          <TextField {...field('stock')} label={t('products.stock')} inputMode="numeric" autoComplete="off" maxLength={10} />
          {websites.map(({ id, currency }) => (
            <TextField key={id} {...field(`base.${id}`)} label={t('products.baseIn', { currency })} inputMode="decimal" autoComplete="off" maxLength={40} placeholder={typed[`base.${id}`] ?? ''} />
          ))}
          <Select {...field('image')} label={t('products.image')} options={[...pictures.rows.map(({ picture }, index) => ({ value: picture, label: t('images.number', { number: index + 1 }) })), ...images.map((image) => ({ value: image, label: image.replace(/\.svg$/u, '') }))]} />
          <div className="version-sold">
            <Checkbox name={at('active')} label={t('products.active')} checked={typed[at('active')] === '1'} />
            <a href={variant.pricesHref} className="text-sm">
              {t('options.allPrices')}
            </a>
          </div>
        </div>
      </fieldset>
    </li>
  );
}
