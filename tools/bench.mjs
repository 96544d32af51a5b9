// npm run bench: figures, always side by side.
import { buildWeb } from './build-web.mjs';
import { setup } from './setup.mjs';
import { main, run } from './steps.mjs';

await main(async () => {
  const node = await setup();
  await buildWeb(node);
  return run(node, ['bench/run.ts', ...process.argv.slice(2)]);
});
