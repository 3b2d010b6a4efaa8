import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DpfairError } from '@dpfair/result';
import { parse as browserParse } from 'csv-parse/browser/esm/sync';
import { parse as nodeParse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../src/csv/parse-options.js';
import { readTable } from '../../src/read-table.js';

const folder = fileURLToPath(new URL('../../../../fixtures/bad/', import.meta.url));
const built = new URL('../../dist/index.js', import.meta.url).href;

/** Reads every file named in the arguments as a browser would: the condition of bundlers, and no `Buffer`. */
const program = `
  import { readFileSync } from 'node:fs';
  const [built, ...paths] = process.argv.slice(1);
  const files = paths.map((path) => new Uint8Array(readFileSync(path)));
  delete globalThis.Buffer;
  const { readTable } = await import(built);
  const outcomes = files.map((bytes) => {
    try {
      const table = readTable(bytes, { file: 'a.csv' });
      return { columns: table.columns, rows: table.rows, lines: table.rows.map((_, row) => table.lineOf(row)) };
    } catch (error) {
      return { refused: error.message };
    }
  });
  process.stdout.write(JSON.stringify(outcomes));
`;

function outcome(path: string) {
  try {
    const table = readTable(readFileSync(path), { file: 'a.csv' });
    return { columns: table.columns, rows: table.rows, lines: table.rows.map((_, row) => table.lineOf(row)) };
  } catch (error) {
    if (!(error instanceof DpfairError)) throw error;
    return { refused: error.message };
  }
}

describe('the browser build of csv-parse', () => {
  it('reads the corpus of difficult input as the build for Node does, without Buffer', () => {
    const paths = readdirSync(folder).map((name) => `${folder}${name}`);
    const arguments_ = ['--conditions=browser', '--input-type=module', '--eval', program, built, ...paths];
    const printed = execFileSync(process.execPath, arguments_, { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(paths.map(outcome));
  });

  it('gives the same records, and refuses the same texts at the same place', () => {
    const piece = fc.constantFrom(
      'a',
      '7',
      ' ',
      '"',
      '""',
      ',',
      '\n',
      '"b"',
      '"c,d"',
      '"e\nf"',
      'ñ😀\u00a0',
      ',"',
      '",',
    );
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const [node, browser] = [nodeParse, browserParse].map((parse) => {
          try {
            return { records: parse(pieces.join(''), parseOptions(',')) };
          } catch (error) {
            const { code, lines, column, bytes } = error as Record<string, unknown>;
            return { code, lines, column, bytes };
          }
        });
        expect(browser).toEqual(node);
        if (node !== undefined && 'records' in node) accepted++;
        else refused++;
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  });
});
