import type { NewCustomerProps } from '../../props/customers.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { NewCustomerForm } from '../staff/parts/new-customer-form.tsx';

/** "Create customer" in admin (A10, F3). */
export function AdminCustomerNewPage(props: NewCustomerProps) {
  const t = useT();
  const title = t('customers.new.title');
  return (
    <Shell title={title}>
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('customers.title'), href: props.backHref }]} here={title} />} title={title} text={t('customers.new.text')} />
      <NewCustomerForm {...props} />
    </Shell>
  );
}
