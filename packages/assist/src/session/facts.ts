import {
  RESOURCE_IDS,
  actorId,
  assignedByGroup,
  assignedFurther,
  storeId,
  subjectId,
  type AssistFacts,
  type ConsentFacts,
  type ConsentPolicy,
  type SettingsReader,
} from '@onbehalf/core';
import type { Store } from '../ports.ts';
import type { ActorColumns, SubjectColumns } from './rows.ts';

export interface FactsQuestion {
  actor: ActorColumns;
  /** Null: there is no such customer. */
  subject: SubjectColumns | null;
  store: Store;
  settings: SettingsReader;
  now: Date;
}

/** Rows turned to the plain facts that B1's checks look at: for the start, the list and every request alike. */
export function assistFacts({ actor, subject, store, settings, now }: FactsQuestion): AssistFacts {
  return {
    feature: { enabled: settings.get('assist/enabled') },
    sharing: settings.get('customer/share'),
    actor: {
      id: actorId(actor.actor_id),
      active: actor.actor_active,
      resources: actor.resources_mode === 'all' ? new Set<string>(RESOURCE_IDS) : new Set(actor.resources),
      storeIds: new Set(actor.store_ids.map(storeId)),
      accessAllCustomers: actor.access_all_customers,
      ownCustomerId: actor.own_customer_id === null ? null : subjectId(actor.own_customer_id),
      email: actor.actor_email,
      mode: actor.role_assist_mode,
    },
    store: { id: storeId(store.id), websiteId: store.websiteId, active: store.active },
    customer: subject === null ? null : customerFacts(subject),
    assignment: assignmentFacts(subject, settings.get('staff/assignment/multiple'), now),
    consent: consentFacts(subject, policyFor(settings, [subject?.subject_website_id ?? store.websiteId, store.websiteId]), now),
  };
}

function assignmentFacts(subject: SubjectColumns | null, multiple: boolean, now: Date): AssistFacts['assignment'] {
  if (subject === null) return { primary: false, further: false, group: false };
  return {
    primary: subject.assigned_primary === true,
    further: assignedFurther(subject.assigned_primary, subject.stands_in ?? [], { multiple, now: now.getTime() }),
    group: assignedByGroup(subject.assigned_in_group, { multiple }),
  };
}

const STRICTEST_FIRST: readonly ConsentPolicy[] = ['per-request', 'opt-in', 'opt-out', 'not-asked'];

// A shared account may be entered in another website's store: what either of the two asks for has to be there (B10, G2).
function policyFor(settings: SettingsReader, websiteIds: readonly number[]): ConsentPolicy {
  const asked: ConsentPolicy[] = websiteIds.map((websiteId) => settings.get('assist/consent/policy', { websiteId }));
  return STRICTEST_FIRST.find((policy) => asked.includes(policy)) ?? 'opt-in';
}

function customerFacts(subject: SubjectColumns): AssistFacts['customer'] {
  return {
    id: subjectId(subject.subject_id),
    websiteId: subject.subject_website_id,
    status: subject.subject_status,
    confirmed: subject.subject_confirmed,
    isStaff: subject.subject_is_staff,
    email: subject.subject_email,
    storeId: storeId(subject.subject_store_id),
  };
}

function consentFacts(subject: SubjectColumns | null, policy: ConsentPolicy, now: Date): ConsentFacts {
  if (subject === null || subject.consent_answer === null) return { policy, state: 'none', scope: null };
  if (subject.consent_answer === 'refused') return { policy, state: 'refused', scope: null };
  // Where each occasion is asked for, a standing yes answers none of them (B10).
  if (policy === 'per-request' && subject.consent_valid_until === null) return { policy, state: 'none', scope: null };
  const expired = subject.consent_valid_until !== null && subject.consent_valid_until <= now;
  // Where nobody is asked, a yes that ran out still says how far it went: its end gives nobody more (B17).
  return { policy, state: expired ? 'expired' : 'given', scope: subject.consent_scope };
}
