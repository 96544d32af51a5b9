import type { ReactNode } from 'react';

/** A choice in here changes what it comes to: with script the totals are asked for again, without placing anything. */
export function Recalculates({ base, only, children }: { base: string; /** A selector without a space: no other field in here does. */ only?: string; children: ReactNode }) {
  const asks = { 'hx-post': `${base}/checkout/preview`, 'hx-trigger': only === undefined ? 'change' : `change from:${only}`, 'hx-target': 'body', 'hx-swap': 'outerMorph show:none', 'data-keeps-typed': '' };
  return <div {...asks}>{children}</div>;
}
