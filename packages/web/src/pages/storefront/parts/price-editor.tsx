import type { AlternativePrice, CartLineView, OpenPriceEdit } from '../../../props/storefront.ts';
import { useFormat, useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { formatPercent } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Price } from '../../../ui/price.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select, type Option } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { PriceEarning, previewData } from './price-earning.tsx';

type Edit = NonNullable<CartLineView['edit']>;

interface EditorProps {
  line: CartLineView;
  version: number;
}

/** The actor's part of a line: what was changed, choose another price, type one, go back (C1, C4). */
export function PriceEditor({ line, version, edit }: EditorProps & { edit: Edit }) {
  if (edit.state === 'closed') return <ClosedEditor line={line} reasons={edit.reasons} />;
  return (
    <div className="price-editor">
      {line.originalUnit || edit.canReset ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <PriceChange line={line} />
          {edit.canReset ? <ResetForm line={line} version={version} /> : null}
        </div>
      ) : null}
      <div className="price-editor-forms">
        {edit.alternatives.length > 0 ? <AlternativeForm line={line} version={version} alternatives={edit.alternatives} /> : null}
        <TypedPriceForm line={line} version={version} edit={edit} />
      </div>
    </div>
  );
}

/** Original price struck through, the new one large, difference in money and percent, and where it came from. */
export function PriceChange({ line }: { line: CartLineView }) {
  const t = useT();
  const { locale } = useRequest();
  const { money } = useFormat();
  if (!line.originalUnit) return null;
  return (
    <p className="price-change">
      <span>
        <span className="sr-only">{t('cart.originalPrice')} </span>
        <s className="price-was">{money(line.originalUnit)}</s>
      </span>
      <span>
        <span className="sr-only">{t('cart.newPrice')} </span>
        <Price amount={line.unit} size="large" />
      </span>
      {line.difference ? (
        <span className="difference">
          {money(line.difference.money, { signed: true })} ({formatPercent(line.difference.percent, locale)})
        </span>
      ) : null}
      {line.overrideSource ? (
        <Badge tone="actor" icon="tag">
          {line.overrideSource}
        </Badge>
      ) : null}
    </p>
  );
}

function AlternativeForm({ line, version, alternatives }: EditorProps & { alternatives: readonly AlternativePrice[] }) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  const current = alternatives.find((alternative) => alternative.current);
  const named = ({ label, fromQuantity, price }: AlternativePrice) =>
    t(fromQuantity > 1 ? 'cart.alternativeFrom' : 'cart.alternative', { label, from: fromQuantity, price: money(price) });
  const options: Option[] = alternatives.map((alternative) => ({ value: alternative.key, label: named(alternative) }));
  if (!current) options.unshift({ value: '', label: t('cart.chooseAlternative'), isPrompt: true });
  return (
    <Form action={`${base}/cart/lines/${line.id}/price`} hidden={{ version }}>
      <auto-submit class="joined">
        <Select
          label={t('cart.alternatives')}
          name="alternative"
          id={`line-${line.id}-alternative`}
          value={line.typed.alternative ?? current?.key ?? ''}
          options={options}
          problem={problemAt(line.problems, 'alternative')}
        />
        <Button className="fallback">{t('cart.useAlternative')}</Button>
      </auto-submit>
    </Form>
  );
}

function TypedPriceForm({ line, version, edit }: EditorProps & { edit: OpenPriceEdit }) {
  const t = useT();
  const { plainAmount } = useFormat();
  const { base } = useStore();
  return (
    <Form action={`${base}/cart/lines/${line.id}/price`} hidden={{ version }}>
      <price-preview {...previewData({ line, edit, t, now: plainAmount(line.unit) })} className={edit.reasons.length > 0 ? 'price-typed' : 'joined'}>
        <TextField
          label={t('cart.editPrice')}
          name="price"
          id={`line-${line.id}-price`}
          value={line.typed.price ?? plainAmount(line.unit)}
          problem={problemAt(line.problems, 'price')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          hint={<PriceHint edit={edit} />}
        />
        <ReasonField line={line} edit={edit} />
        <Button>{t('cart.update')}</Button>
        <output aria-live="off" />
        <PriceEarning earning={edit.earning} />
      </price-preview>
    </Form>
  );
}

/** How a price may be typed, and how far down the actor may go alone, before anything is refused (C5). */
function PriceHint({ edit: { limit } }: { edit: OpenPriceEdit }) {
  const t = useT();
  const { locale } = useRequest();
  const { money } = useFormat();
  const facts = limit && { lowest: money(limit.lowest), percent: formatPercent(limit.percent, locale) };
  return (
    <>
      {t('cart.priceHint')} {limit && facts ? t(limit.asks ? 'cart.limitAsks' : 'cart.limitHint', facts) : null}
    </>
  );
}

/** Why the price is another one; the shop has its own list (C5). */
function ReasonField({ line, edit }: { line: CartLineView; edit: OpenPriceEdit }) {
  const t = useT();
  const { reasons, reasonRequired, reason } = edit;
  if (reasons.length === 0) return null;
  const none = { value: '', label: t(reasonRequired ? 'cart.reasonChoose' : 'cart.reasonNone') };
  return (
    <Select
      label={t('cart.reason')}
      name="reason"
      id={`line-${line.id}-reason`}
      value={line.typed.reason ?? reason}
      options={[none, ...reasons]}
      problem={problemAt(line.problems, 'reason')}
    />
  );
}

function ResetForm({ line, version }: EditorProps) {
  const t = useT();
  const { base } = useStore();
  return (
    <Form action={`${base}/cart/lines/${line.id}/price/reset`} hidden={{ version }}>
      <Button tone="quiet" size="small" icon="undo">
        {t('cart.resetPrice')}
      </Button>
    </Form>
  );
}

function ClosedEditor({ line, reasons }: { line: CartLineView; reasons: Extract<Edit, { state: 'closed' }>['reasons'] }) {
  const t = useT();
  return (
    <div className="price-editor">
      <PriceChange line={line} />
      <div className="flex gap-2 text-sm">
        <Icon name="lock" />
        <div>
          <p className="font-medium">{t('cart.priceClosed')}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.code}>
                {reason.text} {reason.remedy ? <span className="text-muted">{reason.remedy}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
