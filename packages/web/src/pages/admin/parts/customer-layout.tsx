import type { ReactNode } from 'react';
import type { CustomerFrame } from '../../../props/customers.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Shell } from '../../../shell/shell.tsx';
import { Breadcrumb } from '../../../ui/breadcrumb.tsx';
import { LoginAsCustomer } from '../../../ui/login-as-customer.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SideSections } from '../../../ui/side-sections.tsx';

interface CustomerLayoutProps {
  frame: CustomerFrame;
  /** Beside "Login as Customer", for example "Save Customer". */
  actions?: ReactNode;
  children: ReactNode;
}

/** Every section of one customer: the panel "Customer Information" at the left, actions top right. */
export function CustomerLayout({ frame, actions, children }: CustomerLayoutProps) {
  const t = useT();
  return (
    <Shell title={frame.name}>
      <PageHeader
        above={<Breadcrumb crumbs={[{ name: t('customers.title'), href: '/admin/customers' }]} here={frame.name} />}
        title={<bdi>{frame.name}</bdi>}
        actions={
          <>
            <LoginAsCustomer entry={frame.entry} />
            {actions}
          </>
        }
      />
      <SideSections title={t('customers.panel')} sections={frame.sections.map(({ key, href, current }) => ({ label: t(`customers.section.${key}`), href, current }))}>
        {children}
      </SideSections>
    </Shell>
  );
}
