import type { CountResult, RaceResult, Result } from './result.ts';

/** A result as people read it: one line per baseline, or one per thing counted. */
export function linesOf(result: Result): string[] {
  const lines = result.kind === 'race' ? raceLines(result) : countLines(result);
  return [...lines, ...result.notes.map((note) => `  ${note}`)];
}

function raceLines({ name, unit, goal, by, ours, baselines }: RaceResult): string[] {
  const head = `${name} (${unit}): ${count(ours.rate.median)}${cpu(ours.cpuMicroseconds)}`;
  return [head, ...baselines.map((baseline) => {
    const { ratio, met } = baseline;
    const against = `${baseline.name} ${count(baseline.rate.median)}${cpu(baseline.cpuMicroseconds)}`;
    return `  ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}) of ${against}; goal ≥ ${Number(goal.toFixed(2))}: ${verdict(met)}${by === 'cpu' ? `; CPU × ${(1 / ratio.median).toFixed(2)}` : ''}`;
  })];
}

function countLines({ name, unit, goal, counts, met }: CountResult): string[] {
  return [
    `${name} (${unit}): goal ≤ ${goal}: ${verdict(met)}`,
    ...counts.map((one) => `  ${String(one.count).padStart(2)}  ${one.of}: ${one.parts.join(', ')}`),
  ];
}

const verdict = (met: boolean): string => (met ? 'met' : 'MISSED');
const count = (number: number): string => Math.round(number).toLocaleString('en');
const cpu = (microseconds: number | null): string => (microseconds === null ? '' : `, ${Math.round(microseconds)} µs CPU each`);
