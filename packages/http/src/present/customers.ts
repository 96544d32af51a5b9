import type { CustomerFound, StartSituation } from '@onbehalf/assist';
import { toldChecks } from '@onbehalf/core';
import type { CheckView, CustomerRow } from '@onbehalf/web';
import type { Arrived } from '../arrived.ts';
import type { Deps } from '../deps.ts';
import { inLocale } from '../frame.ts';
import { problemsOf } from '../problems.ts';

export interface RowContext {
  deps: Deps;
  arrived: Arrived;
  /** The actor is in some customer now, so that any start has something to ask (B7). */
  isInside: boolean;
}

export function customerRow({ deps, arrived, isInside }: RowContext, found: CustomerFound): CustomerRow {
  const reasonAsked = arrived.settings.get('assist/session/reason_required', { websiteId: found.websiteId });
  return {
    id: found.id,
    externalId: found.externalId,
    name: found.name,
    company: found.company,
    email: found.email,
    groupName: inLocale(found.groupName, arrived.locale),
    storeName: found.storeName,
    openCart: found.openCart === null ? null : { pieces: found.openCart.pieces },
    lastOrderAt: found.lastOrderAt,
    consent: found.consent,
    status: found.status,
    standsInFor: found.standsInFor,
    reasons: problemsOf(deps, found.refusals, arrived),
    asks: isInside || found.colleagueInside || reasonAsked || found.choosesStore,
  };
}

/** Every check with how it came out: the list that the API's `explain` gives (B1). */
export function checkViews(deps: Deps, arrived: Arrived, situation: StartSituation): CheckView[] {
  return toldChecks(situation.checks).map(({ code, outcome }) => {
    const sentence = deps.web.refusalSentence({ code }, arrived.locale);
    const failed = outcome === 'failed';
    return {
      code,
      outcome: outcome === 'passed' ? 'pass' : failed ? 'fail' : 'skipped',
      text: failed ? sentence.text : deps.web.message(`check.${code}`, arrived.locale),
      remedy: failed ? (sentence.remedy ?? null) : null,
    };
  });
}
