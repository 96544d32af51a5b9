import { attackCasesPage } from './attack-cases/page.ts';
import { auditFormatPage } from './audit-format.ts';
import { featuresPage } from './features.ts';
import { modesPage } from './modes.ts';
import { pricePrecedencePage } from './price-precedence.ts';
import { refusalsPage } from './refusals.ts';
import { routesPage } from './routes.ts';
import { settingsPage } from './settings.ts';
import { sourceDocumentsPage } from './source-documents/page.ts';

/** The pages that the code itself knows, by their place under docs/. */
export const generatedPages = (): Readonly<Record<string, string>> => ({
  'reference/attack-cases.md': attackCasesPage(),
  'reference/audit-format.md': auditFormatPage(),
  'reference/features.md': featuresPage(),
  'reference/modes.md': modesPage(),
  'reference/price-precedence.md': pricePrecedencePage(),
  'reference/refusals.md': refusalsPage(),
  'reference/routes.md': routesPage(),
  'reference/settings.md': settingsPage(),
  'reference/source-documents.md': sourceDocumentsPage(),
});
