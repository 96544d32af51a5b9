import { addNote, notesOf, subjectById, whereabouts } from '@onbehalf/assist';
import { parseCustomerNote, percentText, type Refusal } from '@onbehalf/core';
import { customerPrices, type CustomerPrice } from '@onbehalf/shop';
import type { CustomerPriceView, StaffCustomerProps } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import { inLocale } from '../../frame.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { customerOverview } from '../../present/customer-overview.ts';
import { companyColleagues } from '../../present/company-colleagues.ts';
import { customerRow } from '../../present/customers.ts';
import { money } from '../../present/names.ts';
import { visibleCustomer } from '../../present/visible-customer.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Route, type RouteContext } from '../../route.ts';
import { peopleAbout } from '../../use-cases/save-customer.ts';

const ID = z.object({ id: z.string().regex(/^[1-9][0-9]{0,17}$/).catch('0') });
const NOTE = ID.extend({ kind: z.enum(['note', 'visit']).catch('note'), text: z.string().max(10_000).catch('') });
const NOTES = 30;
const PRICES = 40;

/** One customer, all around (A9): only those the actor may see, and the look is on record. */
export const customerPageRoutes: Route[] = [
  route({
    method: 'GET', area: 'staff', path: '/staff/customers/:id', handle: 'staff_customers_view', access: 'actor', inContext: 'outside', input: ID,
    run: async (context) => {
      const shown = await show(context, { typed: {}, refusals: [] });
      return 'refusals' in shown ? { refused: shown.refusals, object: { type: 'customer', id: context.input.id } } : { answer: shown };
    },
  }),
  route({
    method: 'POST', area: 'staff', path: '/staff/customers/:id/notes', handle: 'staff_customers_note', access: 'actor', inContext: 'outside', audit: { group: 'customer', action: 'add-note' }, input: NOTE,
    run: async (context) => {
      const { request, unit, input } = context;
      const { actor } = actorOfRequest(request);
      const object = { type: 'customer', id: input.id };
      const visible = await visibleCustomer(context, input.id);
      if ('refusals' in visible) return { refused: visible.refusals, object };
      const subject = await subjectById(unit, input.id);
      if (subject === null) return { refused: [{ code: 'customer-not-found' }], object };
      const text = parseCustomerNote(input.text);
      if (!text.ok) {
        const typed = { kind: input.kind, text: input.text };
        return { refused: text.error, object, show: async (fresh) => answerOf(await show({ ...context, unit: fresh }, { typed, refusals: text.error })) };
      }
      const id = await addNote(unit, { customerId: subject.id, kind: input.kind, at: request.now, staff: actor, assistSessionId: null, text: text.value });
      return {
        answer: redirect(`/staff/customers/${subject.id}`),
        people: peopleAbout(actor, subject),
        entry: { object, detail: { kind: input.kind, note: id } },
        flash: { tone: 'good', code: 'note-added' },
      };
    },
  }),
];

type Context = Pick<RouteContext<{ id: string }>, 'deps' | 'request' | 'unit' | 'input'>;
type Again = { typed: Record<string, string>; refusals: readonly Refusal[] };

const answerOf = (shown: Answer | { refusals: Refusal[] }): Answer => ('refusals' in shown ? redirect('/staff/customers') : shown);

async function show(context: Context, { typed, refusals }: Again): Promise<Answer | { refusals: Refusal[] }> {
  const { deps, request, unit, input } = context;
  const { actor } = actorOfRequest(request);
  const visible = await visibleCustomer(context, input.id);
  if ('refusals' in visible) return visible;
  const customer = await customerOverview(unit, { deps, request }, { customerId: input.id, orderHref: ({ number, ownerStaffId }) => (ownerStaffId === actor.id ? `/staff/orders/${number}` : null) });
  if (customer === null) return { refusals: [{ code: 'customer-not-found' }] };
  const inside = await whereabouts(unit, { actorId: actor.id, settings: request.settings, now: request.now });
  const props: StaffCustomerProps = {
    customer,
    colleagues: await companyColleagues(context, { customerId: input.id, place: 'staff' }),
    row: customerRow({ deps, arrived: request, isInside: inside !== null }, visible.found),
    prices: await prices(context),
    notes: await notesOf(unit, { customerId: input.id, limit: NOTES }),
    typed,
    problems: problemsOf(deps, refusals, request),
  };
  return page('staff/customer', props, { status: refusals.length > 0 ? 422 : 200, view: { type: 'customer', id: input.id } });
}

async function prices({ deps, request, unit, input }: Context): Promise<StaffCustomerProps['prices']> {
  const found = await customerPrices(unit, { customerId: input.id, now: request.now, limit: PRICES + 1 });
  const [row] = await unit.query<{ currency: string }>('select st.currency::text from customer c join store st on st.id = c.store_id where c.id = $1', [input.id]);
  const view = (price: CustomerPrice): CustomerPriceView => ({
    source: price.listName ?? deps.web.message(`price.${price.source}`, request.locale),
    sku: price.sku,
    name: inLocale(price.name, request.locale),
    from: price.minQuantity,
    price: price.amountMinor === null ? null : money(price.amountMinor, row?.currency ?? ''),
    percentOff: price.percentOffBasisPoints === null ? null : percentText(BigInt(price.percentOffBasisPoints)),
  });
  return { rows: found.slice(0, PRICES).map(view), isCut: found.length > PRICES };
}
