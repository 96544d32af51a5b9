/** One request's way: identify, guard, parse, use case in one transaction, record, answer. */
import { isSessionOver, keepSuspicion, peopleOf, record, type Entry, type People, type Unit } from '@onbehalf/assist';
import { HTTP_STATUS, SUSPICION_CODES, type Refusal, type RefusalCode, type SentPicture } from '@onbehalf/core';
import { redirect, type Answer } from './answer.ts';
import type { Arrived } from './arrived.ts';
import { guestFormKey, isUnsafe, originRefusal, sessionOfForm, tokenRefusal, type FormRequest } from './csrf.ts';
import type { Deps } from './deps.ts';
import { endedPage } from './ended-page.ts';
import { flashCookie } from './flash.ts';
import { guard } from './guard.ts';
import { problemJson, problemPage } from './problems.ts';
import { ALL } from './page-cache/page-cache.ts';
import { tellOfChange } from './page-cache/page-news.ts';
import type { Done, FlashNote, Outcome, Refused, Route } from './route.ts';
import type { Upload } from './read-upload.ts';
import { failPoint } from './use-cases/fail-point.ts';

export interface Call {
  deps: Deps;
  route: Route;
  arrived: Arrived;
  /** Found while identifying: two credentials, a context elsewhere or over. */
  refusal: Refusal | null;
  form: FormRequest;
  input: { body: Record<string, unknown>; query: Record<string, unknown>; params: Record<string, unknown> };
  /** Reads the files of a form that has some. */
  upload: (() => Promise<Upload>) | null;
}

export async function handle(asked: Call): Promise<Answer> {
  const stopped = refusalBefore(asked);
  if (stopped !== null) return turnAway(asked, stopped);
  const { call, files, refusal } = await withFiles(asked);
  if (refusal !== null) return refuseFiles(call, refusal);
  const forged = formRefusal(call);
  if (forged !== null) return turnAway(call, forged);
  const given = { ...call.input.query, ...call.input.body, ...call.input.params };
  // PostgreSQL has no NUL in text: nobody means one, and no statement should be the one to notice.
  if (hasNul(given)) return refuse(call, { refused: [{ code: 'invalid-input' }] });
  const parsed = call.route.input.safeParse(given);
  if (!parsed.success) {
    const refusals = parsed.error.issues.map((issue): Refusal => ({ code: 'invalid-input', field: issue.path.join('.') }));
    return refuse(call, { refused: refusals });
  }
  return run(call, await call.route.prepare(parsed.data, files));
}

/** A form with files is read once it is known that whoever sends it may, and its token is among what is read. */
async function withFiles(call: Call): Promise<{ call: Call; files: readonly SentPicture[]; refusal: Refusal | null }> {
  if (call.upload === null) return { call, files: [], refusal: null };
  const { fields, files, refusal } = await call.upload();
  return { call: { ...call, input: { ...call.input, body: fields } }, files, refusal };
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNul);
}

function refusalBefore({ deps, route, arrived, refusal, form, input }: Call): Refusal | null {
  if (refusal !== null && !isPassedOver(route, refusal)) return refusal;
  const rest = route.area === 'rest';
  const forged = rest ? null : originRefusal(form);
  if (forged !== null) return forged;
  if (isOutlived({ deps, route, arrived, form, input })) return { code: 'assist-session-over' };
  return guard(route, arrived.caller, arrived.settings);
}

/** What anybody may do takes a guest's form from before he had a cart, too: of a page that was kept, or of another tab. What changes a cart takes that cart's own. */
function formRefusal({ deps, route, arrived, form, input }: Call): Refusal | null {
  // A ticket with its browser's nonce says more than a form's token, which changes with the context left behind.
  if (route.area === 'rest' || !isUnsafe(form.method) || route.whenEnded || route.anyContext) return null;
  const refusal = tokenRefusal(deps.config.secret, arrived.formKey, input.body['_csrf']);
  return refusal === null || route.access !== 'public' || arrived.guestCart === null ? refusal : tokenRefusal(deps.config.secret, guestFormKey(null), input.body['_csrf']);
}

/** A form of a page that outlived its context, out of the browser's memory or in another tab, whoever is logged in here now (S16). */
function isOutlived({ deps, route, arrived, form, input }: Pick<Call, 'deps' | 'route' | 'arrived' | 'form' | 'input'>): boolean {
  if (route.area !== 'storefront' || !isUnsafe(form.method) || route.whenEnded || route.anyContext) return false;
  return arrived.caller.kind !== 'context' && sessionOfForm(deps.config.secret, input.body['_csrf']) !== null;
}

function isPassedOver({ whenEnded, anyContext }: Route, { code }: Refusal): boolean {
  if (code === 'assist-session-over') return whenEnded || anyContext;
  return anyContext && (code === 'customer-in-other-website' || code === 'context-in-other-website' || code === 'actor-not-in-store');
}

