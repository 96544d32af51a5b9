import type { CheckoutProps } from '../../../props/storefront.ts';
import { useFormat, useRequest, useT } from '../../../shell/request-context.tsx';
import { amountInWords } from '../../../i18n/spoken/spoken.ts';
import { Panel } from '../../../ui/panel.tsx';

/** What the actor says on the telephone before placing the order (D7). */
export function ReadOut({ lines, totals, shippingMethods, paymentMethods, needsShipping }: CheckoutProps) {
  const t = useT();
  const { money } = useFormat();
  const { assist, locale } = useRequest();
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  const shipping = needsShipping ? shippingMethods.find((method) => method.chosen)?.name : undefined;
  const words = amountInWords(totals.total, locale);
  const payment = paymentMethods.find((method) => method.chosen)?.name;
  return (
    <Panel tone="actor" title={t('checkout.readOut', { name: assist?.subjectName ?? '' })}>
      <p className="text-base">
        {t('checkout.readOutText', { lines: lines.length, pieces, total: money(totals.total, { named: true }) })}{' '}
        {shipping ? `${t('checkout.shipping')}: ${shipping}. ` : ''}
        {payment ? `${t('checkout.payment')}: ${payment}.` : ''}
      </p>
      {words ? <p className="in-words">{t('checkout.inWords', { words })}</p> : null}
    </Panel>
  );
}
