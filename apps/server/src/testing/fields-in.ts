/** What a form of the page would send as it stands: its fields and what is chosen, ticks left out. */
export function fieldsIn(html: string): Record<string, string> {
  const inputs: [string, string][] = [...html.matchAll(/<input(?=[^>]*\sid="field-)[^>]*>/g)].filter(([tag]) => !tag.includes('disabled')).map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const selects: [string, string][] = [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(([, name = '', options = '']) => [name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? /selected="" value="([^"]*)"/.exec(options)?.[1] ?? '']);
  return Object.fromEntries([...inputs, ...selects]);
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
