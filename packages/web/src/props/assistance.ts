import type { Problem, VisitDone } from './shared.ts';

/** "Who helped me" (B20), and who asks to (B10). */
export interface AssistanceProps {
  visits: {
    id: string;
    /** The person's name or a pseudonym, as the shop has it. */
    by: string;
    reason: string;
    storeName: string;
    startedAt: Date;
    endedAt: Date | null;
    orders: string[];
    done: VisitDone;
  }[];
  requests: { id: string; by: string; askedAt: Date }[];
  /** Just made, shown this once. */
  code: { requestId: string; code: string; until: Date } | null;
  problems: Problem[];
}

export interface ConsentRequestProps {
  token: string;
  /** Null: the link is over, or never was one. */
  open: { actor: string; askedAt: Date } | null;
  tooltip: string;
  /** How long an approval lasts. */
  seconds: number;
  answered: 'approved' | 'declined' | null;
}
