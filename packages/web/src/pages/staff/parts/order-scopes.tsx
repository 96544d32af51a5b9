import type { MyOrdersProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';

/** A lead's choice between the own orders and the team's (A4). */
export function OrderScopes({ scopes }: Pick<MyOrdersProps, 'scopes'>) {
  const t = useT();
  if (scopes.length === 0) return null;
  return (
    <nav aria-label={t('staff.orders.scope')} className="scopes order-scopes">
      <ul>
        {scopes.map(({ scope, href, current }) => (
          <li key={scope}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {t(`staff.orders.scope.${scope}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
