import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorId, assistSessionId, storeId, subjectId } from '../kernel/ids.ts';
import { AUDIT_ACTIONS, AUDIT_GROUPS, isAuditAction, isAuditGroup } from './actions.ts';
import { auditBodyText, canonicalEntry, type AuditBody } from './body.ts';
import { redact } from './redact.ts';

const body: AuditBody = {
  v: 1,
  at: '2026-03-01T09:30:00.000000Z',
  action_group: 'cart',
  action: 'set-price',
  result: 'done',
  codes: [],
  actor: { id: actorId('7'), roleId: '2', groupId: null },
  subject: subjectId('100'),
  assistSession: assistSessionId('0198c2de-0000-7000-8000-000000000001'),
  store: storeId(1),
  object: { type: 'cart-line', id: '5' },
  detail: { before: { minor: 9500n }, after: { minor: 8000n } },
  sealed: null,
  requestId: 'r-1',
};

describe('an entry’s text', () => {
  it('is fixed to the byte: hashes of old entries rest on it', () =>
    expect(auditBodyText(body)).toBe(
      '{"action":"set-price","action_group":"cart","actor":{"groupId":null,"id":"7","roleId":"2"},' +
        '"assistSession":"0198c2de-0000-7000-8000-000000000001","at":"2026-03-01T09:30:00.000000Z","codes":[],' +
        '"detail":{"after":{"minor":"8000"},"before":{"minor":"9500"}},"object":{"id":"5","type":"cart-line"},' +
        '"requestId":"r-1","result":"done","sealed":null,"store":1,"subject":"100","v":1}',
    ));

  it('is headed by version, stream, place and the hash before, "-" for the first', () => {
    expect(canonicalEntry({ stream: 's', seq: 1, prev: null, body: '{}' })).toBe('onbehalf/audit/v1\ns\n1\n-\n{}');
    expect(canonicalEntry({ stream: 's', seq: 2n, prev: '0af9', body: '{}' })).toBe('onbehalf/audit/v1\ns\n2\n0af9\n{}');
  });

  it('never takes a part that could pass for another line', () => {
    expect(() => canonicalEntry({ stream: 's\n1', seq: 1, prev: null, body: '{}' })).toThrow(RangeError);
    expect(() => canonicalEntry({ stream: 's', seq: 1, prev: null, body: '{}\n' })).toThrow(RangeError);
    expect(() => canonicalEntry({ stream: 's', seq: 1, prev: '-', body: '{}' })).toThrow(RangeError);
    expect(() => canonicalEntry({ stream: 's', seq: 1, prev: '0A', body: '{}' })).toThrow(RangeError);
  });

  it('is one line, whatever a person typed', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(auditBodyText({ ...body, detail: { typed } })).not.toMatch(/[\r\n]/);
    })));
});

describe('redaction', () => {
  it.each([
    'password', 'newPassword', 'passphrase', 'token', 'csrf_token', 'clientSecret', 'card_number', 'cvv', 'Cookie', 'Set-Cookie', 'Authorization', 'apiKey', 'credentials',
  ])('drops %s at any depth', (name) =>
    expect(redact({ [name]: 'x', kept: [{ [name]: 'x', a: 1 }], deep: { [name]: 'x', b: null } })).toEqual({ kept: [{ a: 1 }], deep: { b: null } }));

  it('keeps everything else as it was', () =>
    expect(redact({ sku: 'SKU-1001', before: { minor: 9500n }, list: ['a', 1, true] })).toEqual({ sku: 'SKU-1001', before: { minor: 9500n }, list: ['a', 1, true] }));

  it('leaves the original alone', () => {
    const facts = { password: 'x' };
    redact(facts);
    expect(facts).toEqual({ password: 'x' });
  });
});

describe('audit actions', () => {
  it('belong to their group', () => {
    expect(AUDIT_GROUPS.every((group) => AUDIT_ACTIONS[group].every((action) => isAuditAction(group, action)))).toBe(true);
    expect(isAuditAction('cart', 'place')).toBe(false);
    expect(isAuditAction('order', 'place')).toBe(true);
  });

  it('have no group beyond the table', () => {
    expect(isAuditGroup('cart')).toBe(true);
    expect(isAuditGroup('constructor')).toBe(false);
  });
});
