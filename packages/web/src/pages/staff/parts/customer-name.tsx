import type { CustomerRow } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** Name first, then what tells two of the same name apart. */
export function CustomerName({ row }: { row: CustomerRow }) {
  const t = useT();
  return (
    <div className="customer-name">
      <span className="customer-title">
        <Icon name="subject" className="customer-icon" />
        <a href={`/staff/customers/${encodeURIComponent(row.id)}`} title={row.name}>
          <bdi>{row.name}</bdi>
        </a>
        {row.status === 'active' ? null : <Badge tone="bad">{t(`staff.status.${row.status}`)}</Badge>}
      </span>
      <span className="customer-more" title={row.company ? `${row.company} · ${row.email}` : row.email}>
        {row.company ? (
          <>
            <bdi>{row.company}</bdi>
            {' · '}
          </>
        ) : null}
        {row.email}
      </span>
      {row.standsInFor.length > 0 ? <span className="customer-more">{t('deputies.for', { name: row.standsInFor.join(', ') })}</span> : null}
    </div>
  );
}
