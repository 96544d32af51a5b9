import type { AdminCustomerProps } from '../../props/customers.ts';
import { CustomerSummary } from '../staff/parts/customer-summary.tsx';
import { CustomerLayout } from './parts/customer-layout.tsx';

/** "Customer View": one account at a glance. */
export function AdminCustomerPage({ frame, customer, colleagues }: AdminCustomerProps) {
  return (
    <CustomerLayout frame={frame}>
      <CustomerSummary customer={customer} colleagues={colleagues} />
    </CustomerLayout>
  );
}
