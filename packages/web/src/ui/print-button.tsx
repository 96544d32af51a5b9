import { useT } from '../shell/request-context.tsx';
import { Button } from './button.tsx';

/** Needs script; hidden without it, where the browser's own menu prints. */
export function PrintButton() {
  const t = useT();
  return (
    <span data-print="">
      <Button type="button" icon="print">
        {t('sales.print')}
      </Button>
    </span>
  );
}
