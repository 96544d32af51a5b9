import type { RecoveryCodesProps } from '../../props/sign-in.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PrintButton } from '../../ui/print-button.tsx';

/** Shown once, to be kept outside the shop (A2). */
export function RecoveryCodesPage({ codes, next, atLogin }: RecoveryCodesProps) {
  const t = useT();
  return (
    <Shell title={t('recovery.title')} width="narrow">
      <div className="gate">
        <PageHeader title={t('recovery.title')} />
        <Alert tone="good" title={t('recovery.done')}>
          <p>{t('recovery.text')}</p>
        </Alert>
        <ol className="recovery-codes" aria-label={t('recovery.list')} translate="no">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <div className="filter-actions">
          <ButtonLink href={next} tone="primary">
            {atLogin ? t('recovery.toPortal') : t('recovery.next')}
          </ButtonLink>
          <PrintButton />
        </div>
      </div>
    </Shell>
  );
}
