import { CUSTOMER } from './people.ts';

/** What an attacker adds to every body. */
export const NOT_ASKED_FOR = {
  impersonatedBy: '1', staffId: '1', actorId: '1', actor: '1', staff: '1', role: '1', roleId: '1', isAdmin: '1', resources: 'all', canEditPrice: '1', canEditItemPrice: '1', canCreateCustomer: '1', accessAllCustomers: '1',
  commissionRate: '99', commission: '99', maxDiscount: '100', consent: '1', consentShown: '1', scope: 'full', mode: 'full', customerId: CUSTOMER.jane, subjectId: CUSTOMER.jane, customer: CUSTOMER.jane, websiteId: '2', storeId: '2',
  email: 'evil@evil.example', password: 'a-password-of-evil', status: 'blocked', channel: 'self', ownerStaffId: '1', owner: '1', assistSessionId: '00000000-0000-4000-8000-000000000000', groupId: '1', group: '1', epoch: '0', total: '1', unitMinor: '1', approved: '1',
};
