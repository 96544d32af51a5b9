import { AUDIT_ACTIONS, AUDIT_GROUPS, END_REASONS } from '@onbehalf/core';
import { describe, expect, it } from 'vitest';
import { isMessageId, translate } from './translate.ts';

const ACTIONS = AUDIT_GROUPS.flatMap((group) => AUDIT_ACTIONS[group].map((action) => [group, action] as const));

describe('the action log', () => {
  it.each(ACTIONS)('has a sentence for %s %s, and a name for both', (group, action) => {
    expect([`log.say.${group}.${action}`, `log.group.${group}`, `log.action.${action}`].filter((id) => !isMessageId(id))).toEqual([]);
  });

  it('says every way a session can end', () => {
    expect(END_REASONS.filter((reason) => !isMessageId(`log.end.${reason}`))).toEqual([]);
  });

  it('reads as a person would say it', () => {
    const facts = { why: ' (price match)', who: 'Sarah Johnson', sku: 'SKU-1001', before: '$95.00', after: '$80.00', for: translate('en', 'log.for', { customer: 'John Doe' }) };
    expect(translate('en', 'log.say.cart.set-price', facts)).toBe('Sarah Johnson changed the price of SKU-1001 from $95.00 to $80.00 (price match) for John Doe');
    expect(translate('en', 'log.group.login-as-customer')).toBe('Login As Customer');
  });
});
