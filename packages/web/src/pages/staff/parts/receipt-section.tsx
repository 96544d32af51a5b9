import type { ReactNode } from 'react';

/** A part of the receipt; its heading follows the one above it, panel or page. */
export function ReceiptSection({ title, level, children }: { title: string; level: 2 | 3; children: ReactNode }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="receipt-section">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}
