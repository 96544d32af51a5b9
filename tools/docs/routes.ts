import { resourcesOf, routes, type Access, type Area, type Route } from '@onbehalf/http';
import { code, page, table } from './markdown.ts';

const AREAS: readonly [area: Area, heading: string, about: string][] = [
  ['storefront', 'Storefront', 'Each path is served in every store view, behind its base: `/cart`, `/de/cart`, `/es/cart`. The caller is the assist cookie’s bearer, else the customer of the shop cookie, else a guest, whose cart the cart cookie names.'],
  ['staff', 'Portal', 'Only the staff cookie is read. An assist session’s cookie opens nothing here.'],
  ['admin', 'Admin', 'Only the staff cookie is read.'],
  ['rest', 'REST', 'Only the bearer token is read. A token beside a session cookie is refused with 400.'],
];

const IN_CONTEXT: Readonly<Record<Route['inContext'], string>> = {
  view: 'view',
  shop: 'shop',
  full: 'full',
  never: 'never',
  outside: '–',
};

export const routesPage = (): string =>
  page(
    'Routes',
    'These are the tables the server is made from; what is not in them is not served. The handle names a page and its REST twin alike, and a form is closed with its page: “Not allowed handles” takes these words.',
    [
      '- **who may**: anybody, a customer (or an assist session for one), an assist session only, staff, or staff whose role has the resource.',
      '- **in a context**: the smallest mode of an assist session that opens it. `never` holds whatever the settings say.',
      '- **record**: action group and action of the entry. It is written when a member of staff is behind the request, and for everybody where it says so. A use case may write a more telling entry itself: entering a customer writes `login-as-customer/start`, and the word in the table stands for its refusal. Pages that show personal data to staff leave a `view` entry as well.',
    ].join('\n'),
    ...AREAS.flatMap(([area, heading, about]) => [
      `## ${heading}`,
      about,
      table(['method', 'path', 'handle', 'who may', 'in a context', 'record'], routes.filter((one) => one.area === area).map(rowOf)),
    ]),
  );

const rowOf = (one: Route): string[] => [one.method, code(one.path), handleText(one), accessText(one.access), IN_CONTEXT[one.inContext], auditText(one)];

const handleText = ({ handle, formOf }: Route): string => (formOf === null ? code(handle) : `${code(handle)}, closed with ${code(formOf)}`);

const ACCESS: Readonly<Record<Exclude<Access, object>, string>> = {
  public: 'anybody',
  cart: 'anybody, by a form of the cart',
  'sign-in': 'between password and second step',
  customer: 'customer',
  context: 'assist session',
  actor: 'staff',
};

const accessText = (access: Access): string => (typeof access === 'string' ? ACCESS[access] : resourcesOf(access).map(code).join(' or '));

function auditText({ audit, auditFor }: Route): string {
  if (audit === null) return '';
  return `${audit.group}/${audit.action}${auditFor === 'everybody' ? ', everybody' : ''}`;
}
