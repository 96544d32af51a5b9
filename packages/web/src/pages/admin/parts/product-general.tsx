import type { AdminProductProps } from '../../../props/catalog.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Form } from '../../../ui/form.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LANGUAGES } from './languages.ts';

const FIELDS = ['sku', 'slug', 'name.en', 'category', 'taxClass', 'image', 'weight'];

/** What a product is: names and texts in each language, SKU, address, category, tax class, picture, weight. */
export function ProductGeneral({ product, kind, action, categories, taxClasses, images, problems, typed }: AdminProductProps & { action: string }) {
  const t = useT();
  const at = (field: string) => problemAt(problems, field);
  return (
    <>
      <ProblemList problems={problemsBeside(problems, FIELDS)} />
      <Form id="product" action={action} hidden={product === null ? { kind } : {}} className="panel panel-body form-stack" noValidate>
        <Checkbox name="active" label={t('products.active')} checked={typed.active === '1'} hint={t('products.activeHint')} />
        <div className="field-pair">
          <TextField name="sku" label={t('prices.sku')} value={typed.sku} autoComplete="off" maxLength={40} problem={at('sku')} />
          <TextField name="slug" label={t('products.slug')} hint={t('products.slugHint')} value={typed.slug} autoComplete="off" maxLength={80} problem={at('slug')} optional={product === null} />
        </div>
        {LANGUAGES.map(({ code, name }) => (
          <TextField key={code} name={`name.${code}`} label={t('products.nameIn', { language: name })} value={typed[`name.${code}`]} autoComplete="off" maxLength={200} problem={at(`name.${code}`)} optional={code !== 'en'} />
        ))}
        <Select name="category" label={t('prices.category')} options={categories} value={typed.category} problem={at('category')} />
        <div className="field-pair">
          <Select name="taxClass" label={t('products.taxClass')} options={taxClasses} value={typed.taxClass} problem={at('taxClass')} />
          <TextField name="weight" label={t('products.weight')} value={typed.weight} inputMode="numeric" autoComplete="off" maxLength={9} problem={at('weight')} />
        </div>
        <Select name="image" label={t('products.image')} hint={t('products.imageHint')} options={images.map((image) => ({ value: image, label: image.replace(/\.svg$/u, '') }))} value={typed.image} problem={at('image')} />
        {LANGUAGES.map(({ code, name }) => (
          <TextArea key={`summary.${code}`} name={`summary.${code}`} label={t('products.summaryIn', { language: name })} value={typed[`summary.${code}`]} rows={2} maxLength={500} optional />
        ))}
        {LANGUAGES.map(({ code, name }) => (
          <TextArea key={`description.${code}`} name={`description.${code}`} label={t('products.descriptionIn', { language: name })} value={typed[`description.${code}`]} rows={5} maxLength={8000} optional />
        ))}
      </Form>
    </>
  );
}
