import type { CartProps } from '../../../props/storefront.ts';
import { useRequest, useStore, useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** For a guest on the phone: a code to read out (B21). */
export function GuestCode() {
  const t = useT();
  const { viewer } = useRequest();
  const { base } = useStore();
  if (viewer.kind !== 'guest') return null;
  return (
    <Panel title={t('cart.codeTitle')}>
      <Form action={`${base}/cart/code`} className="grid justify-items-start gap-2">
        <p className="text-sm text-muted">{t('cart.codeText')}</p>
        <Button>{t('cart.codeShow')}</Button>
      </Form>
    </Panel>
  );
}

/** For whoever is in the customer's account: where that code is typed (B21). */
export function TakeOver({ canChange, problems, typed }: CartProps) {
  const t = useT();
  const { assist } = useRequest();
  const { base } = useStore();
  if (!assist || !canChange) return null;
  const isOwn = typed.form === 'guest-cart';
  return (
    <Panel tone="actor">
      <Details summary={t('cart.takeOver')} open={isOwn}>
        <Form action={`${base}/cart/guest-cart`} className="grid max-w-sm gap-3">
          {isOwn ? <ProblemList problems={problemsBeside(problems, ['code'])} /> : null}
          <TextField label={t('cart.takeOverCode')} name="code" id="guest-code" value={isOwn ? typed.code : undefined} problem={isOwn ? problemAt(problems, 'code') : undefined} hint={t('cart.takeOverText')} autoComplete="off" required />
          <Button>{t('cart.takeOverButton')}</Button>
        </Form>
      </Details>
    </Panel>
  );
}
