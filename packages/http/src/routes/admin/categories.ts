import type { Unit } from '@onbehalf/assist';
import { RESOURCE, type Refusal } from '@onbehalf/core';
import { keptCategories, keptCategory, type KeptCategory } from '@onbehalf/shop';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { inLocale } from '../../frame.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { saveCategory } from '../../use-cases/save-category.ts';
import type { Form } from '../../use-cases/save-product.ts';
import { formOf } from './products.ts';

const ID = z.string().regex(/^[1-9][0-9]{0,17}$/).catch('');
const common = { area: 'admin', access: { resource: RESOURCE.products }, inContext: 'outside' } as const;

/** Catalog › Categories (F3). */
export const categoryRoutes: Route[] = [
  route({
    ...common, method: 'GET', path: '/admin/categories', handle: 'adminhtml_category_index', input: z.object({}),
    run: async ({ request, unit }) => ({
      answer: page('admin/categories', { rows: (await keptCategories(unit)).map(({ id, name, slug, position, products }) => ({ id, href: `/admin/categories/${id}`, name: inLocale(name, request.locale), slug, position, products })) }),
    }),
  }),
  route({
    ...common, method: 'GET', path: '/admin/categories/new', handle: 'adminhtml_category_new', input: z.object({}),
    run: async (context) => ({ answer: categoryPage(context, { category: null, typed: { position: '0' }, refusals: [] }) }),
  }),
  route({ ...common, method: 'POST', path: '/admin/categories', handle: 'adminhtml_category_create', audit: { group: 'catalog', action: 'create' }, input: z.looseObject({}), run: (context) => save(context, null) }),
  route({
    ...common, method: 'GET', path: '/admin/categories/:id', handle: 'adminhtml_category_edit', input: z.object({ id: ID }),
    run: async (context) => {
      const category = await found(context.unit, context.input.id);
      return category === null ? { refused: [{ code: 'not-found' }] } : { answer: categoryPage(context, { category, typed: shownOf(category), refusals: [] }) };
    },
  }),
  route({
    ...common, method: 'POST', path: '/admin/categories/:id', handle: 'adminhtml_category_save', audit: { group: 'catalog', action: 'update' }, input: z.looseObject({ id: ID }),
    run: async (context) => {
      const category = await found(context.unit, context.input.id);
      return category === null ? { refused: [{ code: 'not-found' }] } : save(context, category);
    },
  }),
];

const found = async (unit: Unit, id: string): Promise<KeptCategory | null> => (id === '' ? null : keptCategory(unit, id));

async function save({ deps, request, unit, input }: RouteContext<Record<string, unknown>>, category: KeptCategory | null): Promise<Outcome> {
  const form = formOf(input);
  const saved = await saveCategory(unit, category, form);
  if (!saved.ok) {
    const refusals = saved.error;
    return { refused: refusals, ...(category === null ? {} : { object: { type: 'category', id: category.id } }), show: async () => categoryPage({ deps, request }, { category, typed: form, refusals }) };
  }
  const { id, name, detail } = saved.value;
  return { answer: redirect('/admin/categories'), entry: { object: { type: 'category', id }, detail }, flash: { tone: 'good', code: 'category-saved', facts: { name } } };
}

function categoryPage({ deps, request }: { deps: Deps; request: Arrived }, { category, typed, refusals }: { category: KeptCategory | null; typed: Form; refusals: readonly Refusal[] }): Answer {
  return page('admin/category', {
    href: category === null ? null : `/admin/categories/${category.id}`, name: category === null ? '' : inLocale(category.name, request.locale),
    problems: problemsOf(deps, refusals, request), typed,
  }, { status: refusals.length > 0 ? 422 : 200 });
}

const shownOf = ({ name, slug, position }: KeptCategory): Form => ({ 'name.en': name.en, 'name.de': name.de ?? '', 'name.es': name.es ?? '', slug, position: String(position) });