/** Before the use case: who isn't let in is told so, and the record has it where a member of staff is behind it. */
async function turnAway(call: Call, refusal: Refusal): Promise<Answer> {
  const { deps, route, arrived } = call;
  if (refusal.code === 'assist-session-over' && route.area !== 'rest') {
    await recordRefusal(call, [refusal], { group: 'login-as-customer', action: 'refused' });
    return endedPage(call);
  }
  if (refusal.code === 'not-signed-in' && arrived.barred !== null) return refuse(call, { refused: [{ code: 'customer-login-blocked' }], people: peopleOf(arrived.barred) });
  const restricted = refusal.code === 'not-available-in-context';
  await recordRefusal(call, [refusal], restricted ? { group: 'login-as-customer', action: 'restricted-page', object: { type: 'handle', id: route.handle } } : {});
  if (route.area === 'rest') return problemJson(deps, [refusal], arrived);
  if (refusal.code === 'not-signed-in') return redirect(loginOf(call));
  if (refusal.code === 'sign-in-over') return withFlash(deps, 'guest', redirect('/staff/account/login'), { tone: 'warn', code: 'sign-in-over' });
  if (restricted && arrived.caller.kind === 'context') return restrictedPage(call);
  return problemPage(deps, [refusal], arrived, [{ label: deps.web.message('problem.home', arrived.locale), href: homeOf(call) }]);
}

// B15: to the dashboard, or to the store's home where the dashboard itself is restricted.
function restrictedPage({ deps, arrived }: Call): Answer {
  const base = arrived.store?.base ?? '';
  const dashboard = guard({ method: 'GET', access: 'customer', inContext: 'view', handle: 'customer_account_index', formOf: null }, arrived.caller, arrived.settings);
  return withFlash(deps, arrived.formKey, redirect(dashboard === null ? `${base}/account` : `${base}/`), { tone: 'warn', code: 'not-available-in-context' });
}

function loginOf({ route, arrived, form }: Call): string {
  const next = isUnsafe(form.method) ? '' : `?next=${encodeURIComponent(arrived.url)}`;
  return route.area === 'storefront' ? `${arrived.store?.base ?? ''}/account/login${next}` : `/staff/account/login${next}`;
}

function homeOf({ route, arrived }: Call): string {
  return route.area === 'storefront' ? `${arrived.store?.base ?? ''}/` : '/staff';
}

/** Carries a refusal out of the transaction, so that what was begun is rolled back. */
class RolledBack extends Error {
  readonly outcome: Refused;
  constructor(outcome: Refused) {
    super('refused');
    this.outcome = outcome;
  }
}

/** Nothing was done with what was sent, and so its token, which may stand behind what wasn't read, isn't asked for. */
async function refuseFiles(call: Call, refusal: Refusal): Promise<Answer> {
  const { deps, route, arrived, input } = call;
  const parsed = route.input.safeParse({ ...input.query, ...input.params });
  const { refuseFiles: page } = route;
  const outcome = parsed.success && page !== null ? await deps.db.read((unit) => page({ deps, request: arrived, unit, input: parsed.data }, refusal)) : null;
  return refuse(call, outcome !== null && isRefused(outcome) ? outcome : { refused: [refusal] });
}

async function run(call: Call, input: unknown): Promise<Answer> {
  try {
    const done = await (call.route.ownTransaction || !isUnsafe(call.route.method) ? runAlone(call, input) : runTogether(call, input));
    return isRefused(done) ? await refuse(call, done) : finish(call, done);
  } catch (error) {
    if (error instanceof RolledBack) return refuse(call, error.outcome);
    // The context ended while this was under way: the record took no entry, and so nothing was done (E2, K03).
    if (isSessionOver(error)) return turnAway(call, { code: 'assist-session-over' });
    throw error;
  }
}

/** Reads, and commands that answer for their own transaction. */
function runAlone({ deps, route, arrived }: Call, input: unknown): Promise<Outcome> {
  return deps.db.read((unit) => route.run({ deps, request: arrived, unit, input }));
}

/** The use case and its entry in one transaction. */
async function runTogether(call: Call, input: unknown): Promise<Done> {
  const { deps, route, arrived } = call;
  const done = await deps.db.transaction(async (unit) => {
    const outcome = await route.run({ deps, request: arrived, unit, input });
    if (isRefused(outcome)) throw new RolledBack(outcome);
    if (isRecorded(call, outcome)) await record(unit, whoOf(call, outcome.people), entryOf(route, outcome.entry));
    if (isShownInTheShop(route)) await tellOfChange(unit, [ALL]);
    return outcome;
  });
  await failPoint(`committed:${route.handle}`);
  return done;
}

