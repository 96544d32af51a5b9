import type { CheckoutChange } from '../../../props/storefront.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';

/** What is different since the page that was looked at: whoever orders next has seen it (C7). */
export function CheckoutChanges({ changes }: { changes: readonly CheckoutChange[] }) {
  const t = useT();
  if (changes.length === 0) return null;
  return (
    <Alert tone="warn" title={t('checkout.changed')}>
      <ul className="grid gap-1">
        {changes.map((change) => (
          <li key={change.kind + ('name' in change ? change.name : '')}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Change({ change }: { change: CheckoutChange }) {
  const t = useT();
  const { money, number } = useFormat();
  const key = `checkout.changed.${change.kind}` as const;
  if (change.kind === 'coupon') return t(key, { code: change.code });
  if (change.kind === 'price') return t(key, { name: change.name, before: money(change.before), after: money(change.after) });
  if (change.kind === 'quantity') return t(key, { name: change.name, before: number(change.before), after: number(change.after) });
  return t(key, { name: change.name, quantity: number(change.quantity) });
}
