import type { AdminOrdersProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { problemAt, problemsBeside } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';

/** The boxes of the table's rows belong to it. */
export const REASSIGN_FORM = 'reassign-orders';

/** Gives the ticked orders, and their commission, to another member of staff (D6). */
export function ReassignForm({ reassignTo, problems }: Pick<AdminOrdersProps, 'reassignTo' | 'problems'>) {
  const t = useT();
  if (reassignTo === null) return null;
  const people = [{ value: '', label: t('sales.reassignPrompt'), isPrompt: true }, ...reassignTo.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <ProblemList problems={problemsBeside(problems, ['to'])} />
      <Form id={REASSIGN_FORM} action="/admin/orders/reassign" label={t('sales.reassign')} className="filter-bar">
        <Select name="to" label={t('sales.reassignTo')} options={people} value="" problem={problemAt(problems, 'to')} />
        <div className="filter-actions">
          <Button>{t('sales.reassign')}</Button>
        </div>
      </Form>
    </>
  );
}
