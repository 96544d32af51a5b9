import { ASSIST_MODES, includesMode, type AssistMode } from '@onbehalf/core';
import type { Route } from './route.ts';

/** What a context in a mode gets of a route: it may do what the route does, it may read, or it is refused (B17). */
export type ModeAnswer = 'allow' | 'read' | 'refused';

/** The one place that says it; what isn't declared, or declared in a word nobody knows, is refused (B16). */
export function answerInMode({ method, inContext }: Pick<Route, 'method' | 'inContext'>, mode: AssistMode): ModeAnswer {
  const least = ASSIST_MODES.find((one) => one === inContext);
  if (least === undefined || !includesMode(mode, least)) return 'refused';
  return method === 'GET' ? 'read' : 'allow';
}

/** The way out, the way to stay, the way in, and who one is: part of the session itself; and a picture, which nobody is asked for. No setting closes them, in no mode. */
export const ALWAYS_OPEN: ReadonlySet<string> = new Set(['staff_customer_logout', 'staff_customer_leave', 'staff_customer_extend', 'staff_customer_state', 'assist_handoff_begin', 'assist_handoff_view', 'assist_handoff_redeem', 'rest_me', 'catalog_product_picture']);

/** One line of the table route × mode. */
export interface ModeRow {
  route: Route;
  /** Closed in every mode, whatever the settings say (B16). */
  floor: boolean;
  /** "Not allowed handles" can close it (B15). */
  closable: boolean;
  answers: Record<AssistMode, ModeAnswer>;
}

/** The table route × mode (B17): every route that reads a context's cookie or token. The portal and admin read neither. */
export function modesTable(routes: readonly Route[]): ModeRow[] {
  return routes
    .filter(({ inContext }) => inContext !== 'outside')
    .map((route) => ({
      route,
      floor: route.inContext === 'never',
      closable: route.inContext !== 'never' && !ALWAYS_OPEN.has(route.handle),
      answers: { view: answerInMode(route, 'view'), shop: answerInMode(route, 'shop'), full: answerInMode(route, 'full') },
    }));
}
