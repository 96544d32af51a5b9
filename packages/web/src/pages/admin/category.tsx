import type { AdminCategoryProps } from '../../props/catalog.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../ui/problems.ts';
import { TextField } from '../../ui/text-field.tsx';
import { LANGUAGES } from './parts/languages.ts';

/** One category: its name in each language, its address, its place. */
export function AdminCategoryPage({ href, name, problems, typed }: AdminCategoryProps) {
  const t = useT();
  const title = href === null ? t('categories.new') : name;
  const at = (field: string) => problemAt(problems, field);
  const save = (
    <Button tone="primary" form="category">
      {t('prices.save')}
    </Button>
  );
  return (
    <Shell title={title}>
      <PageHeader title={title} above={<Breadcrumb crumbs={[{ name: t('categories.title'), href: '/admin/categories' }]} here={title} />} actions={save} />
      <ProblemList problems={problemsBeside(problems, ['name.en', 'slug', 'position'])} />
      <Form id="category" action={href ?? '/admin/categories'} className="panel panel-body form-stack" noValidate>
        {LANGUAGES.map((language) => (
          <TextField key={language.code} name={`name.${language.code}`} label={t('products.nameIn', { language: language.name })} value={typed[`name.${language.code}`]} autoComplete="off" maxLength={120} problem={at(`name.${language.code}`)} optional={language.code !== 'en'} />
        ))}
        <TextField name="slug" label={t('products.slug')} hint={t('products.slugHint')} value={typed.slug} autoComplete="off" maxLength={80} problem={at('slug')} optional={href === null} />
        <TextField name="position" label={t('categories.position')} hint={t('categories.positionHint')} value={typed.position} inputMode="numeric" autoComplete="off" maxLength={5} problem={at('position')} />
      </Form>
    </Shell>
  );
}
