import type { AuditAction, AuditGroup, Refusal, ResourceId, SentPicture } from '@onbehalf/core';
import type { Entry, People, Unit } from '@onbehalf/assist';
import { z } from 'zod';
import type { Answer } from './answer.ts';
import type { Deps } from './deps.ts';
import type { Arrived } from './arrived.ts';
import { ALWAYS_OPEN } from './modes.ts';

export type Area = 'storefront' | 'staff' | 'admin' | 'rest';

/** Who may come in: anybody, whoever has a cart, which a guest may too, by a form of that cart (G3), whose password was right and whose second step is to come (A2), a customer or a context, a context alone, a member of staff, one with a resource of the role tree, or with any of several. */
export type Access = 'public' | 'cart' | 'sign-in' | 'customer' | 'context' | 'actor' | { resource: ResourceId } | { anyOf: readonly ResourceId[] };

/** The resources that open a route, any one of them. */
export function resourcesOf(access: Extract<Access, object>): readonly ResourceId[] {
  return 'resource' in access ? [access.resource] : access.anyOf;
}

/**
 * What a customer context may do with it: the smallest mode that opens it (B17), or `never`: the fixed floor that no
 * setting lifts (B16). `outside` is for the portal, where a context's cookie is not read at all.
 */
export type InContext = 'view' | 'shop' | 'full' | 'never' | 'outside';

export interface RouteContext<Input> {
  deps: Deps;
  request: Arrived;
  unit: Unit;
  input: Input;
}

/** What was done: the answer, and what the record says of it. */
export interface Done {
  answer: Answer;
  entry?: Partial<Entry>;
  people?: People;
  flash?: FlashNote;
  /** The session whose next page shows the message, where the answer opens one. */
  flashFor?: string;
  /** True where the use case wrote its own entry. */
  recorded?: boolean;
}

/** A message for the next page, by id of the interface's messages. */
export interface FlashNote {
  tone: 'good' | 'warn' | 'bad';
  code: string;
  facts?: Record<string, string | number>;
}

/** Why nothing was done; `show` gives the page again with what was typed. */
export interface Refused {
  refused: Refusal[];
  object?: { type: string; id: string };
  people?: People;
  detail?: Entry['detail'];
  /** On record even where nobody is known to be behind it. */
  evenNobody?: boolean;
  show?: (unit: Unit) => Promise<Answer>;
}

export type Outcome = Done | Refused;

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  area: Area;
  path: string;
  /** Names page, form and REST twin alike, for "Not allowed handles" (B15). */
  handle: string;
  /** The handle of the page whose form this is: closed with it (B15). */
  formOf: string | null;
  access: Access;
  inContext: InContext;
  /** What the record calls it. Every unsafe route has one. */
  audit: { group: AuditGroup; action: AuditAction } | null;
  /** Whose doing is written down: an actor's only, or everybody's. */
  auditFor: 'actors' | 'everybody';
  /** True: the handler runs outside a transaction and is answerable for its own. */
  ownTransaction: boolean;
  /** A page without anything personal: to whom nothing is known of it may be given from the page cache (B14). */
  cached: boolean;
  /** The names its input has: an address that says more is kept nowhere. */
  asks: readonly string[];
  /** Answered even where a context cookie is over: the way out of the ended page. */
  whenEnded: boolean;
  /** False: a page asks for it by itself. It keeps no session alive, and takes no message away (B8, S08). */
  countsAsUse: boolean;
  /** Answered whatever context cookie the browser holds, over or of elsewhere: the way into the next one (B3). */
  anyContext: boolean;
  /** Its form sends files: read once whoever sends it is let in. */
  takesFiles: boolean;
  /** The same bytes for whoever asks, at every origin: nobody is identified, and any cache may keep them. Null: a route like any other. */
  file: FileAnswerer | null;
  input: z.ZodType;
  output: z.ZodType | null;
  summary: string;
  /** The page again where its files couldn't be read to their end; nothing else of the form is known then. */
  refuseFiles: ((context: RouteContext<unknown>, refusal: Refusal) => Promise<Outcome>) | null;
  /** Work that takes long and touches no row, before the transaction. */
  prepare: (input: unknown, files: readonly SentPicture[]) => Promise<unknown>;
  run(context: RouteContext<unknown>): Promise<Outcome>;
}

type Optional = 'formOf' | 'cached' | 'audit' | 'auditFor' | 'ownTransaction' | 'whenEnded' | 'anyContext' | 'countsAsUse' | 'takesFiles' | 'file' | 'refuseFiles' | 'output' | 'summary' | 'run' | 'prepare' | 'input';

export interface RouteDeclaration<Schema extends z.ZodType, Prepared = z.infer<Schema>> extends Omit<Route, Optional | 'asks'> {
  audit?: { group: AuditGroup; action: AuditAction };
  auditFor?: 'actors' | 'everybody';
  ownTransaction?: boolean;
  whenEnded?: boolean;
  formOf?: string;
  cached?: boolean;
  anyContext?: boolean;
  countsAsUse?: boolean;
  input: Schema;
  output?: z.ZodType;
  summary?: string;
  run(context: RouteContext<Prepared>): Promise<Outcome>;
}

