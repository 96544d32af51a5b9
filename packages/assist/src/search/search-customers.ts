import { assistRefusals, choosableStores, storeToEnter, type Refusal, type SettingsReader } from '@onbehalf/core';
import type { Actor } from '../caller.ts';
import type { Store, Transactions, Unit } from '../ports.ts';
import { assistFacts } from '../session/facts.ts';
import { storeChoice } from '../session/situation.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, STORES_OF_ACTOR_JSON, STORE_JSON, SUBJECT_COLUMNS, SUBJECT_JOINS, type ActorColumns, type StandsIn, type SubjectColumns } from '../session/rows.ts';
import { assignedThrough } from '../assignment/assigned-through.ts';

export interface CustomerFilters {
  text: string;
  group: string;
  store: string;
  lastOrder: '' | 'month' | 'quarter' | 'year' | 'older' | 'never';
  cart: '' | 'yes' | 'no';
  consent: '' | 'given' | 'missing';
  /** In admin only (F3). */
  websiteId?: number | null;
  status?: '' | 'active' | 'inactive' | 'blocked' | 'suspended';
  /** A member of staff by id, or `none`: customers nobody is assigned to (A5). */
  assigned?: string;
}

export interface CustomerFound {
  id: string;
  externalId: string;
  name: string;
  company: string;
  email: string;
  groupName: Record<string, string>;
  storeName: string;
  websiteId: number;
  status: 'active' | 'inactive' | 'blocked' | 'suspended';
  consent: 'given' | 'missing' | 'not-needed';
  lastOrderAt: Date | null;
  openCart: { pieces: number; storeId: number } | null;
  /** Every reason why the account can't be entered (A8): the same list as at the start. */
  refusals: Refusal[];
  /** A colleague is inside now, so that the start has something to tell. */
  colleagueInside: boolean;
  /** There is more than one store view to choose from (B13). */
  choosesStore: boolean;
  /** Absent colleagues for whom the actor sees this customer, by name; none where the customer is the actor's own (A5). */
  standsInFor: string[];
}

export interface CustomerPage {
  rows: CustomerFound[];
  next: string | null;
  /** The database was stopped before it had looked at everything: never a wrong "no match" (A7). */
  incomplete: boolean;
}

interface FoundRow extends ActorColumns, SubjectColumns {
  external_id: string;
  group_label: Record<string, string>;
  store: Store;
  actor_stores: Store[];
  last_order_at: Date | null;
  cart_pieces: number | null;
  cart_store: number | null;
  colleague_inside: boolean;
  sort_last: string;
  sort_first: string;
}

export interface SearchQuestion {
  actor: Actor;
  filters: CustomerFilters;
  settings: SettingsReader;
  now: Date;
  limit: number;
  cursor: string | null;
  /** Admin › Customers: who holds that right sees all of them, assigned or not, of every website. */
  everybody?: boolean;
}

const MOST_MILLISECONDS = 1500;
const STOPPED = '57014';

