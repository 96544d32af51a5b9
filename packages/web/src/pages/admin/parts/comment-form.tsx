import type { AdminOrderProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';

/** A note on the order; the shop's own unless somebody says otherwise. */
export function CommentForm({ order, problems, typed }: AdminOrderProps) {
  const t = useT();
  const readers = (['private', 'public'] as const).map((value) => ({ value, label: t(`sales.comment.${value}`) }));
  return (
    <Panel title={t('sales.comment.write')}>
      <Form action={`/admin/orders/${order.number}/comments`} label={t('sales.comment.write')} className="stack">
        <TextArea name="text" label={t('sales.comment.text')} value={typed['text']} maxLength={2000} problem={problemAt(problems, 'text')} />
        <Select name="visibility" label={t('sales.comment.who')} options={readers} value={typed['visibility'] ?? 'private'} />
        <div>
          <Button tone="primary">{t('sales.comment.add')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
