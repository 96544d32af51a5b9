import type { CartConcessions, CartProps } from '../../../props/storefront.ts';
import { useFormat, useStore, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';

/** What staff gave on the cart as a whole: who, how much and why, for the customer too; whoever may shop can take it back (C10). */
export function Given({ concessions, version, canChange }: CartProps) {
  const t = useT();
  const { discount, freeShipping } = concessions;
  if (!discount && !freeShipping) return null;
  return (
    <ul className="given" aria-label={t('cart.given')}>
      {discount ? (
        <li>
          <GivenDiscount discount={discount} />
          {canChange ? <TakeBack path="discount" version={version} label={t('cart.takeBackDiscount')} /> : null}
        </li>
      ) : null}
      {freeShipping ? (
        <li>
          <p>
            {t('cart.freeShippingBy', { name: freeShipping.actorName })} <span className="text-muted">{freeShipping.reason}</span>
          </p>
          {freeShipping.state === 'over' ? <Alert tone="warn">{t('cart.freeShippingOver')}</Alert> : null}
          {canChange ? <TakeBack path="free-shipping" version={version} label={t('cart.takeBackFreeShipping')} /> : null}
        </li>
      ) : null}
    </ul>
  );
}

function GivenDiscount({ discount }: { discount: NonNullable<CartConcessions['discount']> }) {
  const t = useT();
  const { money } = useFormat();
  const much = discount.amount ? money(discount.amount) : t('cart.percent', { percent: discount.percent ?? '' });
  return (
    <>
      <p>
        {t('cart.discountBy', { much, name: discount.actorName })} <span className="text-muted">{discount.reason}</span>
      </p>
      {discount.state === 'over' ? <Alert tone="warn">{t('cart.discountOver')}</Alert> : null}
      {discount.state === 'lowered' ? <Alert tone="warn">{t('cart.discountLowered')}</Alert> : null}
    </>
  );
}

function TakeBack({ path, version, label }: { path: string; version: number; label: string }) {
  const { base } = useStore();
  return (
    <Form action={`${base}/cart/${path}/remove`} hidden={{ version }}>
      <Button tone="quiet" size="small" icon="undo">
        {label}
      </Button>
    </Form>
  );
}
