import { readFileSync } from 'node:fs';

/** A committed table of `tables/make_tables.py`; numbers of 25 digits are strings. */
export function readTable<Row>(name: string): Row[] {
  const text = readFileSync(new URL(`./tables/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}
