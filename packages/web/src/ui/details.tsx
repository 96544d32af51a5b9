import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** More, on demand. */
export function Details({ summary, open, children, className }: { summary: ReactNode; open?: boolean; children: ReactNode; className?: string }) {
  return (
    <details className={className ? `details ${className}` : 'details'} open={open}>
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
