import type { ActionLogsProps } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type FilterProps = Pick<ActionLogsProps, 'filters' | 'groups' | 'onlyGroup' | 'actions' | 'staff' | 'stores'>;

/** The filters of E3; nothing is searched before "Search". */
export function LogFilters({ filters, groups, onlyGroup, actions, staff, stores }: FilterProps) {
  const t = useT();
  const any = { value: '', label: t('admin.any') };
  const named = (list: readonly { id: string; name: string }[]) => [any, ...list.map(({ id, name }) => ({ value: id, label: name }))];
  const results = (['done', 'refused', 'failed'] as const).map((value) => ({ value, label: t(`admin.logs.result.${value}`) }));
  return (
    <Form action="/admin/action-logs" method="get" role="search" label={t('admin.logs.filters')} className="filter-bar log-filters">
      <Select name="group" label={t('admin.logs.group')} options={onlyGroup ? groups : [any, ...groups]} value={filters.group} />
      <Select name="action" label={t('admin.logs.action')} options={[any, ...actions]} value={filters.action} />
      <Select name="actor" label={t('admin.logs.actor')} options={named(staff)} value={filters.actor} />
      <TextField
        name="customer"
        label={t('admin.logs.customer')}
        placeholder={t('admin.logs.customerHint')}
        value={filters.customer}
        autoFocus={false}
        autoComplete="off"
      />
      <Select name="store" label={t('admin.logs.store')} options={named(stores)} value={filters.store} />
      <Select name="result" label={t('admin.logs.result')} options={[any, ...results]} value={filters.result} />
      <TextField name="from" type="date" label={t('admin.logs.from')} value={filters.from} autoFocus={false} />
      <TextField name="to" type="date" label={t('admin.logs.to')} value={filters.to} autoFocus={false} />
      <TextField name="order" label={t('admin.logs.order')} value={filters.order} autoFocus={false} autoComplete="off" />
      <div className="filter-actions">
        <Button tone="primary" icon="search">
          {t('admin.logs.search')}
        </Button>
        <ButtonLink href="/admin/action-logs" tone="quiet">
          {t('admin.logs.clear')}
        </ButtonLink>
      </div>
    </Form>
  );
}
