import type { Unit } from '@onbehalf/assist';
import { RESOURCE, settingDefinition, type Refusal, type SettingPath } from '@onbehalf/core';
import type { Typed } from '@onbehalf/web';
import { z } from 'zod';
import { page, redirect, type Answer } from '../../answer.ts';
import type { Arrived } from '../../arrived.ts';
import type { Deps } from '../../deps.ts';
import { actorOfRequest } from '../../present/actor.ts';
import { addressOf } from '../../present/admin-paging.ts';
import { settingFields } from '../../present/settings-fields.ts';
import { parseConfigScope, scopeChoices, scopeLabel, type ConfigScope } from '../../present/settings-scope.ts';
import { SECTIONS, searchSettings, sectionLabel, sectionLinks, sectionOf } from '../../present/settings-sections.ts';
import { problemsOf } from '../../problems.ts';
import { route, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { saveSettings, storedSettings, typedSettings, type TypedSetting } from '../../use-cases/save-settings.ts';

const WHERE = {
  section: z.string().max(80).catch(''),
  scope: z.string().max(20).catch('default'),
  search: z.string().trim().max(100).catch(''),
};
const access = { resource: RESOURCE.configuration };
const common = { area: 'admin', access, inContext: 'outside' } as const;

/** Stores › Settings › Configuration (F1). */
export const configurationRoutes: Route[] = [
  route({ ...common, method: 'GET', path: '/admin/configuration', handle: 'adminhtml_system_config_index', input: z.object(WHERE), run: (context) => open(context) }),
  route({ ...common, method: 'GET', path: '/admin/configuration/:section', handle: 'adminhtml_system_config_edit', input: z.object(WHERE), run: (context) => open(context) }),
  route({
    ...common, method: 'POST', path: '/admin/configuration/:section', handle: 'adminhtml_system_config_save',
    audit: { group: 'configuration', action: 'save' }, input: z.looseObject(WHERE), run: (context) => save(context),
  }),
];

interface Looked {
  at: ConfigScope;
  /** Null where words were searched for, over all sections. */
  section: string | null;
  title: string;
  search: string;
  paths: readonly SettingPath[];
}

function lookAt(deps: Deps, { locale }: Arrived, { section, scope, search }: z.infer<z.ZodObject<typeof WHERE>>): Looked | Refusal {
  const at = parseConfigScope(scope, deps.stores, locale);
  if (at === null) return { code: 'not-found' };
  if (search !== '') return { at, section: null, title: search, search, paths: searchSettings(search, locale) };
  const found = section === '' ? SECTIONS[0] : sectionOf(section);
  if (found === undefined || found === null) return { code: 'not-found' };
  return { at, section: found.id, title: sectionLabel(found.name, locale), search: '', paths: found.paths };
}

async function open({ deps, request, unit, input }: RouteContext<z.infer<z.ZodObject<typeof WHERE>>>): Promise<Outcome> {
  const looked = lookAt(deps, request, input);
  return 'code' in looked ? { refused: [looked] } : { answer: await show({ deps, request, unit }, looked, { typed: [], refusals: [] }) };
}

async function save({ deps, request, unit, input }: RouteContext<z.infer<z.ZodObject<typeof WHERE>>>): Promise<Outcome> {
  const looked = lookAt(deps, request, input);
  if ('code' in looked) return { refused: [looked] };
  const { at, section, search, paths } = looked;
  const object = { type: 'configuration', id: section ?? 'search' };
  const typed = typedSettings(input, paths.filter((path) => settingDefinition(path).scopes.includes(at.scope)));
  const websiteIds = [...new Set(deps.stores.map((store) => store.websiteId))];
  const saved = await saveSettings(unit, { at, typed, websiteIds, now: request.now, actorId: actorOfRequest(request).actor.id });
  if (!saved.ok) {
    const refusals = saved.error;
    return { refused: refusals, object, show: (fresh) => show({ deps, request, unit: fresh }, looked, { typed, refusals }) };
  }
  return {
    answer: redirect(addressOf(`/admin/configuration${section === null ? '' : `/${section}`}`, { scope: at.text === 'default' ? '' : at.text, search })),
    entry: { object, detail: { scope: at.text, changes: saved.value.map(({ path, before, after, stored }) => ({ path, before, after, inherited: stored === null })) } },
    // Nothing changed, nothing to write down.
    recorded: saved.value.length === 0,
    flash: { tone: 'good', code: 'configuration-saved' },
  };
}

interface Refusing {
  typed: readonly TypedSetting[];
  refusals: readonly Refusal[];
}

async function show({ deps, request, unit }: { deps: Deps; request: Arrived; unit: Unit }, { at, section, title, search, paths }: Looked, { typed, refusals }: Refusing): Promise<Answer> {
  const { locale } = request;
  const here = `/admin/configuration${section === null ? '' : `/${section}`}`;
  const fields = settingFields(deps, request, { paths, at, stored: await storedSettings(unit), typed, refusals });
  return page('admin/configuration', {
    sections: sectionLinks({ current: section, scope: at.text, locale }),
    title,
    scope: at.text,
    scopes: scopeChoices(deps.stores).map(({ value, depth }) => ({
      value, depth, label: scopeLabel(deps, locale, value), current: value === at.text, href: addressOf(here, { scope: value === 'default' ? '' : value, search }),
    })),
    search,
    fields,
    problems: problemsOf(deps, refusals, request),
    typed: keptText(typed),
    saved: false,
  }, { status: refusals.length > 0 ? 422 : 200 });
}

function keptText(typed: readonly TypedSetting[]): Typed {
  return Object.fromEntries(typed.map(({ path, value }) => [path, Array.isArray(value) ? value.join('\n') : (value ?? '')]));
}
