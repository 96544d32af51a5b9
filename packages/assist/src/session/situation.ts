import { assistRefusals, choosableStores, explainAssist, storeToEnter, type CheckResult, type Refusal, type SettingsReader, type StoreChoice, type SuspicionCode } from '@onbehalf/core';
import type { Actor, Subject } from '../caller.ts';
import type { Store, Unit } from '../ports.ts';
import { suspicionFactsSql, suspicionsFrom, type HabitsRow } from '../suspicion/suspicion.ts';
import { assistFacts } from './facts.ts';
import { contextsOver, type OverContext } from './over.ts';
import { ACTOR_COLUMNS, ACTOR_JOINS, STORES_OF_ACTOR_JSON, STORE_JSON, SUBJECT_COLUMNS, SUBJECT_JOINS, actorOf, subjectOf, type ActorColumns, type SubjectColumns } from './rows.ts';

export interface Inside {
  sessionId: string;
  actorId: string;
  actorName: string;
  subjectId: string;
  subjectName: string;
  since: Date;
}

/** All that a start is decided by, read in one statement. */
export interface StartSituation {
  actor: Actor;
  subject: Subject | null;
  /** The store view a start leads to. */
  store: Store | null;
  /** Store views there are to choose from; empty where the customer's own is taken (B13). */
  choosable: Store[];
  checks: CheckResult[];
  refusals: Refusal[];
  roleMode: Actor['assistMode'];
  consentScope: Actor['assistMode'] | null;
  /** Where the actor is now, if anywhere. */
  current: Inside | null;
  /** Colleagues inside this customer now. */
  colleagues: Inside[];
  /** Contexts of the actor's own that are over, although nobody has written it down yet: the start does. */
  over: OverContext[];
}

interface SituationRow extends ActorColumns, SubjectColumns {
  subject_id: string;
  store: Store | null;
  own_store: Store | null;
  actor_stores: Store[];
  inside: { sessionId: string; actorId: string; actorName: string; subjectId: string; subjectName: string; since: string }[] | null;
}

const situationSql = (customer: string, also = ''): string => `
select ${ACTOR_COLUMNS}, ${SUBJECT_COLUMNS}, ${STORES_OF_ACTOR_JSON} as actor_stores,
  (select ${STORE_JSON} from shop_port.store st join shop_port.website w on w.id = st.website_id where st.id = $3::smallint) as store,
  (select ${STORE_JSON} from shop_port.store st join shop_port.website w on w.id = st.website_id where st.id = c.store_id) as own_store,
  (select jsonb_agg(jsonb_build_object('sessionId', s.id, 'actorId', s.actor_id::text, 'actorName', s.actor_name,
     'subjectId', s.subject_id::text, 'subjectName', s.subject_name, 'since', s.started_at))
   from assist_session s join staff_session t on t.id = s.staff_session_id
   where s.ended_at is null and (s.actor_id = a.id or s.subject_id = c.id)) as inside${also}
from staff a ${ACTOR_JOINS}
left join shop_port.customer c on c.id ${customer} ${SUBJECT_JOINS}
where a.id = $1`;

// One customer has a statement of his own: with a list PostgreSQL expects ten, and plans it anew each time to find out.
const MANY_SQL = situationSql('= any ($2::bigint[])');
const ONE_SQL = situationSql('= $2::bigint');
// A start also asks what is unusual about it.
const START_SQL = situationSql('= $2::bigint', `, (select to_jsonb(f) from (${suspicionFactsSql({ actor: '$1::bigint', staffSession: '$4::uuid', ip: '$5::text', now: '$6::timestamptz' })}) f) as habits`);

export interface SituationQuestion {
  actorId: string;
  customerId: string;
  /** Null: nobody chose. */
  storeId: number | null;
  settings: SettingsReader;
  now: Date;
}

export async function startSituation(unit: Unit, question: SituationQuestion): Promise<StartSituation> {
  const rows = await unit.named<SituationRow>('situation', ONE_SQL, [question.actorId, question.customerId, question.storeId]);
  return oneOf(await situationsOf(unit, rows, question));
}

/** As startSituation, for many customers in one statement (B12); those that don't exist are left out, where any does. */
export async function startSituations(unit: Unit, question: Omit<SituationQuestion, 'customerId'> & { customerIds: readonly string[] }): Promise<StartSituation[]> {
  const rows = await unit.named<SituationRow>('situations', MANY_SQL, [question.actorId, [...question.customerIds], question.storeId]);
  return situationsOf(unit, rows, question);
}

