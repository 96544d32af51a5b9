import { holds, viewEntry, type Caller, type Store, type Unit } from '@onbehalf/assist';
import { RESOURCE, type Locale, type ResourceId } from '@onbehalf/core';
import type { AdminEntry, Flash, PageRequest, StoreView, Viewer } from '@onbehalf/web';
import type { Arrived } from './arrived.ts';
import { contextFormToken, formToken } from './csrf.ts';
import type { Deps } from './deps.ts';
import { timeLeftOf } from './present/time-left.ts';
import { nameForCustomer } from './present/visits.ts';
import type { Area } from './route.ts';
import { SeenLately } from './seen-lately.ts';
import { hrefFrom, storeOrigin } from './sites.ts';

type Categories = { slug: string; name: Record<string, string> }[];

interface FrameRow {
  categories: Categories | null;
  pieces: number | null;
  buysForCompany: boolean | null;
  helping: { id: string; actorId: string; name: string; groupName: string }[] | null;
}

/** Writes a view once per object, session and five minutes: the mark decides (E1). */
const SEEN = (at: Record<'session' | 'object' | 'bucket' | 'chain' | 'body', string>): string => `
seen as (insert into audit_view_mark (session_id, object, bucket) select ${at.session}, ${at.object}, ${at.bucket} where ${at.object}::text is not null on conflict do nothing returning 1),
viewed as (select record_audit(${at.chain}, ${at.body}) from seen)`;

/** More would be a wall of links on every page; the others are one step away. */
const MOST_IN_HEADER = 12;

// Everything around a page in one statement: the view of personal data is on record before the page is shown.
const FRAME_SQL = `
with ${SEEN({ session: '$1', object: '$5', bucket: '$6', chain: '$7', body: '$8' })}
select (select jsonb_agg(jsonb_build_object('slug', slug, 'name', name) order by position, id) from (select id, slug, name, position from category where $2::boolean order by position, id limit ${MOST_IN_HEADER + 1}) c) as categories,
  case when $11::bytea is null then (
    select sum(l.quantity)::integer from cart k join cart_line l on l.cart_id = k.id
     where k.customer_id = $3 and k.store_id = $4 and k.status = 'open' and k.kind = $10) else (
    select sum(l.quantity)::integer from cart k join cart_line l on l.cart_id = k.id
     where k.guest_hash = $11 and k.store_id = $4 and k.kind = 'guest') end as pieces,
  (select company_id is not null from customer where id = $3) as "buysForCompany",
  (select jsonb_agg(jsonb_build_object('id', s.id, 'actorId', s.actor_id::text, 'name', s.actor_name, 'groupName', g.name) order by s.started_at)
    from assist_session s join staff_group g on g.id = s.staff_group_id where s.subject_id = $9 and s.ended_at is null) as helping,
  (select count(*) from viewed) as viewed`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface Framed {
  area: Area;
  arrived: Arrived;
  /** What personal data the page shows, if any. */
  view: { type: string; id: string } | undefined;
}

interface Asked {
  arrived: Arrived;
  kept: Categories | null;
  look: Look;
}

/** Nothing is asked where there is nothing to tell: a guest without a cart has nothing of his own on the page, and the portal no cart at all. */
async function readFrame(unit: Unit, { arrived: { caller, store, guestCart }, kept, look }: Asked): Promise<FrameRow | undefined> {
  const subject = subjectOf(caller);
  const asksCategories = store !== null && kept === null;
  if (subject === null && guestCart === null && !asksCategories && look === NO_LOOK) return undefined;
  const [row] = await unit.named<FrameRow>('frame', FRAME_SQL, [
    sessionIdOf(caller) ?? NOBODY, asksCategories, subject?.id ?? null, store?.id ?? null, ...look.params,
    // B20: in the customer's own browser, never inside a context.
    caller.kind === 'customer' ? caller.subject.id : null,
    caller.kind === 'context' ? caller.session.cartKind : 'customer',
    guestCart?.hash ?? null,
  ]);
  return row;
}

const subjectOf = (caller: Caller) => (caller.kind === 'customer' || caller.kind === 'context' ? caller.subject : null);

