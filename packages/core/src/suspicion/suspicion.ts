import type { SuspicionCode } from '../refusals/codes.ts';

/** What a start is measured by (E6). Habits are those of the actor's last 90 days. */
export interface SuspicionFacts {
  /** Different customers entered within the last hour. */
  customersLastHour: number;
  /** This request comes from another network than the login of the staff session; false where addresses aren't tracked. */
  networkChanged: boolean;
  /** Staff sessions with a known address, this one left out. */
  knownSessions: number;
  /** This network was used before. */
  networkKnown: boolean;
  /** Hour of the day where the actor is, 0 to 23. */
  hour: number;
  starts: number;
  startsAtNight: number;
  /** Mean discount of edited prices, basis points. */
  discountLastDay: number;
  discountUsual: number;
  editedLinesLastDay: number;
  editedLinesUsual: number;
}

interface Signal {
  code: SuspicionCode;
  holds(facts: SuspicionFacts): boolean;
}

const MANY_CUSTOMERS = 30;
/** A habit is one from here on; before that, everything is new. */
const SESSIONS_FOR_A_HABIT = 10;
const STARTS_FOR_A_HABIT = 20;
const LINES_FOR_A_HABIT = 10;
const LINES_TODAY = 3;
/** One start in twenty at night is a habit of working at night. */
const RARELY = 20;
const BEYOND_HABIT = 2;
const LEAST_BEYOND = 1000;

/** Each sign by itself, so that the log and the mail say which. None of them is proof: a person looks. */
export const SIGNALS: readonly Signal[] = [
  { code: 'suspicious-many-customers', holds: ({ customersLastHour }) => customersLastHour >= MANY_CUSTOMERS },
  { code: 'suspicious-address-change', holds: ({ networkChanged }) => networkChanged },
  { code: 'suspicious-new-network', holds: ({ knownSessions, networkKnown }) => knownSessions >= SESSIONS_FOR_A_HABIT && !networkKnown },
  { code: 'suspicious-night-work', holds: ({ hour, starts, startsAtNight }) => isNight(hour) && starts >= STARTS_FOR_A_HABIT && startsAtNight * RARELY < starts },
  {
    code: 'suspicious-price-cuts',
    holds: ({ discountLastDay, discountUsual, editedLinesLastDay, editedLinesUsual }) =>
      editedLinesLastDay >= LINES_TODAY && editedLinesUsual >= LINES_FOR_A_HABIT && discountLastDay > Math.max(discountUsual * BEYOND_HABIT, discountUsual + LEAST_BEYOND),
  },
];

/** From ten in the evening to six in the morning. */
export const isNight = (hour: number): boolean => hour >= 22 || hour < 6;

export const suspicionsOf = (facts: SuspicionFacts): SuspicionCode[] => SIGNALS.filter((signal) => signal.holds(facts)).map(({ code }) => code);
