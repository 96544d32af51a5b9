import type { Refusal, Result } from '@onbehalf/core';
import { parseTexts, type TextRule } from './text-fields.ts';

/** A postal address as it is typed and as an order keeps it. */
export interface AddressFields {
  name: string;
  company: string;
  street: string;
  postcode: string;
  city: string;
  region: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  phone: string;
}

/** An address of an address book. */
export interface CustomerAddress extends AddressFields {
  id: string;
  /** Where goods go unless somebody says otherwise. */
  isDefault: boolean;
  /** What an invoice is written to. */
  isDefaultBilling: boolean;
}

const RULES: Readonly<Record<keyof AddressFields, TextRule>> = {
  name: { most: 120, required: true },
  company: { most: 120 },
  street: { most: 200, required: true },
  postcode: { most: 16, required: true },
  city: { most: 100, required: true },
  region: { most: 100 },
  country: { most: 2, required: true, pattern: /^[A-Z]{2}$/ },
  phone: { most: 40 },
};

/** An address from outside, trimmed; refuses with 'address-invalid' at each field that isn't one. */
export const parseAddress = (input: AddressFields): Result<AddressFields, Refusal[]> =>
  parseTexts<keyof AddressFields>(fieldsOnly({ ...input, country: input.country.toUpperCase() }), RULES, 'address-invalid');

/** SQL of {@link AddressFields} as JSON. */
export const addressJsonSql = (a: string): string => `jsonb_build_object(
  'name', ${a}.name, 'company', ${a}.company, 'street', ${a}.street, 'postcode', ${a}.postcode,
  'city', ${a}.city, 'region', ${a}.region, 'country', ${a}.country::text, 'phone', ${a}.phone)`;

const fieldsOnly = ({ name, company, street, postcode, city, region, country, phone }: AddressFields): AddressFields => ({
  name, company, street, postcode, city, region, country, phone,
});
