import type { ReactNode } from 'react';

/** A choice in here changes what it comes to: with script the totals are asked for again, without placing anything. */
export function Recalculates({ base, children }: { base: string; children: ReactNode }) {
  const asks = { 'hx-post': `${base}/checkout/preview`, 'hx-trigger': 'change', 'hx-target': 'body', 'hx-swap': 'outerMorph show:none' };
  return <div {...asks}>{children}</div>;
}
