import type { AdminProductProps, AdminProductRow } from '../../../props/catalog.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Alert } from '../../../ui/alert.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Form } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { LANGUAGES } from './languages.ts';
import { ProductVersions } from './product-versions.tsx';

export type OptionsProps = AdminProductProps & { product: AdminProductRow };

const NEW_VALUES = [0, 1, 2, 3];

/** What a product can be chosen in, and the versions that are sold (G1). */
export function ProductOptions(props: OptionsProps) {
  const t = useT();
  const { product, options, variants, combinations } = props;
  return (
    <div className="stack">
      <Form action={`${product.href}/options`} className="stack" label={t('options.title')} noValidate>
        <Panel title={t('options.title')} level={2}>
          <div className="grid gap-6">
            <p className="text-sm text-muted">{t('options.help')}</p>
            {options.map((option) => (
              <OptionFields key={option.id} {...props} option={option} />
            ))}
            <NewOption {...props} isOpen={options.length === 0} />
            <div className="form-actions">
              <Button tone="primary">{t('options.save')}</Button>
            </div>
          </div>
        </Panel>
      </Form>
      {combinations.length > 0 ? <Combinations {...props} /> : null}
      {variants.length > 0 ? <ProductVersions {...props} /> : options.length > 0 ? <Alert>{t('options.noVersions')}</Alert> : null}
    </div>
  );
}

function OptionFields({ option, ...props }: OptionsProps & { option: OptionsProps['options'][number] }) {
  const t = useT();
  return (
    <fieldset className="option-fields">
      <legend className="field-label">{option.name}</legend>
      <Names {...props} field={`option.${option.id}`} label={t('products.name')} />
      {option.values.map((value) => (
        <Names key={value.id} {...props} field={`value.${value.id}`} label={t('options.value')} isUsed={value.isUsed} />
      ))}
      <details className="details">
        <summary>{t('options.moreValues')}</summary>
        <div className="details-body grid gap-2">
          {NEW_VALUES.map((at) => (
            <Names key={at} {...props} field={`option.${option.id}.new.${at}`} label={t('options.newValue')} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

function NewOption({ isOpen, ...props }: OptionsProps & { isOpen: boolean }) {
  const t = useT();
  const hasProblem = props.problems.some(({ field }) => field?.startsWith('new.'));
  return (
    <details className="details" open={isOpen || hasProblem || undefined}>
      <summary>{t('options.newOption')}</summary>
      <fieldset className="details-body option-fields">
        <legend className="sr-only">{t('options.newOption')}</legend>
        <Names {...props} field="new.name" label={t('options.optionName')} />
        {NEW_VALUES.map((at) => (
          <Names key={at} {...props} field={`new.value.${at}`} label={t('options.value')} />
        ))}
        {props.variants.length > 0 ? <p className="text-sm text-muted">{t('options.newOptionHint')}</p> : null}
      </fieldset>
    </details>
  );
}

/** One text in every language, side by side on a desk. */
function Names({ field, label, isUsed, problems, typed }: Pick<OptionsProps, 'problems' | 'typed'> & { field: string; label: string; isUsed?: boolean }) {
  const t = useT();
  return (
    <div className="language-row">
      {LANGUAGES.map(({ code, name }) => (
        <TextField
          key={code}
          name={`${field}.${code}`}
          label={`${label} (${name})`}
          value={typed[`${field}.${code}`]}
          autoComplete="off"
          maxLength={80}
          problem={problemAt(problems, `${field}.${code}`)}
        />
      ))}
      {isUsed === false ? <Badge tone="warn">{t('options.unused')}</Badge> : null}
    </div>
  );
}

function Combinations({ product, variants, combinations, problems }: OptionsProps) {
  const t = useT();
  const problem = problemAt(problems, 'add');
  return (
    <Form action={`${product.href}/versions/add`} label={t('options.combinations')} noValidate>
      <Panel title={t('options.combinations')} level={2}>
        <div className="grid gap-4">
          <p className="text-sm text-muted">{t('options.combinationsHint', { count: combinations.length })}</p>
          {problem ? <Alert tone="bad">{problem.text}</Alert> : null}
          <div className="combinations">
            {combinations.map(({ key, label }) => (
              <Checkbox key={key} name={`add.${key}`} label={label} checked={variants.length === 0} />
            ))}
          </div>
          <div className="form-actions">
            <Button>{t('options.make')}</Button>
          </div>
        </div>
      </Panel>
    </Form>
  );
}
