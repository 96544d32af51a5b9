import { RESOURCE, type Refusal } from '@onbehalf/core';
import { buyersOf, companyById, listCompanies, markVatNumber, ORDER_VISIBILITIES, type Company } from '@onbehalf/shop';
import { z } from 'zod';
import { json } from '../../answer.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { atCompanyBody, companyBuyerJson, companyJson } from '../../present/rest-company.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { addBuyer, companyWords, moveBuyer, saveCompany, type TypedCompany } from '../../use-cases/save-company.ts';
import { COMPANY, COMPANY_BUYER } from './schemas.ts';

const PAGE = 50;
const NUMBER = z.string().regex(/^[1-9][0-9]{0,17}$/);
const ID = z.object({ companyId: NUMBER });
const BUYER = ID.extend({ customerId: NUMBER });
const ROLE = z.enum(['administrator', 'buyer']);
const TEXT = z.string().max(500);
const CHANGE = z.object({
  name: TEXT.optional(), vatNumber: TEXT.optional(), groupId: NUMBER.optional(), orderVisibility: z.enum(ORDER_VISIBILITIES).optional(),
  paymentDays: z.int().min(0).max(365).nullable().optional().meta({ description: 'Null: the days of the website.' }),
  creditLimit: z.string().max(30).nullable().optional().meta({ description: 'An amount of the website’s currency, as "5000.00"; null: no limit.' }),
});
const NEW = CHANGE.extend({ websiteId: NUMBER, name: TEXT, groupId: NUMBER });
const BUYERS = z.object({ items: z.array(COMPANY_BUYER) });
const common = { area: 'rest', access: { resource: RESOURCE.companies }, inContext: 'never' } as const;
const ofCompany = (id: string) => ({ type: 'company', id });

/** Customers › Companies over REST (G2, H1): the pages' handles, right, rules and entries. */
export const companyRestRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/V1/companies', handle: 'adminhtml_company_index', summary: 'Companies by name; `q` is a part of the name or the beginning of the VAT number',
    input: z.object({ q: z.string().trim().max(100).default(''), cursor: NUMBER.optional() }), output: z.object({ items: z.array(COMPANY), next: z.string().nullable() }),
    run: async ({ deps, unit, input: { q, cursor } }) => {
      const found = await listCompanies(unit, { text: q, after: cursor ?? null, limit: PAGE });
      return { answer: json({ items: found.companies.map((one) => companyJson(deps, one)), next: found.next }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/V1/companies', handle: 'adminhtml_company_create', summary: 'Make a company', audit: { group: 'company', action: 'create' }, input: NEW, output: COMPANY,
    run: (context) => save(context, null, context.input),
  }),
  route({
    ...common, method: 'GET', path: '/V1/companies/:companyId', handle: 'adminhtml_company_edit', summary: 'One company', input: ID, output: COMPANY,
    run: (context) => withCompany(context, (company) => ({ answer: json(companyJson(context.deps, company), { view: ofCompany(company.id) }) })),
  }),
  route({
    ...common, method: 'PUT', path: '/V1/companies/:companyId', handle: 'adminhtml_company_save', summary: 'Change a company; what is left out stays', audit: { group: 'company', action: 'update' }, input: CHANGE.extend(ID.shape), output: COMPANY,
    run: (context) => withCompany(context, (company) => save(context, company, context.input)),
  }),
  route({
    ...common, method: 'PUT', path: '/V1/companies/:companyId/vat-check', handle: 'adminhtml_company_checkvat', summary: 'Mark the VAT number that was looked up as checked', audit: { group: 'company', action: 'check-vat-number' }, input: ID.extend({ vatNumber: TEXT }), output: COMPANY,
    run: (context) => withCompany(context, (company) => mark(context, company, { vatNumber: context.input.vatNumber, isChecked: true })),
  }),
  route({
    ...common, method: 'DELETE', path: '/V1/companies/:companyId/vat-check', handle: 'adminhtml_company_uncheckvat', summary: 'Take the mark back', audit: { group: 'company', action: 'uncheck-vat-number' }, input: ID, output: COMPANY,
    run: (context) => withCompany(context, (company) => mark(context, company, { vatNumber: company.vatNumber, isChecked: false })),
  }),
  route({
    ...common, method: 'GET', path: '/V1/companies/:companyId/buyers', handle: 'adminhtml_company_edit', summary: 'Everybody who buys for it, those too who haven’t taken up their invitation', input: ID, output: BUYERS,
    run: (context) => withCompany(context, (company) => buyers(context, company, 200)),
  }),
  route({
    ...common, method: 'POST', path: '/V1/companies/:companyId/buyers', handle: 'adminhtml_company_addbuyer', summary: 'Add a customer of its website, by e-mail or id', audit: { group: 'company', action: 'add-buyer' },
    input: ID.extend({ customer: TEXT, role: ROLE.default('buyer') }), output: BUYERS,
    run: (context) => withCompany(context, async (company) => {
      const added = await addBuyer(context, company, context.input);
      return added.ok ? { ...(await buyers(context, company, 201)), recorded: true } : { refused: added.error, object: ofCompany(company.id) };
    }),
  }),
  route({
    ...common, method: 'PUT', path: '/V1/companies/:companyId/buyers/:customerId', handle: 'adminhtml_company_buyerrole', summary: 'Give a buyer another role', audit: { group: 'company', action: 'change-role' }, input: BUYER.extend({ role: ROLE }), output: BUYERS,
    run: (context) => withCompany(context, async (company) => {
      const moved = await moveBuyer(context, company, { customerId: context.input.customerId, to: context.input.role });
      return moved.ok ? { ...(await buyers(context, company, 200)), recorded: true } : { refused: moved.error, object: ofCompany(company.id) };
    }),
  }),
  route({
    ...common, method: 'DELETE', path: '/V1/companies/:companyId/buyers/:customerId', handle: 'adminhtml_company_removebuyer', summary: 'Take a buyer out; the account stays', audit: { group: 'company', action: 'remove-buyer' }, input: BUYER,
    run: (context) => withCompany(context, async (company) => {
      const moved = await moveBuyer(context, company, { customerId: context.input.customerId, to: 'out' });
      return moved.ok ? { answer: { kind: 'empty' }, recorded: true } : { refused: moved.error, object: ofCompany(company.id) };
    }),
  }),
];