/** What every page knows about its request, beside its own props. */
export async function pageRequest(deps: Deps, unit: Unit, { area, arrived, view }: Framed): Promise<PageRequest> {
  const { caller, store } = arrived;
  const subject = subjectOf(caller);
  const kept = keptCategories(deps, arrived);
  const { generation } = deps.pageCache;
  const look = lookOf(arrived, view);
  const row = await readFrame(unit, { arrived, kept, look });
  look.isOnRecord();
  const categories = kept ?? row?.categories ?? [];
  // A context never writes to the cache, whatever the setting (B14).
  if (kept === null && store !== null && caller.kind !== 'context') deps.pageCache.putFragment(CATEGORIES, categories, { now: arrived.now, generation });
  return {
    area: area === 'rest' ? 'storefront' : area,
    locale: arrived.locale,
    url: arrived.url,
    origin: arrived.site,
    portalHref: hrefFrom(arrived.site, { origin: deps.config.staffOrigin, path: '/staff' }),
    csrf: caller.kind === 'context' ? contextFormToken(deps.config.secret, caller.session.id) : formToken(deps.config.secret, arrived.formKey),
    store: store === null ? null : storeView(store),
    storeLinks: store === null ? [] : storeLinks(deps, store, arrived),
    viewer: viewerOf(caller),
    assist: assistView(caller),
    buysForCompany: row?.buysForCompany === true,
    timeLeft: timeLeftOf(arrived),
    helping: (row?.helping ?? []).map((one) => ({ id: one.id, name: nameForCustomer(deps, arrived.settings, { helper: { ...one, id: one.actorId }, websiteId: subject?.websiteId ?? 0 }) })),
    cartCount: subject === null && arrived.guestCart === null ? null : (row?.pieces ?? 0),
    categories: categories.slice(0, MOST_IN_HEADER).map((one) => ({ name: inLocale(one.name, arrived.locale), href: `${store?.base ?? ''}/c/${one.slug}` })),
    allCategoriesHref: categories.length > MOST_IN_HEADER ? `${store?.base ?? ''}/c` : null,
    flash: flashOf(deps, arrived),
    timeZone: arrived.timeZone,
  };
}

const CATEGORIES = 'categories';

/** Whether catalogue fragments may come from the cache: in a context only where "Disable Page Cache for Admin User" is No (B14). */
export const mayReadFragments = ({ caller, settings }: Pick<Arrived, 'caller' | 'settings'>): boolean =>
  caller.kind !== 'context' || !settings.get('assist/page_cache_disabled');

function keptCategories(deps: Deps, arrived: Arrived): Categories | null {
  if (arrived.store === null || !mayReadFragments(arrived)) return null;
  // Put there below, and nowhere else.
  return deps.pageCache.fragment(CATEGORIES, arrived.now) as Categories | null;
}

const VIEW_SQL = `with ${SEEN({ session: '$1', object: '$2', bucket: '$3', chain: '$4', body: '$5' })} select count(*) from viewed`;

/** For an answer without a page around it: the look at personal data is on record before the answer leaves. */
export async function recordView(unit: Unit, arrived: Arrived, view: { type: string; id: string }): Promise<void> {
  const look = lookOf(arrived, view);
  await unit.named('record-view', VIEW_SQL, [sessionIdOf(arrived.caller) ?? NOBODY, ...look.params]);
  look.isOnRecord();
}

const FIVE_MINUTES = 300_000;

interface Look {
  /** Of SEEN; nulls where there is nothing to write. */
  params: unknown[];
  /** To be called when the statement has run. */
  isOnRecord(): void;
}

const NO_LOOK: Look = { params: [null, null, null, null], isOnRecord: () => {} };
const lately = new SeenLately();

