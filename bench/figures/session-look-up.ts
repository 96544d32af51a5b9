import { lookUpContext } from '@onbehalf/assist';
import { unitOfWork } from '@onbehalf/database';
import type { Race } from '../frame/figure.ts';
import { inProcess, type Operation } from '../frame/in-process.ts';
import type { Stage } from '../stage/open-stage.ts';
import { noting, type Statement } from './statement-log.ts';

/** What every request in a context begins with, against a driver that only sends the statement and reads the row. */
export async function sessionLookUp(stage: Stage, concurrency: number): Promise<Race> {
  const pool = stage.openPool(concurrency);
  const unit = unitOfWork(pool);
  const { name, text } = await theStatement(stage);
  const raw = await stage.rawClients(concurrency);
  const ours = Array.from({ length: concurrency }, (_, worker): Operation => {
    const next = hashes(stage, worker);
    return async () => {
      const found = await unit.read((one) => lookUpContext(one, { hash: next(), now: new Date(), countsAsUse: true }));
      if (found?.live !== true) throw new Error('A context of the bench is not live');
    };
  });
  const baseline = raw.map((client, worker): Operation => {
    const next = hashes(stage, worker);
    return async () => {
      const { rows } = await client.query({ name, text, values: [next(), new Date()] });
      if (rows.length !== 1) throw new Error('A context of the bench is not there');
    };
  });
  return {
    kind: 'race',
    name: `session-look-up-${concurrency}`,
    unit: `look-ups a second, ${concurrency} at a time`,
    goal: 0.8,
    candidates: { baselines: [inProcess('raw pg', baseline)], ours: inProcess('lookUpContext', ours) },
  };
}

async function theStatement(stage: Stage): Promise<Statement> {
  const statements: Statement[] = [];
  const next = hashes(stage, 0);
  await unitOfWork(stage.openPool(1)).read((unit) => lookUpContext(noting(unit, statements), { hash: next(), now: new Date(), countsAsUse: true }));
  const [statement] = statements;
  if (statement === undefined || statements.length > 1) throw new Error('The look-up is no longer one statement');
  return statement;
}

/** Every worker goes round all contexts, beginning somewhere else. */
function hashes({ shop: { contexts } }: Stage, worker: number): () => Buffer {
  let at = worker * 11;
  return () => {
    at += 1;
    const context = contexts[at % contexts.length];
    if (context === undefined) throw new Error('The bench has no contexts');
    return context.hash;
  };
}
