import type { Paging, Problem } from './shared.ts';

/** One context that is open now (B19). */
export interface OpenSessionRow {
  id: string;
  kind: 'browser' | 'api';
  mode: 'view' | 'shop' | 'full';
  reason: string;
  reference: string;
  actorName: string;
  groupName: string;
  subjectName: string;
  company: string;
  storeName: string;
  startedAt: Date;
  idleSeconds: number;
  secondsLeft: number;
  /** What was done last, as the action log says it; null where the record keeps it no longer. */
  last: { at: Date; text: string } | null;
  /** The page that asks before it ends. */
  endHref: string;
}

export interface OpenSessionsProps {
  rows: OpenSessionRow[];
  total: number;
  filters: { query: string; store: string };
  stores: { value: string; label: string }[];
  /** False: only the own team's are shown. */
  everybody: boolean;
  /** Where the page asks by itself for what is new; asking keeps nobody's session alive. */
  liveHref: string;
  problems: Problem[];
  paging: Paging;
}

/** Asks before one is ended, where there is no script for a dialog. */
export interface EndSessionProps {
  id: string;
  actorName: string;
  subjectName: string;
  startedAt: Date;
}
