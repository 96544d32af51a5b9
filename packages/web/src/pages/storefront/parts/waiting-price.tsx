import type { CartLineView } from '../../../props/storefront.ts';
import { useFormat, useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';

interface WaitingPriceProps {
  line: CartLineView;
  waiting: NonNullable<CartLineView['waiting']>;
  version: number;
  canChange: boolean;
}

const EVERY_SECONDS = 5;

/** A price beyond a limit, on its way to a second person: what waits, what that means, and the way out of it (C5). */
export function WaitingPrice({ line, waiting, version, canChange }: WaitingPriceProps) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  const { assist } = useRequest();
  return (
    <Alert
      tone="warn"
      title={t('cart.waiting')}
      action={
        canChange ? (
          <Form action={`${base}/cart/lines/${line.id}/price/withdraw`} hidden={{ version }}>
            <Button size="small" icon="undo">
              {t(assist ? 'cart.withdraw' : 'cart.takeNormal')}
            </Button>
          </Form>
        ) : null
      }
    >
      <waiting-price src={`${base}/cart/waiting`} every={EVERY_SECONDS} data-line={line.id} data-changed={t('cart.news-changed')}>
        <p className="flex flex-wrap items-center gap-2">
          <strong className="tabular">{money(waiting.price)}</strong>
          <Badge tone="actor" icon="tag">
            {waiting.source}
          </Badge>
        </p>
        <p data-until="">
          {t(assist ? 'cart.waitingText' : 'cart.waitingCustomer')} <noscript>{t('cart.waitingReload')}</noscript>
        </p>
        <p role="status" className="font-medium" data-news="" />
        <p data-then="" hidden>
          <a href={`${base}/cart#line-${line.id}`}>{t('cart.showPrice')}</a>
        </p>
      </waiting-price>
    </Alert>
  );
}
