import type { ReactNode } from 'react';
import { Shell } from '../../../shell/shell.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';

/** One short form in the middle of the page. */
export function SignInLayout({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <Shell title={title} width="narrow">
      <PageHeader title={title} text={text} />
      <div className="grid gap-4">{children}</div>
    </Shell>
  );
}
