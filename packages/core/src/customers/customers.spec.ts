import { describe, expect, it } from 'vitest';
import { consentSettingRefusals } from './consent-setting.ts';
import { customerCreationRefusals } from './customer-creation.ts';

describe('B10: an administrator who answers for a customer', () => {
  it('needs the right of its own, and stands outside of every account', () => {
    expect(consentSettingRefusals({ mayOptIn: true, isInside: false })).toEqual([]);
    expect(consentSettingRefusals({ mayOptIn: false, isInside: false })).toEqual([{ code: 'consent-right-missing', field: 'consent' }]);
    expect(consentSettingRefusals({ mayOptIn: true, isInside: true })).toEqual([{ code: 'consent-closed-in-session', field: 'consent' }]);
    expect(consentSettingRefusals({ mayOptIn: false, isInside: true })).toHaveLength(2);
  });
});

describe('A10: who creates a customer', () => {
  const open = new Set([1]);
  it('needs "Can Create Customer", and a website where the shop lets staff do it', () => {
    expect(customerCreationRefusals({ mayCreate: true, openWebsiteIds: open, websiteId: null })).toEqual([]);
    expect(customerCreationRefusals({ mayCreate: true, openWebsiteIds: open, websiteId: 1 })).toEqual([]);
    expect(customerCreationRefusals({ mayCreate: false, openWebsiteIds: open, websiteId: 1 })).toEqual([{ code: 'actor-may-not-create-customer' }]);
    expect(customerCreationRefusals({ mayCreate: true, openWebsiteIds: new Set(), websiteId: null })).toEqual([{ code: 'customer-creation-disabled' }]);
    expect(customerCreationRefusals({ mayCreate: true, openWebsiteIds: open, websiteId: 2 })).toEqual([{ code: 'customer-creation-disabled', field: 'store' }]);
  });
});
