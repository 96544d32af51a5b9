import type { ReceiptProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { ReceiptSection } from './receipt-section.tsx';

/** What the cart became since entry, and putting it back (C8). */
export function CartSince({ receipt, level }: { receipt: ReceiptProps; level: 2 | 3 }) {
  const t = useT();
  const { cartChanges, cartState, restore } = receipt;
  if (cartChanges.length === 0 && cartState === 'kept') return null;
  return (
    <ReceiptSection title={t('staff.receipt.cartChanges')} level={level}>
      {cartChanges.length > 0 ? (
        <ul className="plain-rows">
          {cartChanges.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
      {cartState === 'as-on-entry' ? <p>{t('staff.receipt.cartRestored')}</p> : null}
      {cartState === 'changed-by-others' ? <p>{t('staff.receipt.cartChangedByOthers')}</p> : null}
      {restore ? (
        <Form action={restore.action} hidden={{ version: restore.version }} className="grid justify-items-start gap-1">
          <Button>{t('staff.receipt.restore')}</Button>
          <p className="text-sm text-muted">{t('staff.receipt.restoreText')}</p>
        </Form>
      ) : null}
    </ReceiptSection>
  );
}
