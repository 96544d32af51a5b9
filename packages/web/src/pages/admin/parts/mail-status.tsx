import type { MailProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';

const TONES = { waiting: 'warn', sent: 'good', failed: 'bad' } as const;

export function MailStatus({ status }: Pick<MailProps, 'status'>) {
  const t = useT();
  return <Badge tone={TONES[status]}>{t(`admin.mails.status.${status}`)}</Badge>;
}
