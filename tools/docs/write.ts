import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedPages } from './pages.ts';

const DOCS = path.join(import.meta.dirname, '../../docs');
const isCheck = process.argv.includes('--check');

for (const [name, text] of Object.entries(generatedPages())) {
  const file = path.join(DOCS, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (isCheck) process.exitCode = 1;
  else writeFileSync(file, text);
  console.log(`docs/${name} ${isCheck ? 'is stale' : 'written'}`);
}
