import { err, ok, type Refusal, type Result } from '@onbehalf/core';
import type { Unit } from '@onbehalf/assist/ports';
import { parseTexts, type TextRule } from './text-fields.ts';

/** What stays editable in an assist session too (B16); the e-mail is not among it. */
export interface Information {
  firstName: string;
  lastName: string;
  phone: string;
  company: string;
  vatNumber: string;
}

/** Both states, for the record (E1). */
export interface InformationChange {
  before: Information;
  after: Information;
}

/** What each of them has to be. */
export const INFORMATION_RULES: Readonly<Record<keyof Information, TextRule>> = {
  firstName: { most: 80, required: true },
  lastName: { most: 80, required: true },
  phone: { most: 40 },
  company: { most: 120 },
  vatNumber: { most: 32, pattern: /^[A-Za-z0-9 ./-]*$/ },
};

const UPDATE = `
with before as (
  select id, first_name as "firstName", last_name as "lastName", phone, company, vat_number as "vatNumber"
    from customer where id = $1::bigint for no key update),
changed as (
  update customer c set first_name = $2, last_name = $3, phone = $4, company = $5, vat_number = $6
    from before b where c.id = b.id returning c.id, c.company, c.vat_number)
select to_jsonb(b) - 'id' as before, changed.company, changed.vat_number as "vatNumber" from before b join changed on changed.id = b.id`;

/** Changes a customer's own information. Refuses with 'invalid-input' at each field that is missing, too long or not one line. */
export async function updateInformation(unit: Unit, customerId: string, input: Information): Promise<Result<InformationChange, Refusal[]>> {
  const { firstName, lastName, phone, company, vatNumber } = input;
  const parsed = parseTexts<keyof Information>({ firstName, lastName, phone, company, vatNumber }, INFORMATION_RULES, 'invalid-input');
  if (!parsed.ok) return parsed;
  const after = parsed.value;
  const params = [customerId, after.firstName, after.lastName, after.phone, after.company, after.vatNumber];
  const [row] = await unit.query<{ before: Information; company: string; vatNumber: string }>(UPDATE, params);
  if (row === undefined) return err([{ code: 'not-found' }]);
  // A buyer's company and VAT number are the company's, whatever is typed (G2).
  return ok({ before: row.before, after: { ...after, company: row.company, vatNumber: row.vatNumber } });
}
