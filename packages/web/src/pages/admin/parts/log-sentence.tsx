import type { ReactNode } from 'react';
import type { ActionLogRow } from '../../../props/admin.ts';

/** The sentence with its two people in their colours, wherever their names stand in it. */
export function LogSentence({ row }: { row: ActionLogRow }) {
  return colour(colour([row.sentence], row.actor, 'name-actor'), row.subject, 'name-subject');
}

function colour(parts: readonly ReactNode[], name: string, className: string): ReactNode[] {
  if (!name) return [...parts];
  return parts.flatMap((part, at) => {
    if (typeof part !== 'string' || !part.includes(name)) return [part];
    const start = part.indexOf(name);
    const marked = (
      <bdi key={`${className}${at}`} className={className}>
        {name}
      </bdi>
    );
    return [part.slice(0, start), marked, part.slice(start + name.length)];
  });
}
