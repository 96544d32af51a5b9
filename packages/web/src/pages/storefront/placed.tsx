import type { PlacedProps } from '../../props/storefront.ts';
import { Shell } from '../../shell/shell.tsx';
import { useFormat, useRequest, useStore, useT } from '../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { amountInWords, digitsInBlocks } from '../../i18n/spoken/spoken.ts';
import { CommissionLine } from './parts/commission-line.tsx';

export function PlacedPage({ number, total, email, assisted, orderHref, commission, bank, payLink }: PlacedProps) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  const { assist, locale } = useRequest();
  const words = amountInWords(total, locale);
  return (
    <Shell title={t('placed.title')} width="reading">
      <div className="placed">
        <span className="placed-icon">
          <Icon name="check" />
        </span>
        <h1 id="page-title" tabIndex={-1}>
          {t('placed.title')}
        </h1>
        <p className="text-muted">{t('placed.mail', { email })}</p>
        <dl className="placed-facts">
          <div>
            <dt>{t('placed.number')}</dt>
            <dd className="read-out">{number}</dd>
          </div>
          <div>
            <dt>{t('ui.total')}</dt>
            <dd className="read-out">{money(total)}</dd>
          </div>
        </dl>
        {payLink ? <PayLink {...payLink} /> : null}
        {bank.length > 0 ? (
          <div>
            <h2 className="field-label">{t('placed.bank', { number })}</h2>
            {bank.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : null}
        {assisted ? (
          <p className="placed-say">
            <strong>{t('checkout.readOut', { name: assist?.subjectName ?? '' })}</strong>{' '}
            {t('placed.readOut', { number: digitsInBlocks(number), total: money(total, { named: true }) })}
            {words ? <span className="in-words">{words}</span> : null}
          </p>
        ) : null}
        {commission ? <CommissionLine amount={commission} /> : null}
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          <ButtonLink href={orderHref} tone={payLink?.payHref ? 'secondary' : 'primary'}>
            {t('placed.seeOrder')}
          </ButtonLink>
          <ButtonLink href={`${base}/`}>{t('placed.goOn')}</ButtonLink>
        </div>
      </div>
    </Shell>
  );
}

/** A clerk is told where the link went, and never the link; the customer himself can pay at once (D8). */
function PayLink({ sentTo, payHref }: NonNullable<PlacedProps['payLink']>) {
  const t = useT();
  if (payHref === null) {
    return (
      <div className="grid gap-1">
        <p>
          <strong>{t('pay.sent', { address: sentTo })}</strong>
        </p>
        <p className="text-muted">{t('pay.clerk')}</p>
      </div>
    );
  }
  return (
    <div className="grid justify-items-center gap-2">
      <p>{t('pay.sentOwn', { address: sentTo })}</p>
      <Form action={payHref} boost={false}>
        <Button tone="primary" size="large">
          {t('pay.now')}
        </Button>
      </Form>
    </div>
  );
}
