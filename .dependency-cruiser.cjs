// The house has one direction: core <- database, assist, shop <- http <- apps. Each forbidden edge says why.
const specs = '\\.spec\\.tsx?$|/port-tests/|/testing/|/testing[^/]*\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-stays-pure',
      comment: 'A line of core runs without a network, a clock or a dependency: that is what makes its rules testable as data.',
      severity: 'error',
      from: { path: '^packages/core/src', pathNot: specs },
      to: { pathNot: '^packages/core/src' },
    },
    {
      name: 'core-specs-need-little',
      comment: 'Specs of core take values and check values: a test runner and a generator of values are enough.',
      severity: 'error',
      from: { path: '^packages/core/src.*(\\.spec\\.tsx?$)' },
      to: { pathNot: ['^packages/core/src', '(^|/)node_modules/(vitest|fast-check|@vitest|@fast-check)(/|$)'] },
    },
    {
      name: 'database-knows-core-only',
      comment: 'database keeps; it does not know who asks.',
      severity: 'error',
      from: { path: '^packages/database' },
      to: { path: '^(packages/(assist|shop|http|web)|apps|bench|e2e)/' },
    },
    {
      name: 'assist-knows-no-shop',
      comment: 'Assisted selling runs inside other engines too (H3): what it needs from a shop is in its ports.',
      severity: 'error',
      from: { path: '^packages/assist', pathNot: specs },
      to: { path: '^(packages/(shop|http|web)|apps)/' },
    },
    {
      name: 'shop-implements-ports-only',
      comment: 'The shop meets assisted selling at its ports, by type. Its use cases are somebody else’s business.',
      severity: 'error',
      from: { path: '^packages/shop', pathNot: specs },
      to: {
        path: '^packages/assist/',
        pathNot: ['^packages/assist/src/(index|ports)\\.ts$', '^packages/assist/(src/)?port-tests/'],
      },
    },
    {
      name: 'shop-takes-types-of-assist-only',
      comment: 'A value imported from assist would make the shop call assisted selling; only the port’s shape is shared.',
      severity: 'error',
      from: { path: '^packages/shop', pathNot: specs },
      to: { path: '^packages/assist/src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-meet-in-the-root',
      comment: 'assist and shop are given a unit of work. One that opens its own connection would leave the transaction.',
      severity: 'error',
      from: { path: '^packages/(assist|shop)', pathNot: specs },
      to: { path: '^packages/database/|(^|/)node_modules/pg(/|$)' },
    },
    {
      name: 'shop-knows-no-carrier',
      comment: 'A rule of the shop is the same whether a page, a job or a test asks.',
      severity: 'error',
      from: { path: '^packages/shop' },
      to: { path: '^(packages/(http|web)|apps)/' },
    },
    {
      name: 'http-knows-web-by-type',
      comment: 'Pages are built by Vite and handed in; Node can’t run their source, and http has to start without them.',
      severity: 'error',
      from: { path: '^packages/http' },
      to: { path: '^packages/web/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'http-is-composed-by-apps',
      comment: 'The composition root knows http, not the other way round.',
      severity: 'error',
      from: { path: '^packages/http' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-knows-core-only',
      comment: 'A page lays out what it is given. If it could reach the database it would decide.',
      severity: 'error',
      from: { path: '^packages/web' },
      to: { path: '^(packages/(database|assist|shop|http)|apps)/|(^|/)node_modules/(pg|kysely|fastify)(/|$)' },
    },
    {
      name: 'nobody-imports-apps',
      comment: 'apps/ is where the parts meet; a part that needs it has the arrow the wrong way round.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'specs-stay-out',
      comment: 'What only tests need is not there in production.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: specs },
      to: { path: specs },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing with two names, or one of them hides a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that is not found would silently drop a boundary.',
      severity: 'error',
      from: { pathNot: specs },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: '(^|/)(dist|\\.cache|\\.data|test-results|preview|bench/peers)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
