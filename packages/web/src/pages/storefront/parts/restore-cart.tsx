import type { CartProps } from '../../../props/storefront.ts';
import { useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';

/** Undoes what was changed in this session, as a whole (C8). */
export function RestoreCart({ canRestore, version }: CartProps) {
  const t = useT();
  const { base } = useStore();
  if (!canRestore) return null;
  return (
    <Form action={`${base}/cart/restore`} hidden={{ version }} className="grid justify-items-start gap-1">
      <Button>{t('cart.restore')}</Button>
      <p className="text-sm text-muted">{t('cart.restoreText')}</p>
    </Form>
  );
}
