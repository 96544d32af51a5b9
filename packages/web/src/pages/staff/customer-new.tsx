import type { NewCustomerProps } from '../../props/customers.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { NewCustomerForm } from './parts/new-customer-form.tsx';

/** "Create customer" in the portal (A10). */
export function StaffCustomerNewPage(props: NewCustomerProps) {
  const t = useT();
  const title = t('customers.new.title');
  return (
    <Shell title={title} width="reading">
      <PageHeader above={<Breadcrumb crumbs={[{ name: t('staff.customers.title'), href: props.backHref }]} here={title} />} title={title} text={t('customers.new.text')} />
      <NewCustomerForm {...props} />
    </Shell>
  );
}
