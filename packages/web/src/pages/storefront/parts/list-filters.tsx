import type { ListChoice, ProductListView } from '../../../props/product-list.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Details } from '../../../ui/details.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { TextField } from '../../../ui/text-field.tsx';

/** Choices of a group that are seen at once; the others are one tap away. */
const AT_ONCE = 8;

/** What narrows a list down: beside it on a desk, folded above it on a phone, where the choice waits for its button. */
export function ListFilters({ list }: { list: ProductListView }) {
  const t = useT();
  const { path, query, sort, chips, facets, categories, inStock } = list;
  return (
    <Form action={path} method="get" className="list-filters" label={t('list.filters')} noValidate hidden={{ ...(query ? { q: query } : {}), ...(sort === 'best' ? {} : { sort }) }}>
      <details className="filters-fold" open={list.problems.length > 0}>
        <summary className="button">
          <Icon name="settings" />
          {t('list.filtersChosen', { count: chips.length })}
        </summary>
        <auto-submit class="filter-groups">
          {inStock.count > 0 || inStock.chosen ? (
            <div className="filter-group">
              <Checkbox name="stock" label={t('category.inStockOnly')} checked={inStock.chosen} />
            </div>
          ) : null}
          <PriceRange list={list} />
          {categories.length > 1 || categories.some(({ chosen }) => chosen) ? <Choices name="c" label={t('list.category')} choices={categories} /> : null}
          {facets.map((facet) => (
            <Choices key={facet.code} name="f" label={facet.label} choices={facet.values} />
          ))}
          <div className="filter-foot">
            <Button wide>{t('list.show')}</Button>
          </div>
        </auto-submit>
      </details>
    </Form>
  );
}

function PriceRange({ list: { price, problems } }: { list: ProductListView }) {
  const t = useT();
  const field = (name: 'from' | 'to') => <TextField name={name} id={`list-${name}`} label={t(`list.${name}`)} value={price[name]} inputMode="decimal" problem={problemAt(problems, name)} maxLength={40} />;
  return (
    <fieldset className="filter-group">
      <legend>{t('list.price', { currency: price.currency })}</legend>
      <div className="filter-range">
        {field('from')}
        {field('to')}
      </div>
    </fieldset>
  );
}

function Choices({ name, label, choices }: { name: 'c' | 'f'; label: string; choices: readonly ListChoice[] }) {
  const t = useT();
  const [first, others] = [choices.slice(0, AT_ONCE), choices.slice(AT_ONCE)];
  return (
    <fieldset className="filter-group">
      <legend>{label}</legend>
      {first.map((choice) => (
        <Choice key={choice.code} {...{ name, choice }} />
      ))}
      {others.length > 0 ? (
        <Details summary={t('list.more', { count: others.length })} open={others.some(({ chosen }) => chosen)}>
          {others.map((choice) => (
            <Choice key={choice.code} {...{ name, choice }} />
          ))}
        </Details>
      ) : null}
    </fieldset>
  );
}

function Choice({ name, choice }: { name: 'c' | 'f'; choice: ListChoice }) {
  const t = useT();
  const { number } = useFormat();
  const id = `list-${name}-${choice.code}`;
  return (
    <div className="checkbox filter-choice">
      <input type="checkbox" name={name} id={id} value={choice.code} defaultChecked={choice.chosen} />
      <label htmlFor={id}>
        <span>{choice.label}</span>
        <span className="filter-count">
          <span aria-hidden="true">{number(choice.count)}</span>
          <span className="sr-only">, {t('category.count', { count: choice.count })}</span>
        </span>
      </label>
    </div>
  );
}
