import type { ConfigurationProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';

/** Search over all settings, and the sections by tab. */
export function ConfigurationNavigation({ sections, search, scope }: Pick<ConfigurationProps, 'sections' | 'search' | 'scope'>) {
  const t = useT();
  return (
    <div className="configuration-side">
      <Form action="/admin/configuration" method="get" role="search" className="configuration-search" hidden={{ scope }}>
        <label className="sr-only" htmlFor="configuration-search">
          {t('admin.configuration.search')}
        </label>
        <input id="configuration-search" type="search" name="search" className="input" defaultValue={search} placeholder={t('admin.configuration.search')} />
        <Button icon="search" iconOnly>
          {t('admin.configuration.searchButton')}
        </Button>
      </Form>
      <nav aria-label={t('admin.configuration.sections')} className="side-nav">
        {sections.map(({ tab, items }) => (
          <div key={tab}>
            <h2>{tab}</h2>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  );
}
