import type { Money } from '@onbehalf/core';
import { useFormat, useT } from '../shell/request-context.tsx';

interface PriceProps {
  amount: Money;
  /** The higher or original amount, struck through but readable. */
  was?: Money | null | undefined;
  size?: 'normal' | 'large' | 'display';
  signed?: boolean;
}

/** An amount: tabular figures, full contrast, never broken over two lines. */
export function Price({ amount, was, size = 'normal', signed }: PriceProps) {
  const { money } = useFormat();
  const t = useT();
  const now = <span className={`price price-${size}`}>{money(amount, { signed: signed ?? false })}</span>;
  if (!was) return now;
  return (
    <span className="price-pair">
      {now}
      <s className="price-was">
        <span className="sr-only">{t('ui.priceBefore')} </span>
        {money(was)}
      </s>
    </span>
  );
}
