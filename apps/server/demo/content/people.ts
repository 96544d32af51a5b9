import { demandingNames, legalForms, names, trades } from './people/names.ts';
import { places, streets, type Place, type StoreCode } from './people/places.ts';
import { createRandom, type Random } from './random.ts';
import type { Address, Customer } from './people/customer.ts';
import type { StaffEmail } from './people/staff.ts';

export type { Address, Customer } from './people/customer.ts';
export type { StoreCode, WebsiteCode } from './people/places.ts';
export { staff, staffGroups, type Staff, type StaffEmail, type StaffGroup, type StaffRole } from './people/staff.ts';

const customersOfSarah = 40;
const sellers = {
  main: ['terrence.cole@staff.example', 'grace.okonkwo@staff.example', 'terrence.cole@staff.example'],
  de: ['hannah.weissgerber@staff.example', 'lukas.brunner@staff.example', 'hannah.weissgerber@staff.example'],
  es: ['iker.mendoza@staff.example', 'lukas.brunner@staff.example', 'iker.mendoza@staff.example'],
} as const satisfies Record<StoreCode, readonly StaffEmail[]>;

const denver = { zip: '80205', city: 'Denver', region: 'CO', country: 'US' } as const;
const named = { vatNumber: null, website: 'us', store: 'main', status: 'active', hasConsent: true, assignedTo: null, priceLists: [] } as const;
const office = (company: string, street: string, phone: string): Address => ({ company, street, phone, ...denver });

/** The four that tests and tutorials know by name. */
export const namedCustomers = [
  {
    ...named, firstName: 'John', lastName: 'Doe', email: 'john.doe@customer.example', externalId: 'ERP-001001', company: 'Doe Electric LLC', phone: '+1 303-555-0111',
    group: 'trade', assignedTo: 'sarah.johnson@staff.example', priceLists: ['pricelist-a'],
    addresses: [office('Doe Electric LLC', '1420 Foundry Ave', '+1 303-555-0111'), office('Doe Electric LLC, site Larimer Lofts', '88 Mill St', '+1 303-555-0112')],
  },
  {
    ...named, firstName: 'Jane', lastName: 'Roe', email: 'jane.roe@customer.example', externalId: 'ERP-001002', company: 'Roe Joinery Co.', phone: '+1 303-555-0113',
    group: 'general', hasConsent: false, assignedTo: 'sarah.johnson@staff.example', addresses: [office('Roe Joinery Co.', '7 Sawmill Ln', '+1 303-555-0113')],
  },
  {
    ...named, firstName: 'Bo', lastName: 'Blocked', email: 'bo.blocked@customer.example', externalId: 'ERP-001003', company: 'Blocked Roofing Inc.', phone: '+1 303-555-0114',
    group: 'general', status: 'blocked', assignedTo: 'sarah.johnson@staff.example', addresses: [office('Blocked Roofing Inc.', '301 Depot Rd', '+1 303-555-0114')],
  },
  {
    ...named, firstName: 'Uma', lastName: 'Unassigned', email: 'uma.unassigned@customer.example', externalId: 'ERP-001004', company: 'Unassigned Facility Services', phone: '+1 303-555-0115',
    group: 'wholesale', addresses: [office('Unassigned Facility Services', '55 Commerce Dr', '+1 303-555-0115')],
  },
] as const satisfies readonly Customer[];

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('');

/** Shaped like the real ones, and never one: real numbers don't start with these zeros. */
function makeVatNumber(random: Random, place: Place): string | null {
  const shapes = { US: null, DE: ['DE0', 8], AT: ['ATU00', 6], ES: ['ESB00', 6] } as const;
  const shape = shapes[place.country];
  return shape ? `${shape[0]}${digits(random, shape[1])}` : null;
}

function makeAddress(random: Random, store: StoreCode, company: string, place: Place): Address {
  const { city, zip, region, country, phone } = place;
  const street = random.pick(streets[store]);
  const number = random.between(1, store === 'main' ? 2400 : 180);
  return { company, street: store === 'main' ? `${number} ${street}` : `${street} ${number}`, zip, city, region, country, phone: `${phone}${digits(random, 2)}` };
}

