import type { Money } from '@onbehalf/core';
import { useFormat, useT } from '../shell/request-context.tsx';
import { Badge } from './badge.tsx';
import { LineOptions } from './line-options.tsx';
import { Price } from './price.tsx';
import { ProductImage } from './product-image.tsx';

export interface ListedLine {
  sku: string;
  name: string;
  /** "Colour: Red, Size: M" (G1). */
  options?: string;
  image: string;
  href?: string | null;
  quantity: number;
  unit: Money;
  originalUnit: Money | null;
  /** Where a changed price came from, as a tag. */
  priceTag?: string | null;
  total: Money;
}

/** Lines that can't be changed any more: an order, or the review before placing it. */
export function LineList({ lines, label }: { lines: readonly ListedLine[]; label: string }) {
  return (
    <ul className="line-list" aria-label={label}>
      {lines.map((line) => (
        <Line key={`${line.sku} ${line.unit.minor}`} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: ListedLine }) {
  const t = useT();
  const { money, number } = useFormat();
  return (
    <li>
      <ProductImage src={line.image} size={56} />
      <div className="line-list-name">
        {line.href ? <a href={line.href}>{line.name}</a> : <span>{line.name}</span>}
        <LineOptions options={line.options} />
        <span className="line-list-more">
          <span className="sku">{line.sku}</span>
          {line.priceTag ? (
            <Badge tone="actor" icon="tag">
              {line.priceTag}
            </Badge>
          ) : null}
        </span>
      </div>
      <div className="line-list-unit">
        {t('ui.quantityTimes', { quantity: number(line.quantity), price: money(line.unit) })}
        {line.originalUnit ? (
          <s className="price-was">
            <span className="sr-only">{t('ui.priceBefore')} </span>
            {money(line.originalUnit)}
          </s>
        ) : null}
      </div>
      <div className="line-list-total">
        <Price amount={line.total} />
      </div>
    </li>
  );
}
