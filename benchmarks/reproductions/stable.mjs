// "Stable and fair classification" (Huang and Vishnoi 2019), Table 1 and Figures 1 and 2, in the settings that its text and code leave open.
// usage: node benchmarks/reproductions/stable.mjs FOLDER --out FOLDER [--repetitions 50] [--fewer 10] [--threads 2]
//   [--part main,settings,splits,weights,private]
// FOLDER holds adult.data and adult.test as they are downloaded. A run that --out holds already is not repeated.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderFigures } from '@dpfair/report';
import { adultFigures } from '@dpfair/stability';
import { stableFile } from 'dpfair';
import { runsOf, settings } from './stable/runs.mjs';
import { publishedTables, referenceTable, weightTable } from './stable/tables.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    repetitions: { type: 'string', default: '50' },
    fewer: { type: 'string', default: '10' },
    threads: { type: 'string', default: '2' },
    part: { type: 'string', default: 'main,settings,splits,weights,private' },
  },
});
const [folder] = positionals;
if (folder === undefined || values.out === undefined) {
  console.error('usage: node benchmarks/reproductions/stable.mjs FOLDER --out FOLDER (with adult.data and adult.test)');
  process.exit(2);
}
const { out } = values;
const parts = values.part.split(',');
mkdirSync(out, { recursive: true });

const results = {};
for (const { id, part, spec, readFile } of runsOf({
  repetitions: Number(values.repetitions),
  fewer: Number(values.fewer),
})) {
  const file = join(out, `${id}.json`);
  if (!existsSync(file)) {
    if (!parts.includes(part)) continue;
    const [from, used] = [performance.now(), process.cpuUsage()];
    const result = await stableFile({ data: folder, ...spec }, { threads: Number(values.threads), readFile });
    const { user, system } = process.cpuUsage(used);
    const fits = result.cells.reduce((sum, cell) => sum + cell.fits.length, 0);
    const seconds = (micros) => (micros / 1e6).toFixed(1);
    console.error(
      `${id}: ${fits} fits in cells, ${seconds(user + system)} s of processors, ${seconds(1000 * (performance.now() - from))} s`,
    );
    writeFileSync(file, JSON.stringify(result));
  }
  results[id] = JSON.parse(readFileSync(file, 'utf8'));
}

const shown = [];
for (const { scaling, rows } of settings) {
  for (const binary of ['', '-binary']) {
    const of = (algorithm) => results[`${scaling}-${rows}${binary}-${algorithm}`];
    const found = ['zvrg', 'kaas', 'gyf', 'plain'].map(of).filter((result) => result !== undefined);
    if (found.length === 0) continue;
    const cells = found
      .flatMap((result) => result.cells)
      // Beside every setting, to see which one they are nearest to.
      .map((cell) => ({ ...cell, published: adultFigures(cell.algorithm, cell.group, cell.lambda) }));
    const together = { ...found[0], cells };
    shown.push({ title: `${scaling}, ${rows}${binary === '' ? '' : ', groups one column each'}`, result: together });
    for (const { id, svg } of await renderFigures(together)) {
      writeFileSync(join(out, `${scaling}-${rows}${binary}-${id}.svg`), svg);
    }
  }
}
publishedTables(shown);
referenceTable(results);
weightTable(results);