type Asked = Pick<RouteContext<unknown>, 'deps' | 'request' | 'unit'>;

async function withCompany({ unit, input }: RouteContext<{ companyId: string }>, run: (company: Company) => Outcome | Promise<Outcome>): Promise<Outcome> {
  const company = await companyById(unit, input.companyId);
  return company === null ? { refused: [{ code: 'not-found' }], object: ofCompany(input.companyId) } : run(company);
}

async function buyers({ unit }: Asked, company: Company, status: number): Promise<{ answer: ReturnType<typeof json> }> {
  return { answer: json({ items: (await buyersOf(unit, company.id)).map(companyBuyerJson) }, { status, view: ofCompany(company.id) }) };
}

type Body = z.infer<typeof CHANGE> & { websiteId?: string };

/** The body over what the company has; a new one has nothing. */
function typedFrom(was: Company | null, body: Body): TypedCompany {
  const days = body.paymentDays === undefined ? (was?.paymentDays ?? null) : body.paymentDays;
  return {
    website: body.websiteId ?? '', name: body.name ?? was?.name ?? '', vatNumber: body.vatNumber ?? was?.vatNumber ?? '', group: body.groupId ?? was?.groupId ?? '',
    orderVisibility: body.orderVisibility ?? was?.orderVisibility ?? 'own', paymentDays: days === null ? '' : String(days), creditLimit: body.creditLimit ?? '',
  };
}

async function save(asked: Asked, was: Company | null, body: Body): Promise<Outcome> {
  const saved = await saveCompany(asked, was, typedFrom(was, body), { locale: 'api', keepsLimit: body.creditLimit === undefined });
  if (!saved.ok) return { refused: atCompanyBody(saved.error), ...(was === null ? {} : { object: ofCompany(was.id) }) };
  const { id, after } = saved.value;
  const company = await companyById(asked.unit, id);
  if (company === null) throw new Error('A company that was kept is not there');
  return {
    answer: json(companyJson(asked.deps, company), { status: was === null ? 201 : 200 }),
    entry: { object: ofCompany(id), detail: { ...(was === null ? {} : { before: companyWords(was) }), after: companyWords(after) }, personal: { vatNumber: after.vatNumber } },
  };
}

async function mark({ deps, request, unit }: Asked, company: Company, { vatNumber, isChecked }: { vatNumber: string; isChecked: boolean }): Promise<Outcome> {
  const done = await markVatNumber(unit, { id: company.id, vatNumber, check: isChecked ? { at: request.now, by: actorOfRequest(request).actor } : null });
  const changed: Refusal[] = [{ code: 'vat-number-changed', field: 'vatNumber' }];
  const after = done ? await companyById(unit, company.id) : null;
  if (after === null) return { refused: changed, object: ofCompany(company.id) };
  return { answer: json(companyJson(deps, after)), entry: { object: ofCompany(company.id), detail: { before: company.vatCheck !== null, after: isChecked }, personal: { vatNumber } } };
}
