// npm start: ready the checkout, build the pages when they changed, run the server.
import { buildWeb } from './build-web.mjs';
import { setup } from './setup.mjs';
import { main, runServer } from './steps.mjs';

await main(async () => {
  const node = await setup();
  await buildWeb(node);
  return runServer(node, ['apps/server/src/main.ts', ...process.argv.slice(2)]);
});
