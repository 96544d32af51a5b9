import { access } from './impersonation/access.ts';
import { afterwards } from './impersonation/afterwards.ts';
import { orders } from './impersonation/orders.ts';
import { overview } from './impersonation/overview.ts';
import { prices } from './impersonation/prices.ts';
import { process } from './impersonation/process.ts';
import { sessions } from './impersonation/sessions.ts';
import { workflows } from './impersonation/workflows.ts';
import type { SourceDocument } from './statement.ts';

/** MageB2B's document on its Staff extension. */
export const customerImpersonation: SourceDocument = {
  letter: 'S',
  title: 'Customer Impersonation (Staff)',
  about: 'Sales staff log into customers’ accounts, change prices in the cart, place orders, and earn commission.',
  chapters: [...overview, ...process, ...prices, ...orders, ...access, ...sessions, ...workflows, ...afterwards],
};
