import type { PriceExplained } from '../../../props/catalog.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyRows } from '../../../ui/why-rows.tsx';

/** "What would this customer pay": the answer, and every price it was chosen from. */
export function PriceExplanation({ explained }: { explained: PriceExplained; customer: string; website: string }) {
  const t = useT();
  const { money, number } = useFormat();
  const { sku, customerName, website, quantity, amount, rule, rows } = explained;
  const who = customerName ?? t('prices.guest');
  return (
    <Panel className="price-explained" title={t('prices.explain', { customer: who, sku })} text={t(`why.rule.${rule}`)}>
      <p className="price-answer">
        {amount === null ? t('prices.notSold', { website }) : t('prices.pays', { customer: who, quantity: number(quantity), price: money(amount), website })}
      </p>
      {rows.length > 0 ? <WhyRows rows={rows} /> : null}
    </Panel>
  );
}