export interface StartQuestion extends SituationQuestion {
  staffSessionId: string;
  /** Null where addresses aren't tracked. */
  ip: string | null;
}

/** As startSituation, and what is unusual about a start now (E6), in the same statement. */
export async function situationOfStart(unit: Unit, question: StartQuestion): Promise<{ situation: StartSituation; suspicions: SuspicionCode[] }> {
  const { actorId, customerId, storeId, staffSessionId, ip, now } = question;
  const rows = await unit.named<SituationRow & { habits: HabitsRow | null }>('start-situation', START_SQL, [actorId, customerId, storeId, staffSessionId, ip, now]);
  return { situation: oneOf(await situationsOf(unit, rows, question)), suspicions: suspicionsFrom(rows[0]?.habits ?? null) };
}

function oneOf([situation]: readonly StartSituation[]): StartSituation {
  if (situation === undefined) throw new Error('The actor of a running staff session has no row');
  return situation;
}

async function situationsOf(unit: Unit, rows: readonly SituationRow[], { storeId, settings, now }: Pick<SituationQuestion, 'storeId' | 'settings' | 'now'>): Promise<StartSituation[]> {
  const inside = new Set(rows.flatMap((row) => (row.inside ?? []).map(({ sessionId }) => sessionId)));
  // What has run out asks nobody to switch, and nobody is inside it (F18).
  const over = await contextsOver(unit, { among: [...inside], settings, now });
  return rows.map((row) => situationOf(row, { storeId, settings, now }, over));
}

function situationOf(row: SituationRow, { storeId, settings, now }: Pick<SituationQuestion, 'storeId' | 'settings' | 'now'>, over: readonly OverContext[]): StartSituation {
  const subject = row.subject_id === null ? null : row;
  const choice = subject === null ? null : storeChoice({ subject, own: row.own_store, stores: row.actor_stores, settings });
  const store = storeId === null ? (choice === null ? null : storeToEnter(choice)) : row.store;
  const facts = assistFacts({ actor: row, subject, store: store ?? NO_STORE, settings, now });
  const open = (row.inside ?? []).map((one) => ({ ...one, since: new Date(one.since) }));
  const inside = open.filter((one) => !over.some(({ sessionId }) => sessionId === one.sessionId));
  return {
    actor: actorOf(row),
    subject: subject === null ? null : subjectOf(subject),
    store,
    choosable: choice === null ? [] : choosableStores(choice),
    checks: explainAssist(facts),
    refusals: [...assistRefusals(facts), ...choiceRefusals(choice, storeId)],
    roleMode: row.role_assist_mode,
    consentScope: facts.consent.scope,
    current: inside.find((one) => one.actorId === row.actor_id) ?? null,
    colleagues: inside.filter((one) => one.actorId !== row.actor_id),
    over: over.filter(({ sessionId }) => open.some((one) => one.sessionId === sessionId && one.actorId === row.actor_id)),
  };
}

/** Rows as the rule of B13 asks for them; `stores` are the actor's. */
export function storeChoice({ subject, own, stores, settings }: { subject: SubjectColumns; own: Store | null; stores: readonly Store[]; settings: SettingsReader }): StoreChoice<Store> {
  return {
    mode: settings.get('assist/store_view'),
    sharing: settings.get('customer/share'),
    customer: { websiteId: subject.subject_website_id, storeId: subject.subject_store_id },
    actorStoreIds: new Set(stores.map((store) => store.id)),
    stores: own === null || stores.some((store) => store.id === own.id) ? stores : [own, ...stores],
  };
}

// B13: what an actor may choose where the shop lets nobody choose is the customer's own store and no other.
function choiceRefusals(choice: StoreChoice<Store> | null, asked: number | null): Refusal[] {
  if (choice === null || asked === null || choice.mode === 'manual' || asked === choice.customer.storeId) return [];
  return [{ code: 'store-not-offered', field: 'store' }];
}

const NO_STORE: Store = {
  id: 1, code: '', websiteId: 0, websiteName: '', name: '', base: '', locale: 'en', currency: 'USD',
  pricesIncludeTax: false, country: '', timeZone: 'UTC', active: false,
};
