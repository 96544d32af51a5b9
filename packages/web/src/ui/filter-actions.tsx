import { useT } from '../shell/request-context.tsx';
import { Button, ButtonLink } from './button.tsx';

/** What ends a row of filters: applies them and, where one is set, `clear` is where the list is without any. */
export function FilterActions({ clear }: { clear: string | null }) {
  const t = useT();
  return (
    <div className="filter-actions">
      <Button>{t('admin.apply')}</Button>
      {clear === null ? null : (
        <ButtonLink href={clear} tone="quiet">
          {t('admin.clear')}
        </ButtonLink>
      )}
    </div>
  );
}