/** "Großkreuz-Übelhör" → "grosskreuz-ubelhor"; nothing Latin in it → an empty text. */
const latin = (text: string) =>
  text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ı', 'i').normalize('NFD').replaceAll(/[\u0300-\u036f'ʻʼ.&,]/gu, '').replaceAll(/[^a-z]+/gu, '-').replaceAll(/^-|-$/gu, '');

/** An address of its own for everyone; names without Latin letters take the company's. */
function mailbox(person: { first: string; last: string; company: string }, taken: Set<string>): Customer['email'] {
  const name = [latin(person.first), latin(person.last)].filter(Boolean).join('.') || latin(person.company);
  const short = name.slice(0, 56).replace(/[-.]+$/u, '');
  let local = short;
  for (let n = 2; taken.has(local); n += 1) local = `${short}${n}`;
  taken.add(local);
  return `${local}@customer.example`;
}

function makeGroup(random: Random): Customer['group'] {
  const roll = random.next();
  if (roll < 0.42) return 'general';
  if (roll < 0.78) return 'trade';
  return roll < 0.94 ? 'wholesale' : 'key-account';
}

function makePriceLists(random: Random, group: Customer['group']): Customer['priceLists'] {
  if (group === 'general') return [];
  const contract = random.chance(0.35) ? (['pricelist-a'] as const) : random.chance(0.3) ? (['pricelist-b'] as const) : [];
  return random.chance(0.15) ? [...contract, 'autumn-projects-2026'] : contract;
}

function makePerson(random: Random, store: StoreCode, place: Place) {
  const first = random.pick(names[store].first);
  const last = random.pick(names[store].last);
  const family = last.split(' ')[0] ?? last;
  const trade = random.pick(trades[store]);
  const isLocal = random.chance(0.3);
  const drawn = random.pick(legalForms[store]);
  // "& Sons" follows a family, not a city, and no second "&".
  const form = drawn.startsWith('&') && (isLocal || trade.includes('&')) ? legalForms[store][0] : drawn;
  const base = isLocal ? place.city : family;
  return { first, last, company: store === 'main' ? `${base} ${trade} ${form}` : `${trade} ${base} ${form}` };
}

function storeOf(index: number): StoreCode {
  const turn = index % 20;
  if (turn < 11) return 'main';
  return turn < 16 ? 'de' : 'es';
}

/**
 * Customers of both websites, the named four first; the same answer every time.
 * Forty of the American ones are Sarah's, one in eight is nobody's.
 */
export function makeCustomers(count = 300, seed = 20_260): readonly Customer[] {
  const random = createRandom(seed);
  const taken = new Set(namedCustomers.map(({ email }) => email.replace('@customer.example', '')));
  let sarahs = namedCustomers.filter(({ assignedTo }) => assignedTo === 'sarah.johnson@staff.example').length;
  const customers: Customer[] = namedCustomers.slice(0, count);
  for (let index = 0; customers.length < count; index += 1) {
    const demanding = index % 7 === 3 ? demandingNames[Math.floor(index / 7)] : undefined;
    const store = demanding?.store ?? storeOf(index);
    const place = random.pick(places[store]);
    const person = demanding ?? makePerson(random, store, place);
    const address = makeAddress(random, store, person.company, place);
    const group = makeGroup(random);
    const isSarahs = store === 'main' && sarahs < customersOfSarah && index % 3 !== 2;
    if (isSarahs) sarahs += 1;
    customers.push({
      firstName: person.first,
      lastName: person.last,
      email: mailbox(person, taken),
      externalId: `ERP-${String(4200 + index * 17).padStart(6, '0')}`,
      company: person.company,
      vatNumber: makeVatNumber(random, place),
      phone: address.phone,
      website: store === 'main' ? 'us' : 'eu',
      store,
      group,
      status: index % 61 === 60 ? 'blocked' : 'active',
      hasConsent: random.chance(0.78),
      assignedTo: isSarahs ? 'sarah.johnson@staff.example' : random.chance(0.125) ? null : random.pick(sellers[store]),
      priceLists: makePriceLists(random, group),
      addresses: random.chance(0.3) ? [address, makeAddress(random, store, person.company, random.pick(places[store]))] : [address],
    });
  }
  return customers;
}
