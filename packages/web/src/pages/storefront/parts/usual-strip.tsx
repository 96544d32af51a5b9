import type { UsualProduct } from '../../../props/selling.ts';
import { useFormat, useStore, useT } from '../../../shell/request-context.tsx';
import { Form } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** Above the cart, for whoever takes an order on the telephone: one tap each, with the pieces of last time (D7). */
export function UsualStrip({ usual }: { usual: readonly UsualProduct[] }) {
  const t = useT();
  const { number, money } = useFormat();
  const { base } = useStore();
  if (usual.length === 0) return null;
  return (
    <section aria-labelledby="usual-title" data-home="usual-title" className="usual">
      <h2 id="usual-title" tabIndex={-1}>
        {t('quick.usual')}
      </h2>
      <ul>
        {usual.map(({ sku, name, options, quantity, price }) => (
          <li key={sku}>
            <Form action={`${base}/cart/lines`} hidden={{ sku, quantity }}>
              <button className="usual-add" type="submit">
                <span className="usual-what">
                  <Icon name="plus" />
                  {t('quick.addUsual', { quantity: number(quantity) })} <span className="text-muted tabular">{t('cart.each', { price: money(price) })}</span>
                </span>
                <span className="usual-name">{options ? `${name}, ${options}` : name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
