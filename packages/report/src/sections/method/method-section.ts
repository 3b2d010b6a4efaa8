import type { AuditResult, Cell } from '@dpfair/result';
import { formatInterval, formatPercent, readableProse } from '../../format/index.js';
import { dataText, type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { cellGrid, type OutcomeUnit, outcomeUnit } from '../../measure/index.js';
import { methodMessages as say } from '../../messages/method-messages.js';
import { pageMessages as page } from '../../messages/page-messages.js';
import { unitView } from '../../units/index.js';
import { methodText, methodWords, postWords } from '../../words/index.js';
import { methodEntry } from './method-entry.js';

/** Definitions, the methods that were used with formula and source, and why each was used where. */
export function methodSection(result: AuditResult): Html {
  const used = [...new Set(result.cells.map(methodText))];
  const shown = unitView(result).definitions;
  return html`<section aria-labelledby="method"><h2 id="method">${page.method()}</h2>
${[...shown, ...used].map(methodEntry)}${result.cells.length > 0 ? cellTable(result) : null}</section>`;
}

function cellTable(result: AuditResult): Html {
  const unit = outcomeUnit(
    result,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const simulated = result.cells.some((cell) => cell.method === 'montecarlo');
  const columns = [
    say.noise(),
    say.post(),
    say.method(),
    say.reason(),
    say.interval(),
    say.error(),
    ...(simulated ? [say.plugIn()] : []),
  ];
  const rows = cellGrid(result).rows.flatMap((row) =>
    row.cells.map((cell) => [
      row.label,
      postWords(cell.post).label,
      methodWords(cell),
      dataText(readableProse(cell.methodReason)),
      dataText(readableProse(cell.alpha.intervalMethod)),
      errorText(cell, unit),
      ...(simulated ? [plugInText(cell, unit)] : []),
    ]),
  );
  return table(columns, rows, { caption: say.cells(), id: 'method-cells', words: columns.length });
}

/** The numerical error in words: as a part of the gap, because it is tiny in any unit. */
function errorText(cell: Cell, unit: OutcomeUnit): string {
  if (cell.method === 'montecarlo' || cell.errorEstimate === null) return say.errorMonteCarlo();
  const gap = cell.alpha.estimate ?? 0;
  if (gap <= cell.errorEstimate || cell.errorEstimate === 0) return unit.text(cell.errorEstimate);
  const part = cell.errorEstimate / gap;
  return say.errorTiny(formatPercent(part));
}

function plugInText(cell: Cell, unit: OutcomeUnit): string {
  const { plugIn, noiseFloor } = cell.alpha;
  return `${unit.cell(plugIn)}; ${formatInterval(noiseFloor, null, null, unit.cell)}`;
}
