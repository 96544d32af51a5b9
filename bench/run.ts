import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figures } from './figures/index.ts';
import type { Figure } from './frame/figure.ts';
import { currentLoad, machineFacts, machineLines } from './frame/machine.ts';
import { isWanted, readOptions, type Options } from './frame/options.ts';
import { countResult, raceResult, type Result } from './frame/result.ts';
import { runRace } from './frame/run-race.ts';
import { linesOf } from './frame/table.ts';
import { openStage } from './stage/open-stage.ts';

const LATEST = path.join(import.meta.dirname, 'results', 'latest.json');

async function bench(options: Options): Promise<void> {
  const startedAt = new Date();
  const wanted = figures.filter(({ name }) => isWanted(name, options));
  if (wanted.length === 0) throw new RangeError(`No such figure. There are: ${figures.map(({ name }) => name).join(', ')}`);
  const load = currentLoad();
  const stage = await openStage(options);
  try {
    const machine = machineFacts({ postgres: stage.postgres, isDurable: options.isDurable, loadBefore: load });
    console.log(machineLines(machine).join('\n'));
    console.log(`${options.rounds} rounds of ${options.seconds} s each; median ratio (smallest to largest)\n`);
    const results: Result[] = [];
    for (const { open } of wanted) {
      results.push(await resultOf(await open(stage), options));
      await stage.endFigure();
    }
    write({ startedAt, machine, options, results });
  } finally {
    await stage.close();
  }
}

async function resultOf(figure: Figure, options: Options): Promise<Result> {
  const result = figure.kind === 'count' ? countResult(figure) : raceResult(figure, await runRace(figure, options));
  console.log(linesOf(result).join('\n'));
  return result;
}

function write(run: { startedAt: Date; machine: object; options: Options; results: readonly Result[] }): void {
  mkdirSync(path.dirname(LATEST), { recursive: true });
  writeFileSync(LATEST, `${JSON.stringify(run, null, 2)}\n`);
  const missed = run.results.filter(({ met }) => !met).map(({ name }) => name);
  console.log(`\n${missed.length === 0 ? 'All goals met.' : `Missed: ${missed.join(', ')}.`} ${path.relative(process.cwd(), LATEST)}`);
}

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
