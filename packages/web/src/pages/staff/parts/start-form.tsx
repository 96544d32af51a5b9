import type { CustomerRow, StartAssistProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { enterHref } from '../../../ui/login-as-customer.tsx';
import { StartFields, answersOf } from '../../../ui/start-questions.tsx';

/** Asked from one of admin's records, where the button is "Login as Customer" (B12), and not from the portal (A8). */
export const isFromAdmin = ({ from }: Pick<StartAssistProps, 'from'>): boolean => from.startsWith('/admin/');

type FormProps = StartAssistProps & { customer: CustomerRow };

/** Store view, reason, reference, and the one button; what was told above is answered by hidden fields (B7, B11, B13). */
export function StartForm(props: FormProps) {
  const t = useT();
  const { customer, problems, typed, next, from, link } = props;
  return (
    <Form action={enterHref(customer.id)} hidden={{ next, from, ...(link === null ? {} : { link }), ...answersOf(props) }} boost={false} className="start-form">
      <StartFields questions={props} idPrefix="start" problems={problems} typed={typed} />
      <div className="start-actions">
        <ButtonLink href={from || '/staff/customers'} tone="quiet">
          {t('staff.start.cancel')}
        </ButtonLink>
        <Go {...props} />
      </div>
    </Form>
  );
}

function Go(props: FormProps) {
  const t = useT();
  const { customer, switchFrom, colleagues } = props;
  if (isFromAdmin(props)) {
    return (
      <Button tone="primary" icon="arrow-right">
        {t('ui.loginAs')}
      </Button>
    );
  }
  if (switchFrom) {
    return (
      <Button tone="primary" icon="arrow-right">
        {t('staff.start.switch')}
      </Button>
    );
  }
  const label = t('staff.customers.loginLabel', { name: customer.name });
  return (
    <Button tone="primary" icon="arrow-right" {...(colleagues.length > 0 ? {} : { label })}>
      {t(colleagues.length > 0 ? 'staff.start.anyway' : 'staff.customers.loginTitle')}
    </Button>
  );
}
