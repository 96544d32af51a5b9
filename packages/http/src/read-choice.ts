const FIELD = /^option\.(?<option>[1-9][0-9]{0,17})$/;
const VALUE = /^[1-9][0-9]{0,17}$/;
const MOST_OPTIONS = 10;

/** What a form or an address chose: fields "option.12" with the id of a value each, by option (G1). What is no id is left out. */
export function choiceIn(input: Readonly<Record<string, unknown>>): Map<string, string> {
  const chosen = Object.entries(input).flatMap(([name, value]) => {
    const option = FIELD.exec(name)?.groups?.['option'];
    return option !== undefined && typeof value === 'string' && VALUE.test(value) ? [[option, value] as const] : [];
  });
  return new Map(chosen.slice(0, MOST_OPTIONS));
}
