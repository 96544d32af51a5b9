import type { ListedLine } from '../ui/line-list.tsx';
import type { Problem, Totals } from './shared.ts';

export interface SideCartProps {
  /** Null: it was answered, or isn't this customer's. */
  open: { id: string; by: string; sentAt: Date; lines: ListedLine[]; totals: Totals } | null;
  problems: Problem[];
}
