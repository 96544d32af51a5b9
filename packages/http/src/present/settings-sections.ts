import { SECTION_LABELS, SETTING_PATHS, settingDefinition, type Locale, type SettingPath } from '@onbehalf/core';
import type { ConfigurationProps } from '@onbehalf/web';
import { addressOf } from './admin-paging.ts';

/** Settings this release honours, in the order of the registry: the page shows no others. */
const LIVE = SETTING_PATHS.filter((path) => settingDefinition(path).live);

export interface Section {
  id: string;
  tab: string;
  name: string;
  paths: SettingPath[];
}

/** Tabs and sections that have anything to set. */
export const SECTIONS: readonly Section[] = [...Map.groupBy(LIVE, (path) => settingDefinition(path).section.join('\n'))].map(([key, paths]) => {
  const [tab = '', name = ''] = key.split('\n');
  return { id: `${tab} ${name}`.toLowerCase().replaceAll(' ', '-'), tab, name, paths };
});

export function sectionOf(id: string): Section | null {
  return SECTIONS.find((section) => section.id === id) ?? null;
}

export function sectionLabel(word: string, locale: Locale): string {
  return SECTION_LABELS[word]?.[locale] ?? word;
}

/** Settings whose label, help or path has the words, in the reader's language or in English. */
export function searchSettings(words: string, locale: Locale): SettingPath[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return LIVE.filter((path) => {
    const { label, help } = settingDefinition(path);
    const text = [path, label[locale], label.en, help?.[locale] ?? '', help?.en ?? ''].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The navigation beside the settings. */
export function sectionLinks({ current, scope, locale }: { current: string | null; scope: string; locale: Locale }): ConfigurationProps['sections'] {
  const tabs = Map.groupBy(SECTIONS, (section) => section.tab);
  return [...tabs].map(([tab, sections]) => ({
    tab: sectionLabel(tab, locale),
    items: sections.map(({ id, name }) => ({
      id,
      label: sectionLabel(name, locale),
      href: addressOf(`/admin/configuration/${id}`, { scope: scope === 'default' ? '' : scope }),
      current: id === current,
    })),
  }));
}
