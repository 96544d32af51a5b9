import { useT } from '../shell/request-context.tsx';
import { Badge } from './badge.tsx';

/** What an address of a book stands for where nobody says otherwise. */
export function AddressBadges({ address: { isDefault, isDefaultBilling } }: { address: { isDefault: boolean; isDefaultBilling: boolean } }) {
  const t = useT();
  if (!isDefault && !isDefaultBilling) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {isDefault ? (
        <Badge tone="accent" icon="check">
          {t('addresses.default')}
        </Badge>
      ) : null}
      {isDefaultBilling ? (
        <Badge tone="neutral" icon="check">
          {t('addresses.defaultBilling')}
        </Badge>
      ) : null}
    </div>
  );
}
