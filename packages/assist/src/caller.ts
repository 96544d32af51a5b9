import type { ActorId, Assigner, AssistMode, AssistSessionId, ResourceId, SubjectId } from '@onbehalf/core';
import type { CartKind, Store } from './ports.ts';
import type { SignIn } from './staff/sign-in-step.ts';

/** The member of staff, as loaded for this request. Ids come from server rows only. */
export interface Actor {
  id: ActorId;
  name: string;
  firstName: string;
  email: string;
  language: 'en' | 'de' | 'es';
  timeZone: string;
  roleId: string;
  roleName: string;
  groupId: string;
  groupName: string;
  /** 'all' holds every resource. */
  resources: ReadonlySet<string> | 'all';
  assistMode: AssistMode;
  storeIds: ReadonlySet<number>;
  accessAllCustomers: boolean;
  canEditItemPrice: boolean;
  canCreateCustomer: boolean;
  maxDiscountBasisPoints: number | null;
  /** The account's own rate, else the group's; null: the shop's default (D3). */
  commissionBasisPoints: number | null;
  orderConfirmationCopy: boolean;
  epoch: bigint;
  recordKey: Buffer;
}

/** The customer an account belongs to. */
export interface Subject {
  id: SubjectId;
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  company: string;
  websiteId: number;
  groupId: string;
  epoch: bigint;
  recordKey: Buffer;
  lastIp: string | null;
}

/** Epochs of all that a context rests on, as they were read for this request: an act compares them again (B9). */
export interface Ground {
  actor: bigint;
  subject: bigint;
  store: bigint;
  settings: bigint;
}

export interface LiveAssistSession {
  id: AssistSessionId;
  kind: 'browser' | 'api';
  staffSessionId: string;
  storeId: number;
  mode: AssistMode;
  reason: string;
  reference: string;
  returnTo: string;
  startedAt: Date;
  /** Until whichever of the two limits comes first (B8). */
  secondsLeft: number;
  /** Until it ends for want of activity; any use begins it anew. */
  idleSecondsLeft: number;
  /** Until it ends whatever is done. */
  limitSecondsLeft: number;
  /** Which cart it works in (C8). */
  cartKind: CartKind;
  /** Store views that are switched off: a context works in none of them, whichever it began in (B13). */
  closedStoreIds: ReadonlySet<number>;
  ground: Ground;
}

/** Who a request comes from. A context carries both people; neither credential makes the other's caller (I2). */
export type Caller =
  | { kind: 'guest'; /** A password that was right and a second step that is to come: a guest, but for that step (A2). */ signIn?: SignIn }
  | { kind: 'customer'; sessionId: string; subject: Subject; store: Store }
  | { kind: 'actor'; sessionId: string; actor: Actor; idleSecondsLeft: number }
  | { kind: 'context'; actor: Actor; subject: Subject; session: LiveAssistSession; store: Store };

/** Does the actor hold a resource of the role tree (F2)? */
export function holds(actor: Actor, resource: ResourceId): boolean {
  return actor.resources === 'all' || actor.resources.has(resource);
}

/** Whoever holds everything may give himself "Access All Customers" too (F2). */
export const assignerOf = ({ id, resources, accessAllCustomers }: Actor): Assigner => ({ id, seesAll: accessAllCustomers || resources === 'all' });
