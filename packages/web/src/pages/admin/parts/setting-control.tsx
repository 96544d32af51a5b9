import type { SettingField, SettingInput } from '../../../props/admin.ts';
import { useT } from '../../../shell/request-context.tsx';

/** An id that can stand in an attribute and a selector. */
export const settingId = (field: SettingField): string => `setting-${field.path.replaceAll('/', '-')}`;

interface Control {
  id: string;
  name: string;
  disabled: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function controlFor(field: SettingField): Control {
  const id = settingId(field);
  const notes = [field.help && `${id}-help`, field.problem && `${id}-problem`, field.note && `${id}-note`].filter(Boolean);
  return { id, name: `value:${field.path}`, disabled: !field.editable, 'aria-describedby': notes.join(' ') || undefined, 'aria-invalid': field.problem ? true : undefined };
}

/** The control that fits the kind of value. */
export function SettingControl({ field }: { field: SettingField }) {
  const { input, value } = field;
  const control = controlFor(field);
  if (input.kind === 'yes-no') return <YesNo control={control} value={value} />;
  if (input.kind === 'choice') return <Choice control={control} value={value} options={input.options} />;
  if (input.kind === 'many') return <Many control={control} value={value} options={input.options} />;
  if (input.kind === 'number') return <NumberOf control={control} value={value} input={input} />;
  if (input.kind === 'list') return <List control={control} value={value} hint={input.hint} />;
  if (input.kind === 'long-text') return <textarea {...control} className="input" rows={3} defaultValue={value} />;
  return <input {...control} type="text" className="input" defaultValue={value} />;
}

function YesNo({ control, value }: { control: Control; value: string }) {
  const t = useT();
  const options = [
    { value: '1', label: t('admin.configuration.yes') },
    { value: '0', label: t('admin.configuration.no') },
  ];
  return <Choice control={control} value={value} options={options} />;
}

interface ChoiceProps {
  control: Control;
  value: string;
  options: readonly { value: string; label: string }[];
}

function Choice({ control, value, options }: ChoiceProps) {
  return (
    <select {...control} className="input select" defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Several of a few: tick boxes that repeat the name. */
function Many({ control, value, options }: ChoiceProps) {
  const { id, name, disabled } = control;
  const chosen = new Set(value.split('\n'));
  return (
    <div role="group" id={id} aria-labelledby={`${id}-label`} aria-describedby={control['aria-describedby']} className="setting-many">
      {options.map((option) => (
        <label key={option.value}>
          <input type="checkbox" {...{ name, disabled }} value={option.value} defaultChecked={chosen.has(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}

function NumberOf({ control, value, input }: { control: Control; value: string; input: Extract<SettingInput, { kind: 'number' }> }) {
  return (
    <span className="setting-number">
      <input {...control} type="number" inputMode="numeric" className="input tabular" min={input.min} max={input.max} defaultValue={value} />
      {input.unit ? <span className="text-muted">{input.unit}</span> : null}
    </span>
  );
}

function List({ control, value, hint }: { control: Control; value: string; hint: string }) {
  const rows = Math.min(12, Math.max(3, value.split('\n').length));
  return (
    <>
      <textarea {...control} className="input" rows={rows} defaultValue={value} />
      {hint ? <p className="setting-help">{hint}</p> : null}
    </>
  );
}
