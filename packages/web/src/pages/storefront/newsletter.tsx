import type { NewsletterProps } from '../../props/storefront.ts';
import { useStore, useT } from '../../shell/request-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AccountLayout } from './parts/account-layout.tsx';

export function NewsletterPage({ subscribed, canChange }: NewsletterProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <AccountLayout title={t('account.newsletter')}>
      <PageHeader title={t('account.newsletter')} />
      <Panel className="max-w-xl">
        <Form action={`${base}/account/newsletter`} className="grid gap-4">
          <Checkbox name="subscribed" label={t('newsletter.box')} hint={t('newsletter.hint')} checked={subscribed} disabled={!canChange} />
          <div>
            <Button tone="primary" disabled={!canChange}>
              {t('newsletter.save')}
            </Button>
          </div>
        </Form>
      </Panel>
    </AccountLayout>
  );
}
