// npm run test:soak [-- ROUNDS]: kills a server in the middle of its work, again and again (docs/reference/crash-tests.md).
import path from 'node:path';
import { buildWeb } from './build-web.mjs';
import { setup } from './setup.mjs';
import { ROOT, main, run } from './steps.mjs';

await main(async () => {
  const rounds = process.argv[2] ?? '500';
  if (!/^[1-9]\d{0,5}$/u.test(rounds)) throw new Error('npm run test:soak -- ROUNDS');
  const node = await setup();
  await buildWeb(node);
  return run(node, [path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'soak'], { env: { ...process.env, ONBEHALF_SOAK_ROUNDS: rounds } });
});
