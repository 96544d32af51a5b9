import type { Paging } from '../props/shared.ts';
import { useT } from '../shell/request-context.tsx';
import { ButtonLink } from './button.tsx';

/** To the neighbouring pages of a long list; nothing where all fits on one. */
export function Pagination({ paging, text }: { paging: Paging; text?: string }) {
  const t = useT();
  if (!paging.previous && !paging.next) return null;
  return (
    <nav aria-label={t('ui.pages')} className="pagination">
      {paging.previous ? (
        <ButtonLink href={paging.previous} icon="arrow-left">
          {t('ui.previousPage')}
        </ButtonLink>
      ) : null}
      {text ? <span className="pagination-text">{text}</span> : null}
      {paging.next ? (
        <ButtonLink href={paging.next} icon="arrow-right" className="button-icon-last ms-auto">
          {t('ui.nextPage')}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
