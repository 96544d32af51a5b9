import type { HandoffProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useStore, useT } from '../../shell/request-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/**
 * The ticket comes behind the number sign of the address, where only script can read it: this page is the one that needs it
 * (G5). Without, or without a ticket, it says so and leads back.
 */
export function HandoffPage({ storeName, backHref }: HandoffProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Shell title={t('handoff.title', { store: storeName })} width="narrow">
      <div className="gate">
        <PageHeader title={t('handoff.title', { store: storeName })} text={t('handoff.text')} />
        <hand-over fragment="ticket">
          <Form action={`${base}/assist`} hidden={{ ticket: '' }} boost={false} />
          <div className="hand-over-stuck stack">
            <p>{t('handoff.stuck')}</p>
            <p>
              <ButtonLink href={backHref} tone="primary" icon="arrow-left">
                {t('handoff.back')}
              </ButtonLink>
            </p>
          </div>
        </hand-over>
      </div>
    </Shell>
  );
}
