import type { Candidate } from './figure.ts';

/** One worker's next operation; workers never share one. */
export type Operation = () => Promise<void>;

/** Workers of this process, each doing one operation after the other until the time is up. */
export function inProcess(name: string, workers: readonly Operation[]): Candidate {
  return {
    name,
    turn: async (seconds) => {
      const cpu = process.cpuUsage();
      const began = performance.now();
      const end = began + seconds * 1000;
      const counts = await Promise.all(workers.map((operate) => repeat(operate, end)));
      const { user, system } = process.cpuUsage(cpu);
      return {
        operations: counts.reduce((sum, count) => sum + count, 0),
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: (user + system) / 1_000_000,
      };
    },
  };
}

async function repeat(operate: Operation, end: number): Promise<number> {
  let done = 0;
  while (performance.now() < end) {
    await operate();
    done += 1;
  }
  return done;
}
