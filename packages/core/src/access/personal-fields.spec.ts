import { describe, expect, it } from 'vitest';
import { maskPersonal } from './personal-fields.ts';

const masked = (shown: unknown): unknown => maskPersonal(shown, (field) => `(${field})`);

describe('B17: personal fields are masked', () => {
  it('B17: wherever they stand, by their name', () => {
    expect(masked({ typed: { email: 'a@b.example', firstName: 'Ann' }, addresses: [{ street: 'High St 1', city: 'Berlin', postcode: '10115', phone: '1' }] })).toEqual({
      typed: { email: '(email)', firstName: 'Ann' },
      addresses: [{ street: '(street)', city: 'Berlin', postcode: '(postcode)', phone: '(phone)' }],
    });
  });

  it('B17: a field that holds more than a text is masked as a whole', () => {
    expect(masked({ email: ['a@b.example', 'c@d.example'], phone: { work: '1' } })).toEqual({ email: '(email)', phone: '(phone)' });
  });

  it('B17: what is empty stays empty, so that nothing is claimed to be there', () => {
    expect(masked({ email: '', phone: null, street: undefined })).toEqual({ email: '', phone: null, street: undefined });
  });

  it('B17: the actor’s own address is the actor’s', () => {
    expect(masked({ subject: { email: 'a@b.example' }, actor: { email: 's@staff.example' } })).toEqual({ subject: { email: '(email)' }, actor: { email: 's@staff.example' } });
  });

  it('dates, amounts and rows without a prototype come through', () => {
    const at = new Date(0);
    const row: Record<string, unknown> = Object.assign(Object.create(null) as Record<string, unknown>, { street: 'x', at });
    expect(masked({ at, minor: 12n, row })).toEqual({ at, minor: 12n, row: { street: '(street)', at } });
  });

  it('leaves what it was given as it was', () => {
    const given = { email: 'a@b.example' };
    masked(given);
    expect(given).toEqual({ email: 'a@b.example' });
  });
});
