import type { AdminOrderProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { LoginAsCustomer } from '../../../ui/login-as-customer.tsx';

/** What can be done with the order now. */
export function OrderActions({ order, entry, actions }: AdminOrderProps) {
  const t = useT();
  const here = `/admin/orders/${order.number}`;
  return (
    <>
      <LoginAsCustomer entry={entry} />
      {actions.invoice ? <ButtonLink href={`${here}/invoice`}>{t('sales.act.invoice')}</ButtonLink> : null}
      {actions.ship ? <ButtonLink href={`${here}/shipment`}>{t('sales.act.shipment')}</ButtonLink> : null}
      {actions.refund ? <ButtonLink href={`${here}/credit-memo`}>{t('sales.act.credit-memo')}</ButtonLink> : null}
      {actions.cancel ? <Cancel number={order.number} /> : null}
    </>
  );
}

function Cancel({ number }: { number: string }) {
  const t = useT();
  const form = 'cancel-order-form';
  return (
    <>
      <Button type="button" command="show-modal" commandFor="cancel-order">
        {t('sales.act.cancel')}
      </Button>
      <Dialog
        id="cancel-order"
        title={t('sales.cancel.title', { number })}
        actions={
          <Button tone="danger" form={form}>
            {t('sales.cancel.confirm')}
          </Button>
        }
      >
        <p>{t('sales.cancel.text')}</p>
        <Form id={form} action={`/admin/orders/${number}/cancel`} />
      </Dialog>
    </>
  );
}
