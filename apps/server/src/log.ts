import type { Deps } from '@onbehalf/http/deps';

/** One line per event: time, level, message, facts. Stack traces keep their lines. */
export const log: Deps['log'] = (level, message, facts = {}) => {
  const said = Object.entries(facts).map(([name, fact]) => ` ${name}=${typeof fact === 'string' ? fact : JSON.stringify(fact)}`);
  const line = `${new Date().toISOString().slice(0, 19)}Z ${level.padEnd(5)} ${message}${said.join('')}`;
  if (level === 'info') console.log(line);
  else console.error(line);
};
