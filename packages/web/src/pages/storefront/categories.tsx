import type { CategoriesProps } from '../../props/storefront.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** Every category that has something for sale, where there are more than a header can hold. */
export function CategoriesPage({ categories }: CategoriesProps) {
  const t = useT();
  const title = t('shell.allCategories');
  return (
    <Shell title={title}>
      <PageHeader title={title} text={t('categories.count', { count: categories.length })} />
      <ul className="category-index">
        {categories.map((category) => (
          <li key={category.href}>
            <a href={category.href}>{category.name}</a>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
