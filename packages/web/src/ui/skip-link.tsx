import { useT } from '../shell/request-context.tsx';

/** The first stop of the keyboard on every page. */
export function SkipLink() {
  const t = useT();
  return (
    <a href="#main" className="skip-link">
      {t('ui.skipToContent')}
    </a>
  );
}
