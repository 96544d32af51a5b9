import type { Address } from '../props/shared.ts';
import { useRequest } from '../shell/request-context.tsx';
import { languageTag } from './format.ts';

/** An address as on a parcel; empty parts leave no gap. */
export function AddressBlock({ address }: { address: Omit<Address, 'id'> }) {
  const { locale } = useRequest();
  const { name, company, street, city, region, country, phone } = address;
  // A province that is called like its town is said once.
  const lines = [company, street, townText(address), STATE_BEHIND_TOWN.has(country) || region === city ? '' : region, countryName(country, languageTag(locale)), phone].filter(Boolean);
  return (
    <address className="address">
      <bdi className="address-name">{name}</bdi>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}

/** Where the state stands beside the town and the postcode behind both, whatever language reads it. */
const STATE_BEHIND_TOWN = new Set(['US', 'CA', 'AU']);

/** Town and postcode in the order the address's own country writes them in. */
export const townText = ({ postcode, city, region, country }: Pick<Address, 'postcode' | 'city' | 'region' | 'country'>): string =>
  STATE_BEHIND_TOWN.has(country) ? [city, [region, postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ') : `${postcode} ${city}`.trim();

const names = new Map<string, Intl.DisplayNames>();

export function countryName(code: string, tag: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const known = names.get(tag) ?? new Intl.DisplayNames(tag, { type: 'region' });
  names.set(tag, known);
  return known.of(code) ?? code;
}
