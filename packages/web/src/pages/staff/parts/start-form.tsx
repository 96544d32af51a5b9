import type { StartAssistProps } from '../../../props/staff.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { enterHref } from './enter-button.tsx';

/** Reason, reference, and the one button; what was told above is answered by hidden fields (B7, B11). */
export function StartForm(props: StartAssistProps) {
  const t = useT();
  const { customer, reasons, reasonRequired, switchFrom, colleagues, problems, typed, next } = props;
  const hidden = { next, ...(switchFrom ? { switch: 1 } : {}), ...(colleagues.length > 0 ? { confirm: 1 } : {}) };
  const choose = { value: '', label: t(reasonRequired ? 'staff.start.reasonChoose' : 'staff.start.reasonNone') };
  return (
    <Form action={enterHref(customer.id)} hidden={hidden} boost={false} className="start-form">
      <Select
        name="reason"
        label={t('staff.start.reason')}
        hint={t('staff.start.reasonHint')}
        optional={!reasonRequired}
        required={reasonRequired}
        options={[choose, ...reasons.map((reason) => ({ value: reason, label: reason }))]}
        value={typed['reason'] ?? ''}
        problem={problemAt(problems, 'reason')}
      />
      <TextField
        name="reference"
        label={t('staff.start.reference')}
        hint={t('staff.start.referenceHint')}
        optional
        maxLength={80}
        autoComplete="off"
        value={typed['reference']}
        problem={problemAt(problems, 'reference')}
      />
      <div className="start-actions">
        <ButtonLink href="/staff/customers" tone="quiet">
          {t('staff.start.cancel')}
        </ButtonLink>
        <Go {...props} />
      </div>
    </Form>
  );
}

function Go({ customer, switchFrom, colleagues }: StartAssistProps) {
  const t = useT();
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