/** As searchCustomers, but stopped when it takes too long: then it says so, and never that there is no match (A7). */
export async function searchInTime(db: Transactions, question: SearchQuestion, mostMilliseconds = MOST_MILLISECONDS): Promise<CustomerPage> {
  try {
    return await db.transaction(async (unit) => {
      await unit.named('search-time', `select set_config('statement_timeout', $1, true)`, [String(mostMilliseconds)]);
      return searchCustomers(unit, question);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === STOPPED) return { rows: [], next: null, incomplete: true };
    throw error;
  }
}

/** Customers the actor may see, by name, e-mail, company, customer ID or external ID (A7). */
export async function searchCustomers(unit: Unit, question: SearchQuestion): Promise<CustomerPage> {
  const through = question.everybody === true || question.actor.accessAllCustomers ? [] : await assignedThrough(unit, question);
  const { sql, params } = statement(question, through);
  const rows = await unit.query<FoundRow>(sql, params);
  const page = rows.slice(0, question.limit);
  const last = page.at(-1);
  const next = rows.length > question.limit && last !== undefined ? encodeCursor(last) : null;
  return { rows: page.map((row) => foundOf(row, question)), next, incomplete: false };
}

/** Rows as the list shows them, for customers known by id; in that order, those the actor may not see among them. */
export async function customerRows(unit: Unit, question: Omit<SearchQuestion, 'filters' | 'limit' | 'cursor'> & { ids: readonly string[] }): Promise<CustomerFound[]> {
  const rows = await unit.query<FoundRow>(`${SELECT} where c.id = any ($2::bigint[]) order by array_position($2::bigint[], c.id)`, [question.actor.id, [...question.ids]]);
  return rows.map((row) => foundOf(row, question));
}

const SELECT = `
select ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS}, c.external_id, cg.name as group_label, ${STORE_JSON} as store, ${STORES_OF_ACTOR_JSON} as actor_stores, c.last_order_at,
  oc.pieces::integer as cart_pieces, oc.store_id::integer as cart_store, lower(c.last_name) as sort_last, lower(c.first_name) as sort_first,
  exists (select 1 from assist_session s where s.subject_id = c.id and s.ended_at is null and s.actor_id <> a.id) as colleague_inside
from shop_port.customer c
join staff a on a.id = $1 ${ACTOR_JOINS} ${SUBJECT_JOINS}
join shop_port.customer_group cg on cg.id = c.customer_group_id
join shop_port.store st on st.id = c.store_id join shop_port.website w on w.id = st.website_id
left join lateral (select k.pieces, k.store_id from shop_port.open_cart k
  where k.customer_id = c.id and k.kind = 'customer' and k.pieces is not null order by k.store_id limit 1) oc on true`;

// Shared accounts are customers of every website, so that any store will do to find them (G2).
function visibleTo({ actor, settings }: SearchQuestion, through: readonly string[], add: (value: unknown) => string): string[] {
  const sameWebsite = settings.get('customer/share') === 'global' ? 'true' : 'sx.website_id = c.website_id';
  return [
    actor.accessAllCustomers ? 'true' : assignedTo(settings.get('staff/assignment/multiple'), through, add),
    `exists (select 1 from staff_store ss join shop_port.store sx on sx.id = ss.store_id where ss.staff_id = a.id and ${sameWebsite})`,
  ];
}

// A5: as the primary one, as a further one where there may be several, as a deputy and as a lead. Where it is the actor alone the plain join says it, the quickest way.
function assignedTo(multiple: boolean, through: readonly string[], add: (value: unknown) => string): string {
  if (through.length === 0) return multiple ? 'cs.staff_id is not null' : 'cs.is_primary';
  const counts = multiple ? 'true' : 'v.is_primary';
  return `exists (select 1 from customer_staff v where v.customer_id = c.id and v.staff_id = any(${add(through)}::bigint[] || $1::bigint) and ${counts})`;
}

function assignedCondition(assigned: string | undefined, add: (value: unknown) => string): string[] {
  if (assigned === undefined || assigned === '') return [];
  if (assigned === 'none') return ['not exists (select 1 from customer_staff f where f.customer_id = c.id)'];
  return [`exists (select 1 from customer_staff f where f.customer_id = c.id and f.staff_id = ${add(assigned)}::bigint)`];
}

function statement(question: SearchQuestion, through: readonly string[]): { sql: string; params: unknown[] } {
  const { actor, filters, now, limit, cursor, everybody = false } = question;
  const params: unknown[] = [actor.id];
  const add = (value: unknown): string => `$${params.push(value)}`;
  const where = everybody ? ['true'] : visibleTo(question, through, add);
  where.push(...assignedCondition(filters.assigned, add));
  where.push(...textConditions(filters.text, add));
  if (filters.group !== '') where.push(`cg.code = ${add(filters.group)}`);
  if (filters.websiteId !== undefined && filters.websiteId !== null) where.push(`c.website_id = ${add(filters.websiteId)}`);
  if (filters.status !== undefined && filters.status !== '') where.push(`c.status = ${add(filters.status)}`);
  if (filters.store !== '') where.push(`st.code = ${add(filters.store)}`);
  if (filters.cart !== '') where.push(`oc.pieces is ${filters.cart === 'yes' ? 'not null' : 'null'}`);
  if (filters.consent !== '') where.push(`${filters.consent === 'given' ? '' : 'not '}coalesce(con.answer = 'given', false)`);
  where.push(...lastOrderCondition(filters.lastOrder, now, add));
  const after = decodeCursor(cursor);
  if (after !== null) where.push(`(lower(c.last_name), lower(c.first_name), c.id) > (${add(after[0])}, ${add(after[1])}, ${add(after[2])}::bigint)`);
  const sql = `${SELECT} where ${where.join(' and ')} order by lower(c.last_name), lower(c.first_name), c.id limit ${add(limit + 1)}`;
  return { sql, params };
}

// Every word must be somewhere in name, company, e-mail or external ID; a number is also an exact customer ID.
function textConditions(text: string, add: (value: unknown) => string): string[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    const isId = /^[1-9][0-9]{0,17}$/.test(word);
    if (word.length < 2) return isId ? `c.id = ${add(word)}::bigint` : 'false';
    const like = `c.search_text like ${add(`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)}`;
    return isId ? `(${like} or c.id = ${add(word)}::bigint)` : like;
  });
}

const LAST_ORDER_DAYS = { month: 31, quarter: 92, year: 366, older: 366 } as const;

function lastOrderCondition(value: CustomerFilters['lastOrder'], now: Date, add: (value: unknown) => string): string[] {
  if (value === '') return [];
  if (value === 'never') return ['c.last_order_at is null'];
  const since = add(new Date(now.getTime() - LAST_ORDER_DAYS[value] * 86_400_000));
  return [value === 'older' ? `c.last_order_at < ${since}` : `c.last_order_at >= ${since}`];
}

function foundOf(row: FoundRow, { settings, now }: { settings: SettingsReader; now: Date }): CustomerFound {
  const choice = storeChoice({ subject: row, own: row.store, stores: row.actor_stores, settings });
  const facts = assistFacts({ actor: row, subject: row, store: storeToEnter(choice) ?? row.store, settings, now });
  return {
    id: row.subject_id,
    externalId: row.external_id,
    name: `${row.subject_first_name} ${row.subject_last_name}`,
    company: row.subject_company,
    email: row.subject_email,
    groupName: row.group_label,
    storeName: row.store.name,
    websiteId: row.subject_website_id,
    status: row.subject_status,
    consent: consentWord(facts.consent),
    lastOrderAt: row.last_order_at,
    openCart: row.cart_pieces === null || row.cart_store === null ? null : { pieces: row.cart_pieces, storeId: row.cart_store },
    refusals: assistRefusals(facts),
    colleagueInside: row.colleague_inside,
    choosesStore: choosableStores(choice).length > 1,
    standsInFor: facts.assignment.primary || (row.assigned_primary === false && settings.get('staff/assignment/multiple')) ? [] : absentNames(row.stands_in ?? [], now),
  };
}

const absentNames = (standsIn: readonly StandsIn[], now: Date): string[] =>
  standsIn.filter(({ begins, ends }) => begins <= now.getTime() && now.getTime() < ends).map(({ name }) => name);

function consentWord({ policy, state }: { policy: string; state: string }): CustomerFound['consent'] {
  if (state === 'given') return 'given';
  const standing = policy === 'opt-out' || policy === 'not-asked';
  return standing && state === 'none' ? 'not-needed' : 'missing';
}

function encodeCursor(row: FoundRow): string {
  return Buffer.from(JSON.stringify([row.sort_last, row.sort_first, row.subject_id])).toString('base64url');
}

function decodeCursor(cursor: string | null): [string, string, string] | null {
  if (cursor === null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [last, first, id] = parts.map(String);
    return last === undefined || first === undefined || id === undefined || !/^[1-9][0-9]{0,17}$/.test(id) ? null : [last, first, id];
  } catch {
    return null;
  }
}