function lookOf({ caller, origin, now, isPrefetch }: Arrived, view: { type: string; id: string } | undefined): Look {
  if (view === undefined || isPrefetch || (caller.kind !== 'context' && caller.kind !== 'actor')) return NO_LOOK;
  const [object, bucket] = [`${view.type}:${view.id}`, Math.floor(now.getTime() / FIVE_MINUTES)];
  const look = `${sessionIdOf(caller) ?? NOBODY} ${object}`;
  if (lately.has(bucket, look)) return NO_LOOK;
  const { chain, body } = viewEntry(caller, { origin, now }, view);
  return { params: [object, bucket, chain, body], isOnRecord: () => lately.add(bucket, look) };
}

export function sessionIdOf(caller: Caller): string | null {
  if (caller.kind === 'context') return caller.session.id;
  return caller.kind === 'guest' ? null : caller.sessionId;
}

function flashOf(deps: Deps, { flash, locale }: Arrived): Flash[] {
  return flash === null ? [] : [{ tone: flash.tone, text: deps.web.message(`flash.${flash.code}`, locale, flash.facts) }];
}

export function inLocale(texts: Record<string, string>, locale: Locale): string {
  return texts[locale] ?? texts['en'] ?? '';
}

function storeView({ id, code, name, base, locale, currency, pricesIncludeTax }: Store): StoreView {
  return { id, code, name, base, locale, currency, pricesIncludeTax };
}

// In a context only stores that the customer and the actor share (B13).
// They are on this origin: the context's cookie is not known on another one, and a link must not lead out of the account (B3).
function storeLinks({ config, stores }: Deps, current: Store, { caller, site }: Arrived): PageRequest['storeLinks'] {
  const open = stores.filter((one) => one.active && (caller.kind !== 'context' || (one.websiteId === current.websiteId && caller.actor.storeIds.has(one.id))));
  const here = caller.kind === 'context' ? open.filter((one) => storeOrigin(config, one) === site) : open;
  return here.map((one) => ({ name: one.name, locale: one.locale, href: hrefFrom(site, { origin: storeOrigin(config, one), path: one.base === '' ? '/' : one.base }), current: one.id === current.id }));
}

function assistView(caller: Caller): PageRequest['assist'] {
  if (caller.kind !== 'context') return null;
  return { subjectName: caller.subject.name, actorName: caller.actor.name, mode: caller.session.mode };
}

function viewerOf(caller: Caller): Viewer {
  if (caller.kind === 'customer' || caller.kind === 'context') return { kind: 'customer', name: caller.subject.name };
  if (caller.kind === 'guest') return { kind: 'guest' };
  const { actor } = caller;
  const admin = adminEntries(caller);
  const initials = actor.name.split(' ').map((part) => part.slice(0, 1)).join('').slice(0, 2);
  return { kind: 'actor', name: actor.name, email: actor.email, initials, mayAdmin: admin.length > 0, mayApprove: holds(actor, RESOURCE.approvePrices), admin };
}

const ADMIN_ENTRIES: [entry: AdminEntry, ...anyOf: ResourceId[]][] = [
  ['orders', RESOURCE.orders],
  ['customers', RESOURCE.customers],
  ['companies', RESOURCE.companies],
  ['assist-sessions', RESOURCE.endAssistSessions],
  ['products', RESOURCE.products],
  ['categories', RESOURCE.products],
  ['prices', RESOURCE.prices],
  ['price-lists', RESOURCE.prices],
  ['staff', RESOURCE.staffAccounts],
  ['staff-groups', RESOURCE.staffGroups],
  ['assignments', RESOURCE.assignments],
  ['invoices', RESOURCE.orders],
  ['shipments', RESOURCE.orders],
  ['credit-memos', RESOURCE.orders],
  ['coupons', RESOURCE.prices],
  ['configuration', RESOURCE.configuration],
  ['tax-rates', RESOURCE.taxRates],
  ['shipping-methods', RESOURCE.shippingMethods],
  ['roles', RESOURCE.roles],
  ['action-logs', RESOURCE.actionLogs, RESOURCE.loginAsCustomerLog],
  ['mails', RESOURCE.configuration],
];

export function adminEntries(caller: Caller): AdminEntry[] {
  if (caller.kind !== 'actor') return [];
  return ADMIN_ENTRIES.flatMap(([entry, ...anyOf]) => (anyOf.some((resource) => holds(caller.actor, resource)) ? [entry] : []));
}
