// npm run seed -- --customers N --orders N --audit N
import { setup } from './setup.mjs';
import { main, run } from './steps.mjs';

await main(async () => run(await setup(), ['apps/server/src/cli.ts', 'seed', ...process.argv.slice(2)]));
