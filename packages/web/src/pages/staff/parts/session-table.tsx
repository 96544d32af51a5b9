import type { StaffSessionView } from '../../../props/sign-in.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Table, type Column } from '../../../ui/table.tsx';

interface SessionTableProps {
  sessions: readonly StaffSessionView[];
  /** Where to end one; null: not by this viewer. */
  endPath: ((id: string) => string) | null;
}

/** Open sessions and tokens, each by what can be said of it without its secret. */
export function SessionTable({ sessions, endPath }: SessionTableProps) {
  const t = useT();
  const { date } = useFormat();
  const when = (at: Date) => <time dateTime={at.toISOString()}>{date(at, 'dateTime')}</time>;
  const end: Column<StaffSessionView> = {
    key: 'end', label: t('sessions.end'), hideLabel: true,
    cell: (row) => (
      <Form action={endPath?.(row.id) ?? ''} boost={!row.isCurrent}>
        <Button tone="quiet" size="small" icon="close" label={t('sessions.endNamed', { what: programOf(t, row) })}>
          {t('sessions.end')}
        </Button>
      </Form>
    ),
  };
  const columns: Column<StaffSessionView>[] = [
    { key: 'program', label: t('sessions.list'), primary: true, cell: (row) => <Named row={row} /> },
    { key: 'since', label: t('sessions.since'), cell: (row) => when(row.since) },
    { key: 'used', label: t('sessions.used'), cell: (row) => when(row.lastUsedAt) },
    { key: 'address', label: t('sessions.address'), cell: (row) => (row.address === '' ? <span className="text-muted">{t('sessions.noAddress')}</span> : <code className="session-address">{row.address}</code>) },
    ...(endPath === null ? [] : [end]),
  ];
  return <Table caption={t('sessions.list')} columns={columns} rows={sessions} rowKey={(row) => row.id} />;
}

function Named({ row }: { row: StaffSessionView }) {
  const t = useT();
  return (
    <span className="session-name">
      <span>{programOf(t, row)}</span>
      {row.kind === 'api' ? <Badge>{t('sessions.token')}</Badge> : null}
      {row.isCurrent ? <Badge tone="accent">{t('sessions.current')}</Badge> : null}
      {row.inside === null ? null : <Badge tone="actor">{t('sessions.inside', { name: row.inside })}</Badge>}
    </span>
  );
}

function programOf(t: ReturnType<typeof useT>, { program, system }: StaffSessionView): string {
  if (program === null) return system ?? t('sessions.unknown');
  return system === null ? program : t('sessions.program', { program, system });
}
