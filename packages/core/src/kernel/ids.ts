declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A member of staff. Decimal text, because JSON has no room for 64-bit numbers. */
export type ActorId = Brand<string, 'ActorId'>;
/** A customer. Never assignable to an actor's id, although both look the same on the wire. */
export type SubjectId = Brand<string, 'SubjectId'>;
/** One customer context of one actor: a UUID in lower case. It names the session and opens nothing. */
export type AssistSessionId = Brand<string, 'AssistSessionId'>;
/** A store view. */
export type StoreId = Brand<number, 'StoreId'>;

const DECIMAL_ID = /^[1-9][0-9]{0,17}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isDecimalId = (input: unknown): input is string =>
  typeof input === 'string' && DECIMAL_ID.test(input);

/** Reads an actor's id from outside; null when it is none. */
export const parseActorId = (input: unknown): ActorId | null =>
  isDecimalId(input) ? (input as ActorId) : null;

/** Reads a subject's id from outside; null when it is none. */
export const parseSubjectId = (input: unknown): SubjectId | null =>
  isDecimalId(input) ? (input as SubjectId) : null;

/** Reads an assist session's id from outside; null when it is none. */
export const parseAssistSessionId = (input: unknown): AssistSessionId | null =>
  typeof input === 'string' && UUID.test(input) ? (input as AssistSessionId) : null;

/** Reads a store's id from outside; null when it is none. */
export const parseStoreId = (input: unknown): StoreId | null =>
  typeof input === 'number' && Number.isSafeInteger(input) && input > 0 ? (input as StoreId) : null;

/** An id we trust, from our own rows. Throws a RangeError when it is malformed: that is a fault, not a refusal. */
export const actorId = (text: string): ActorId => proved(parseActorId(text), 'actor', text);
/** As {@link actorId}, for a customer. */
export const subjectId = (text: string): SubjectId => proved(parseSubjectId(text), 'subject', text);
/** As {@link actorId}, for an assist session. */
export const assistSessionId = (text: string): AssistSessionId =>
  proved(parseAssistSessionId(text), 'assist session', text);
/** As {@link actorId}, for a store view. */
export const storeId = (number: number): StoreId => proved(parseStoreId(number), 'store', number);

function proved<Id>(id: Id | null, what: string, given: string | number): Id {
  if (id === null) throw new RangeError(`Not an id of ${what}: ${JSON.stringify(given)}`);
  return id;
}
