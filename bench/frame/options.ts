import { parseArgs } from 'node:util';

export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  /** Figures of these names, or whose names go on with a hyphen; empty: all. */
  readonly only: readonly string[];
  /** Whether the database waits for the disk, as in production. */
  readonly isDurable: boolean;
}

const LEAST_ROUNDS = 5;
const USUAL_ROUNDS = 7;

export const USAGE = `npm run bench -- [--rounds N] [--seconds S] [--only name]… [--no-sync]
  --rounds   interleaved rounds, at least ${LEAST_ROUNDS} (${USUAL_ROUNDS})
  --seconds  of each candidate's turn in a round (2)
  --only     figures of this name, or whose names go on from it with a hyphen; may be repeated
  --no-sync  the database doesn't wait for the disk: what is left is our own work`;

/** Throws a RangeError that says what can be asked for. */
export function readOptions(parameters: readonly string[]): Options {
  const { values } = parsed(parameters);
  return {
    rounds: numberOf(values.rounds, LEAST_ROUNDS),
    seconds: numberOf(values.seconds, 0.1),
    only: values.only ?? [],
    isDurable: values['no-sync'] !== true,
  };
}

export const isWanted = (name: string, { only }: Pick<Options, 'only'>): boolean => only.length === 0 || only.some((begin) => name === begin || name.startsWith(`${begin}-`));

function parsed(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        rounds: { type: 'string', default: String(USUAL_ROUNDS) },
        seconds: { type: 'string', default: '2' },
        only: { type: 'string', multiple: true },
        'no-sync': { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new RangeError(USAGE, { cause });
  }
}

function numberOf(text: string, least: number): number {
  const number = Number(text);
  if (Number.isFinite(number) && number >= least) return number;
  throw new RangeError(USAGE);
}
