import type { CartProps } from '../../../props/storefront.ts';
import { useStore, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';

/** To staff: which cart this is, and the way to the customer. To the customer: what waits (C8). */
export function SideCartNotice({ sideCart, offers, lines, version, canChange }: CartProps) {
  const t = useT();
  const { base } = useStore();
  if (offers.length === 0 && !sideCart) return null;
  return (
    <div className="mb-4 grid gap-3">
      {offers.map((offer) => (
        <Alert key={offer.id} tone="info">
          {t('sideCart.waits', { name: offer.by, count: offer.pieces })} <a href={`${base}/account/side-carts/${offer.id}`}>{t('sideCart.look')}</a>
        </Alert>
      ))}
      {sideCart ? (
        <Alert tone="info">
          <p>{t('sideCart.here')}</p>
          {canChange && lines.length > 0 ? (
            <Form action={`${base}/cart/send`} hidden={{ version }} className="mt-2">
              <Button>{t('sideCart.send')}</Button>
            </Form>
          ) : null}
        </Alert>
      ) : null}
    </div>
  );
}
