import type { CustomerRow } from '../../../props/staff.ts';
import { useRequest, useT } from '../../../shell/request-context.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { enterHref } from '../../../ui/login-as-customer.tsx';
import { reasonsId } from './enter-reasons.tsx';

/**
 * "Login to this account" (A8): one click where nothing is asked, the page that asks where something is (GET), and a button
 * that can still take the focus, so that its reasons are heard, where the account can't be entered.
 */
export function EnterButton({ row, next }: { row: CustomerRow; next?: string }) {
  const t = useT();
  const { url } = useRequest();
  const title = t('staff.customers.loginTitle');
  const shared = { title, 'aria-label': t('staff.customers.loginLabel', { name: row.name }), 'data-enter': '' };
  if (row.reasons.length > 0) {
    return (
      <button type="button" className="button button-secondary button-small" {...shared} aria-disabled="true" aria-describedby={reasonsId(row)}>
        <Icon name="lock" />
        {t('staff.customers.login')}
      </button>
    );
  }
  return (
    <Form action={enterHref(row.id)} method={row.asks ? 'get' : 'post'} boost={false} hidden={{ from: url, ...(next ? { next } : {}) }}>
      <button className="button button-secondary button-small" {...shared}>
        <Icon name="arrow-right" />
        {t('staff.customers.login')}
      </button>
    </Form>
  );
}
