import { DOCUMENT_KINDS } from '@onbehalf/core';
import type { DocumentRow } from '../../../props/shared.ts';
import { useT } from '../../../shell/request-context.tsx';
import { DocumentTable, documentsTitle } from '../../../ui/document-table.tsx';
import { Panel } from '../../../ui/panel.tsx';

/** Invoices, shipments and refunds of the order, each kind that there is. */
export function OrderDocuments({ documents }: { documents: readonly DocumentRow[] }) {
  const t = useT();
  return DOCUMENT_KINDS.map((kind) => {
    const rows = documents.filter((document) => document.kind === kind);
    if (rows.length === 0) return null;
    return (
      <Panel key={kind} title={t(documentsTitle[kind])} flush>
        <DocumentTable kind={kind} rows={rows} />
      </Panel>
    );
  });
}
