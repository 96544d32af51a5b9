import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What the figures depend on beside the code. */
export interface Machine {
  readonly platform: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGigabytes: number;
  readonly node: string;
  readonly postgres: string;
  /** Whether a commit waits for the disk. */
  readonly isDurable: boolean;
  /** Processes that wanted to run in the minute before, ours not among them. */
  readonly loadBefore: number;
}

/** To be asked before any work begins: afterwards it is our own. */
export const currentLoad = (): number => loadavg()[0] ?? 0;

export function machineFacts(known: Pick<Machine, 'postgres' | 'isDurable' | 'loadBefore'>): Machine {
  return {
    platform: `${process.platform} ${process.arch}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    ...known,
  };
}

export function machineLines(machine: Machine): string[] {
  const { cores, processor, node, postgres, isDurable, loadBefore } = machine;
  const lines = [`${cores} cores (${processor}), Node ${node}, PostgreSQL ${postgres}, ${isDurable ? 'waiting' : 'NOT waiting'} for the disk`];
  if (loadBefore > cores / 4) lines.push(`Shared with other work (load ${loadBefore.toFixed(1)} before the start): ratios count, absolute figures do not.`);
  return lines;
}
