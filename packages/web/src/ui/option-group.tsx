import type { Problem } from '../props/shared.ts';
import type { ProductProps } from '../props/storefront.ts';
import { useT } from '../shell/request-context.tsx';
import { Field, FieldProblem } from './field.tsx';

type Option = ProductProps['options'][number];
type Value = Option['values'][number];

/** More than fit side by side become a list. */
const MOST_SIDE_BY_SIDE = 12;

/** What can be chosen of one option; each value says in words where it leads to nothing (G1). */
export function OptionGroup({ option, problem }: { option: Option; problem: Problem | undefined }) {
  const { name, values } = option;
  const field = `option.${option.id}`;
  const problemId = `option-${option.id}-problem`;
  if (values.length > MOST_SIDE_BY_SIDE) return <OptionList {...{ option, problem }} />;
  return (
    <fieldset className="option-group" aria-describedby={problem ? problemId : undefined}>
      <legend className="field-label">{name}</legend>
      <div className="option-values">
        {values.map((value) => (
          <OptionValue key={value.id} name={field} value={value} />
        ))}
      </div>
      {problem ? <FieldProblem id={problemId} problem={problem} /> : null}
    </fieldset>
  );
}

function OptionValue({ name, value }: { name: string; value: Value }) {
  const t = useT();
  const id = `value-${value.id}`;
  return (
    <div className={value.state === 'offered' ? 'option-value' : 'option-value is-unavailable'}>
      <input type="radio" id={id} name={name} value={value.id} defaultChecked={value.isChosen} />
      <label htmlFor={id}>
        {value.label}
        {value.state === 'offered' ? null : <small>{t(`product.${value.state}`)}</small>}
      </label>
    </div>
  );
}

function OptionList({ option: { id, name, values }, problem }: { option: Option; problem: Problem | undefined }) {
  const t = useT();
  const field = `option.${id}`;
  const controlId = `option-${id}`;
  return (
    <Field label={name} name={field} id={controlId} problem={problem}>
      <select id={controlId} name={field} className="input select" defaultValue={values.find(({ isChosen }) => isChosen)?.id ?? ''} aria-describedby={problem ? `${controlId}-problem` : undefined}>
        <option value="">{t('product.choose')}</option>
        {values.map((value) => (
          <option key={value.id} value={value.id}>
            {value.state === 'offered' ? value.label : `${value.label} – ${t(`product.${value.state}`)}`}
          </option>
        ))}
      </select>
    </Field>
  );
}
