import type { TestProviderProps } from '../../props/payment.ts';
import { useFormat, useStore, useT } from '../../shell/request-context.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SignInLayout } from './parts/sign-in-layout.tsx';

const ANSWERS = [
  ['paid', 'pay', 'primary'],
  ['declined', 'decline', 'secondary'],
  ['cancelled', 'cancel', 'quiet'],
] as const;

/** Where a real provider would ask for a card; this one asks how it shall go (G3). */
export function TestProviderPage({ reference, shopName, number, total, state, returnHref }: TestProviderProps) {
  const t = useT();
  const { money } = useFormat();
  const { base } = useStore();
  const facts = [
    { label: t('testProvider.to'), value: shopName },
    { label: t('testProvider.order'), value: number },
    { label: t('testProvider.total'), value: <strong className="price">{money(total)}</strong> },
  ];
  return (
    <SignInLayout title={t('testProvider.title')}>
      <Alert tone="warn" title={t('testProvider.note')}>
        {t('testProvider.text')}
      </Alert>
      <Panel>
        <DataList items={facts} />
      </Panel>
      {state === 'open' ? (
        <Form action={`${base}/pay/test-provider/${reference}`} boost={false} className="cluster">
          {ANSWERS.map(([answer, word, tone]) => (
            <Button key={answer} tone={tone} name="answer" value={answer}>
              {t(`testProvider.${word}`)}
            </Button>
          ))}
        </Form>
      ) : (
        <>
          <p>{t('testProvider.done')}</p>
          <ButtonLink href={returnHref}>{t('testProvider.back')}</ButtonLink>
        </>
      )}
    </SignInLayout>
  );
}