// Any page of the shop may show it: a name, a price, a stock that comes back, a setting (B14).
function isShownInTheShop({ audit }: Route): boolean {
  if (audit === null) return false;
  return audit.group === 'catalog' || (audit.group === 'configuration' && audit.action === 'save') || (audit.group === 'order' && (audit.action === 'cancel' || audit.action === 'refund'));
}

function finish({ deps, arrived }: Call, { answer, flash, flashFor }: Done): Answer {
  return flash === undefined ? answer : withFlash(deps, flashFor ?? arrived.formKey, answer, flash);
}

function withFlash(deps: Deps, formKey: string, answer: Answer, note: FlashNote): Answer {
  return { ...answer, cookies: [...(answer.cookies ?? []), { name: 'flash', value: flashCookie(deps.config.secret, formKey, note) }] };
}

async function refuse(call: Call, outcome: Refused): Promise<Answer> {
  await recordRefusal(call, outcome.refused, outcome);
  const answer = await refusalAnswer(call, outcome);
  const seconds = outcome.refused.find(({ code }) => HTTP_STATUS[code] === 429)?.facts?.['seconds'];
  return seconds === undefined ? answer : { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

function refusalAnswer(call: Call, { refused, show }: Refused): Answer | Promise<Answer> {
  const { deps, route, arrived } = call;
  if (route.area === 'rest') return problemJson(deps, refused, arrived);
  if (show !== undefined) return deps.db.read((unit) => show(unit));
  return problemPage(deps, refused, arrived, [{ label: deps.web.message('problem.home', arrived.locale), href: homeOf(call) }]);
}

const AFTER_THE_END: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['assist-session-over', 'not-signed-in']);

/** In a transaction of its own: what was refused leaves nothing else behind (E2). */
async function recordRefusal(call: Call, refusals: readonly Refusal[], about: Pick<Partial<Entry>, 'group' | 'action'> & Pick<Refused, 'object' | 'people' | 'detail' | 'evenNobody'>): Promise<void> {
  // What a page goes on asking by itself after the end is nobody's attempt.
  if (!call.route.countsAsUse && refusals.every(({ code }) => AFTER_THE_END.has(code))) return;
  const { group, action, object, detail } = about;
  const who = whoOf(call, about.people);
  if (who.people.actor === null && about.evenNobody !== true && (call.route.auditFor !== 'everybody' || who.people.subject === null)) return;
  const named = { ...entryOf(call.route), ...(group === undefined ? {} : { group }), ...(action === undefined ? {} : { action }), ...(object === undefined ? {} : { object }) };
  const codes = refusals.map((refusal) => refusal.code);
  const write = (chained: boolean): Promise<void> =>
    call.deps.db.transaction(async (unit) => {
      await record(unit, { ...who, people: { ...who.people, chained } }, { ...named, result: 'refused', codes, detail: { handle: call.route.handle, ...detail } });
      await keepBlockedStart(unit, { codes, actor: who.people.actor, object: named.object, now: who.now });
    });
  try {
    await write(who.people.chained);
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    // The context ended meanwhile and its chain is closed: the entry stands beside it.
    await write(false);
  }
}

interface BlockedStart {
  codes: readonly RefusalCode[];
  actor: People['actor'];
  object: Entry['object'];
  now: Date;
}

/** A start that was refused for being unusual is told to those who read the log (E6); what it began is rolled back. */
async function keepBlockedStart(unit: Unit, { codes, actor, object, now }: BlockedStart): Promise<void> {
  const signs = SUSPICION_CODES.filter((code) => codes.includes(code));
  if (signs.length === 0 || actor === null) return;
  const subjectId = object?.type === 'customer' ? object.id : null;
  await keepSuspicion(unit, { actorId: actor.id, subjectId, assistSessionId: null, codes: signs, blocked: true, now });
}

function whoOf({ arrived }: Call, people?: People): { people: People; origin: Arrived['origin']; now: Date } {
  return { people: people ?? peopleOfArrived(arrived), origin: arrived.origin, now: arrived.now };
}

function peopleOfArrived({ caller, ended }: Arrived): People {
  if (ended === null) return peopleOf(caller);
  return { actor: ended.actor, subject: ended.subject, assistSessionId: ended.sessionId, storeId: ended.store.id, chained: false };
}

function isRecorded({ route, arrived }: Call, done: Done): boolean {
  if (route.audit === null || done.recorded === true) return false;
  const byActor = (done.people ?? peopleOf(arrived.caller)).actor !== null;
  return byActor || route.auditFor === 'everybody';
}

function entryOf(route: Route, entry: Partial<Entry> = {}): Entry {
  return { group: 'login-as-customer', action: 'refused', ...route.audit, ...entry };
}

function isRefused(outcome: Outcome): outcome is Refused {
  return 'refused' in outcome;
}

