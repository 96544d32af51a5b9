import { useT } from '../shell/request-context.tsx';
import { Icon } from './icon.tsx';

type Stock = 'in' | 'low' | 'out' | 'not-stocked';

const looks = { in: ['good', 'good'], low: ['warn', 'warn'], out: ['bad', 'bad'], 'not-stocked': ['info', 'info'] } as const;

/** Stock in words. `count` is said where it is known and few are left. */
export function StockNote({ stock, count }: { stock: Stock; count?: number | null }) {
  const t = useT();
  const [tone, icon] = looks[stock];
  const text = stock === 'low' && typeof count === 'number' ? t('ui.stock.lowCount', { count }) : t(`ui.stock.${stock}`);
  return (
    <span className={`stock stock-${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}
