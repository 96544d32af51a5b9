import type { ConfigurationProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** For whom the values hold: default, website, store view. Links, so that the scope is in the address. */
export function ScopeLinks({ scopes }: Pick<ConfigurationProps, 'scopes'>) {
  const t = useT();
  return (
    <nav aria-label={t('admin.configuration.scope')} className="scopes">
      <span className="scopes-label" aria-hidden="true">
        {t('admin.configuration.scope')}
      </span>
      <ul>
        {scopes.map((scope) => (
          <li key={scope.value} className={`scope-${scope.depth}`}>
            {scope.depth > 1 ? <Icon name="chevron-right" /> : null}
            <a href={scope.href} aria-current={scope.current ? 'true' : undefined}>
              {scope.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
