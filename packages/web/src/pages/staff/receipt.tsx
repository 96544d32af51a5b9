import type { ReceiptProps } from '../../props/staff.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReceiptBody } from './parts/receipt-body.tsx';

/** The receipt as a page of its own, to come back to. */
export function StaffReceiptPage(receipt: ReceiptProps) {
  const t = useT();
  const title = t('staff.receipt.title', { name: receipt.subjectName });
  return (
    <Shell title={title} width="reading">
      <PageHeader title={title} actions={<ButtonLink href="/staff/customers">{t('staff.receipt.enterAgain')}</ButtonLink>} />
      <Panel>
        <ReceiptBody receipt={receipt} level={2} />
      </Panel>
    </Shell>
  );
}
