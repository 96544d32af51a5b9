import type { CheckoutChange } from '../../../props/storefront.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';

/** What is different since the page that was looked at: whoever orders next has seen it (C7). */
export function CheckoutChanges({ changes }: { changes: readonly CheckoutChange[] }) {
  const t = useT();
  const { money, number } = useFormat();
  if (changes.length === 0) return null;
  const said = (change: CheckoutChange): string => {
    switch (change.kind) {
      case 'added':
      case 'removed':
        return t(`checkout.changed.${change.kind}`, { name: change.name, quantity: number(change.quantity) });
      case 'quantity':
        return t('checkout.changed.quantity', { name: change.name, before: number(change.before), after: number(change.after) });
      case 'price':
        return t('checkout.changed.price', { name: change.name, before: money(change.before), after: money(change.after) });
      case 'coupon':
        return t('checkout.changed.coupon', { code: change.code });
    }
  };
  return (
    <Alert tone="warn" title={t('checkout.changed')}>
      <ul className="grid gap-1">
        {changes.map((change) => (
          <li key={said(change)}>{said(change)}</li>
        ))}
      </ul>
    </Alert>
  );
}
