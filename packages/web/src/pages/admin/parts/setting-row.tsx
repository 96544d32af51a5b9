import type { SettingField } from '../../../props/admin.ts';
import { useFormat, useT } from '../../../shell/request-context.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { FieldProblem } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SettingControl, settingId } from './setting-control.tsx';

/** One setting: label and help left, value right, and where it comes from. */
export function SettingRow({ field, atDefault }: { field: SettingField; atDefault: boolean }) {
  const id = settingId(field);
  const isGroup = field.input.kind === 'many';
  return (
    <div className={classNames('setting', field.changed && 'setting-changed', !field.editable && 'setting-closed')} id={`${id}-row`}>
      <div className="setting-what">
        {isGroup ? (
          <span className="setting-label" id={`${id}-label`}>
            {field.label}
          </span>
        ) : (
          <label className="setting-label" htmlFor={id} id={`${id}-label`}>
            {field.label}
          </label>
        )}
        <Scope field={field} />
        {field.help ? (
          <p className="setting-help" id={`${id}-help`}>
            {field.help}
          </p>
        ) : null}
      </div>
      <div className="setting-value">
        <SettingControl field={field} />
        {field.problem ? <FieldProblem id={`${id}-problem`} problem={field.problem} /> : null}
        {field.note ? (
          <p className="setting-note" id={`${id}-note`}>
            <Icon name="warn" />
            {field.note}
          </p>
        ) : null}
        <Origin field={field} atDefault={atDefault} />
      </div>
    </div>
  );
}

function Scope({ field }: { field: SettingField }) {
  const t = useT();
  const narrowest = field.scopes.at(-1) ?? 'default';
  return <span className="setting-scope">[{t(`admin.configuration.scope.${narrowest}`)}]</span>;
}

/** Where the value comes from, and who changed it when. */
function Origin({ field, atDefault }: { field: SettingField; atDefault: boolean }) {
  const t = useT();
  const { date } = useFormat();
  const { editable, inherited, inheritedFrom, changed, changedBy } = field;
  if (!editable) return <p className="setting-origin">{t('admin.configuration.readOnly')}</p>;
  return (
    <div className="setting-origin">
      {atDefault && !inheritedFrom ? null : (
        <span className="setting-inherit">
          <label>
            <input type="checkbox" name={`inherit:${field.path}`} value="1" defaultChecked={inherited} aria-describedby={`${settingId(field)}-label`} />
            {t('admin.configuration.inherit')}
          </label>
          {inheritedFrom ? <span>({inheritedFrom})</span> : null}
        </span>
      )}
      {changed ? <span className="setting-mark">{t('admin.configuration.changed')}</span> : null}
      {changedBy ? <span>{t('admin.configuration.changedBy', { name: changedBy.name, date: date(changedBy.at, 'dateTime') })}</span> : null}
    </div>
  );
}