/** Null: there is no such file. */
export type FileAnswerer = (context: { unit: Unit; input: unknown }) => Promise<{ type: string; bytes: Buffer } | null>;

/** What a form with files takes of them, before its use case. */
export interface Prepares<Schema extends z.ZodType, Prepared> {
  prepare: (input: z.infer<Schema>, files: readonly SentPicture[]) => Promise<Prepared>;
  refuseFiles: (context: RouteContext<z.infer<Schema>>, refusal: Refusal) => Promise<Outcome>;
}

const met = new Set<string>();

/** Why "Not allowed handles" can't close a handle: no context ever meets it, or no setting closes it (B15). Null: it can. */
export function unclosable(handle: string): 'handle-unknown' | 'handle-always-open' | null {
  if (!met.has(handle)) return 'handle-unknown';
  return ALWAYS_OPEN.has(handle) ? 'handle-always-open' : null;
}

/** Declares one entry of a route table. Input is query, body and path together; the path wins. */
export function route<Schema extends z.ZodType>(declared: RouteDeclaration<Schema>): Route {
  return entryOf(declared, PLAIN);
}

type FileParts = Pick<Route, 'takesFiles' | 'file' | 'prepare' | 'refuseFiles'>;

const PLAIN: FileParts = { takesFiles: false, file: null, prepare: async (input) => input, refuseFiles: null };

/** Declares a form with files: `prepare` makes of them what its use case takes (G1). */
export function uploadRoute<Schema extends z.ZodType, Prepared>(declared: RouteDeclaration<Schema, Prepared> & Prepares<Schema, Prepared>): Route {
  return entryOf(declared, {
    ...PLAIN,
    takesFiles: true,
    prepare: (input, files) => declared.prepare(input as z.infer<Schema>, files),
    refuseFiles: (context, refusal) => declared.refuseFiles({ ...context, input: context.input as z.infer<Schema> }, refusal),
  });
}

type FileDeclaration<Schema extends z.ZodType> = Pick<Route, 'path' | 'handle' | 'summary'> & { access: 'public'; inContext: 'view'; input: Schema; file: (context: { unit: Unit; input: z.infer<Schema> }) => ReturnType<FileAnswerer> };

/** Declares bytes that are public and the same for everybody, whoever is in whose account. */
export function fileRoute<Schema extends z.ZodType>({ file, ...declared }: FileDeclaration<Schema>): Route {
  return entryOf(
    { ...declared, method: 'GET', area: 'storefront', anyContext: true, countsAsUse: false, run: async () => ({ refused: [{ code: 'not-found' }] }) },
    { ...PLAIN, file: ({ unit, input }) => file({ unit, input: input as z.infer<Schema> }) },
  );
}

function entryOf<Schema extends z.ZodType, Prepared>(declared: RouteDeclaration<Schema, Prepared>, files: FileParts): Route {
  if (declared.inContext !== 'outside') met.add(declared.handle);
  return {
    audit: null,
    auditFor: 'actors',
    ownTransaction: false,
    whenEnded: false,
    formOf: null,
    cached: false,
    anyContext: false,
    countsAsUse: true,
    output: null,
    summary: '',
    ...declared,
    asks: declared.input instanceof z.ZodObject ? Object.keys(declared.input.shape) : [],
    ...files,
    run: (context) => declared.run({ ...context, input: context.input as Prepared }),
  };
}

/** Nothing undeclared is served: a table with a gap stops the start. */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>();
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ handle }) => handle));
  for (const one of routes) {
    const name = `${one.method} ${one.area}:${one.path}`;
    if (seen.has(name)) throw new Error(`${name} is declared twice`);
    seen.add(name);
    const gap = gapIn(one, pages);
    if (gap !== null) throw new Error(`${name} ${gap}`);
  }
}

/** What is missing in a declaration, or doesn't go together; null where nothing is. */
function gapIn(one: Route, pages: ReadonlySet<string>): string | null {
  if (!/^[a-z][a-z0-9_]*$/.test(one.handle)) return 'has no handle';
  if (!isAccess(one.access)) return 'does not say who may';
  if (!IN_CONTEXT.has(one.inContext)) return 'does not say what a context may do with it';
  if (one.method !== 'GET' && one.audit === null) return 'changes something and has no audit action';
  if (!one.countsAsUse && one.method !== 'GET') return 'changes something: somebody does it';
  if (one.formOf !== null && !pages.has(one.formOf)) return `is the form of ${one.formOf}, which is no page`;
  if (one.cached && (one.method !== 'GET' || one.area !== 'storefront' || one.access !== 'public')) return 'is not for everybody and can’t be cached';
  if ((one.area === 'staff' || one.area === 'admin') !== (one.inContext === 'outside')) return 'has an inContext that does not fit its area';
  // View mode reads (B17): all it may do beside is leave, stay and come.
  if (one.inContext === 'view' && one.method !== 'GET' && !ALWAYS_OPEN.has(one.handle)) return 'changes something and is open in view mode';
  return null;
}

const IN_CONTEXT: ReadonlySet<string> = new Set<InContext>(['view', 'shop', 'full', 'never', 'outside']);

const isAccess = (access: Access): boolean =>
  typeof access === 'object' ? resourcesOf(access).length > 0 : ['public', 'cart', 'sign-in', 'customer', 'context', 'actor'].includes(access);
