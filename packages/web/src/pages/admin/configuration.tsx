import type { ConfigurationProps } from '../../props/admin.ts';
import { useT } from '../../shell/request-context.tsx';
import { Shell } from '../../shell/shell.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemsBeside } from '../../ui/problems.ts';
import { ConfigurationNavigation } from './parts/configuration-navigation.tsx';
import { ScopeLinks } from './parts/scope-links.tsx';
import { SettingRow } from './parts/setting-row.tsx';

const FORM = 'configuration';

/** Stores › Settings › Configuration (F1). */
export function AdminConfigurationPage(props: ConfigurationProps) {
  const t = useT();
  const { title, fields, search } = props;
  const heading = search ? t('admin.configuration.found', { query: search }) : title;
  const save = (
    <Button tone="primary" form={FORM}>
      {t('admin.configuration.save')}
    </Button>
  );
  return (
    <Shell title={`${heading} · ${t('admin.configuration.title')}`}>
      <PageHeader title={t('admin.configuration.title')} actions={fields.some((field) => field.editable) ? save : undefined} />
      <div className="configuration">
        <ConfigurationNavigation sections={props.sections} search={search} scope={props.scope} />
        <div className="stack">
          <ScopeLinks scopes={props.scopes} />
          <Settings {...props} heading={heading} />
        </div>
      </div>
    </Shell>
  );
}

function Settings({ fields, problems, scope, saved, search, heading, sections }: ConfigurationProps & { heading: string }) {
  const t = useT();
  const section = sections.flatMap(({ items }) => items).find((item) => item.current);
  const beside = problemsBeside(problems, fields.map((field) => field.path));
  return (
    <section aria-labelledby="section-title" className="stack">
      <h2 id="section-title">{heading}</h2>
      {saved ? <Alert tone="good">{t('admin.configuration.saved')}</Alert> : null}
      {problems.length > beside.length ? <Alert tone="bad">{t('admin.configuration.notSaved')}</Alert> : null}
      <ProblemList problems={beside} />
      {fields.length === 0 ? <EmptyState icon="settings" level={3} title={t('admin.configuration.emptyTitle')} text={t('admin.configuration.empty')} /> : null}
      <Form id={FORM} action={`/admin/configuration/${section?.id ?? 'search'}`} hidden={{ scope, ...(search ? { search } : {}) }} className="settings" noValidate>
        {fields.map((field) => (
          <SettingRow key={field.path} field={field} atDefault={scope === 'default'} />
        ))}
      </Form>
    </section>
  );
}
