import { actorId, storeId, subjectId } from '../kernel/ids.ts';
import type { AssistFacts, CustomerFacts } from './access-facts.ts';
import { RESOURCE } from './resources.ts';

/** John, as specs know him: nothing stands in the way. */
export const JOHN: CustomerFacts = {
  id: subjectId('100'),
  websiteId: 1,
  status: 'active',
  confirmed: true,
  isStaff: false,
  email: 'john.doe@customer.example',
  storeId: storeId(1),
};

/** Sarah may enter John's account. */
export const SARAH_AND_JOHN: AssistFacts = {
  feature: { enabled: true },
  sharing: 'per-website',
  actor: {
    id: actorId('7'),
    active: true,
    resources: new Set([RESOURCE.loginAsCustomer]),
    storeIds: new Set([storeId(1)]),
    accessAllCustomers: false,
    ownCustomerId: null,
    email: 'sarah.johnson@staff.example',
    mode: 'full',
  },
  store: { id: storeId(1), websiteId: 1, active: true },
  customer: JOHN,
  assignment: { primary: true, further: false, group: false },
  consent: { policy: 'opt-in', state: 'given', scope: 'full' },
};
