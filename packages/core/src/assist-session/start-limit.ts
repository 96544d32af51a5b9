/**
 * D02: how often one member of staff may enter customers. Nobody at work comes near it; a program in a loop is stopped
 * before it fills the session tables and the record.
 */
export const START_LIMIT = { starts: 300, withinSeconds: 600 } as const;

/**
 * Seconds to wait before the next start, 0: none. `earliest` is the first of the last `START_LIMIT.starts` starts; null
 * where there were fewer.
 */
export function secondsUntilNextStart(earliest: Date | null, now: Date): number {
  if (earliest === null) return 0;
  return Math.max(0, Math.ceil((earliest.getTime() + START_LIMIT.withinSeconds * 1000 - now.getTime()) / 1000));
}
