#!/usr/bin/env node
// The few options of curl that our how-to pages use, for machines without it.
const [parameters, headers] = [process.argv.slice(2), new Headers()];
let [method, body, url, written, isQuiet] = ['', undefined, '', '', false];

for (let at = 0; at < parameters.length; at += 1) {
  const name = parameters[at] ?? '';
  const value = () => parameters[(at += 1)] ?? '';
  if (name === '-s') continue;
  else if (name === '-X') method = value();
  else if (name === '-d') body = value();
  else if (name === '-w') written = value();
  else if (name === '-o') isQuiet = value() === '/dev/null';
  else if (name === '-H') {
    const header = value();
    headers.append(header.slice(0, header.indexOf(':')), header.slice(header.indexOf(':') + 1).trim());
  } else if (name.startsWith('-')) throw new Error(`This curl does not know ${name}`);
  else url = name;
}

const response = await fetch(url, { method: method || (body === undefined ? 'GET' : 'POST'), headers, body, redirect: 'manual' });
const text = await response.text();
if (!isQuiet) process.stdout.write(text);
process.stdout.write(written.replaceAll('%{http_code}', String(response.status)).replaceAll('\\n', '\n'));
