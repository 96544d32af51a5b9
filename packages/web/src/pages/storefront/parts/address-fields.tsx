import type { Problem, Typed } from '../../../props/shared.ts';
import { useRequest, useT } from '../../../shell/request-context.tsx';
import { problemAt } from '../../../ui/problems.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export const addressFieldNames = ['name', 'company', 'street', 'postcode', 'city', 'region', 'country', 'phone'] as const;

interface AddressFieldsProps {
  typed: Typed;
  problems: readonly Problem[];
  countries: readonly { code: string; name: string }[];
}

interface Line {
  name: (typeof addressFieldNames)[number];
  autoComplete: string;
  span?: string;
  optional?: boolean;
}

const before: readonly Line[] = [
  { name: 'name', autoComplete: 'name' },
  { name: 'company', autoComplete: 'organization', optional: true },
  { name: 'street', autoComplete: 'street-address' },
];
const postcode: Line = { name: 'postcode', autoComplete: 'postal-code', span: 'span-third' };
const city: Line = { name: 'city', autoComplete: 'address-level2', span: 'span-two-thirds' };
const region: Line = { name: 'region', autoComplete: 'address-level1', span: 'span-half', optional: true };

/** The fields of an address, in the order in which the language writes it. */
export function AddressFields({ typed, problems, countries }: AddressFieldsProps) {
  const t = useT();
  const { locale } = useRequest();
  const town = locale === 'en' ? [{ ...city, span: 'span-two-thirds' }, postcode] : [postcode, city];
  const field = ({ name, autoComplete, span, optional }: Line) => (
    <TextField
      key={name}
      label={t(`address.${name}`)}
      {...{ name, autoComplete, optional }}
      value={typed[name]}
      problem={problemAt(problems, name)}
      className={span}
      maxLength={200}
    />
  );
  return (
    <div className="form-grid">
      {[...before, ...town, region].map(field)}
      <Select
        label={t('address.country')}
        name="country"
        value={typed.country ?? countries[0]?.code}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        problem={problemAt(problems, 'country')}
        autoComplete="country"
        className="span-half"
      />
      <TextField label={t('address.phone')} name="phone" type="tel" value={typed.phone} problem={problemAt(problems, 'phone')} autoComplete="tel" maxLength={40} optional />
    </div>
  );
}
