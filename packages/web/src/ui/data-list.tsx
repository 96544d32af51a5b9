import type { ReactNode } from 'react';

interface DataListProps {
  items: readonly { label: string; value: ReactNode }[];
  /** `rows`: label left, value right; `stacked`: label above its value. */
  layout?: 'rows' | 'stacked';
}

/** Labels and values, for facts about one thing. */
export function DataList({ items, layout = 'rows' }: DataListProps) {
  return (
    <dl className={`data-list data-list-${layout}`}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
