import type { StabilityCell, StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatPlain } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { type Measure, measures, missingText, repeatedText, toldMeasure } from '../measures.js';
import { rateBasis } from '../small-groups.js';
import { besideOf, cellAt, groupColumns, headLambda, type Variant, variantsOf } from '../variants.js';

/**
 * What shrinkage does without any fairness term, and what each fairness term adds at the same lambda: a row a measure, algorithm and
 * lambda above the smallest. No rows where `plain` was not run.
 */
export function splitTable(result: StabilityResult): TextTable {
  return tableOf(result, measures, () => true);
}

/** The same for a terminal: the statistical rate at the lambda that the verdict speaks of. */
export function shortSplitTable(result: StabilityResult): TextTable {
  const rates = measures.filter(({ id }) => id === 'statistical-rate');
  return tableOf(result, rates, (lambda, variants) => lambda === headLambda(variants));
}

/** The same with all measures, for the page, where the whole is long. */
export function toldSplitTable(result: StabilityResult): TextTable {
  return tableOf(result, measures, (lambda, variants) => lambda === headLambda(variants));
}

function tableOf(
  result: StabilityResult,
  shown: readonly Measure[],
  wanted: (lambda: number, variants: readonly Variant[]) => boolean,
): TextTable {
  const lambda = Math.min(...result.cells.filter(({ algorithm }) => algorithm === 'plain').map((cell) => cell.lambda));
  // Where only the smallest lambda is shown, plain at it is plain here.
  const apart = groupColumns(result).some((column) => {
    const variants = variantsOf(result, column);
    return variants.some(({ cells }) => cells.some((cell) => cell.lambda > lambda && wanted(cell.lambda, variants)));
  });
  const rows = groupColumns(result).flatMap((column) => {
    const variants = variantsOf(result, column);
    const plain = variants.find(({ algorithm }) => algorithm === 'plain');
    const [zero] = plain?.cells ?? [];
    if (plain === undefined || zero === undefined) return [];
    const terms = variants.filter(({ algorithm }) => algorithm !== 'plain' && algorithm !== 'private');
    const basis = rateBasis(result, column);
    return shown
      .map((measure) => toldMeasure(measure, basis))
      .flatMap(({ id, name, of, write }) =>
        terms.flatMap(({ label, cells }) =>
          cells.flatMap((cell) => {
            const alone = cellAt(plain, cell.lambda);
            if (alone === null || !wanted(cell.lambda, variants)) return [];
            return [
              [
                cleanText(column),
                name,
                label,
                formatPlain(cell.lambda),
                ...(apart ? [repeatedText(zero, of(zero), write)] : []),
                repeatedText(alone, of(alone), write),
                repeatedText(cell, of(cell), write),
                id === 'statistical-rate' && basis === 'none' ? say.fewRows() : sideText(cell, alone, of),
              ],
            ];
          }),
        ),
      );
  });
  const columns = [
    say.column(),
    say.measure(),
    say.algorithm(),
    say.lambda(),
    ...(apart ? [say.plainAtZero(words.lambda(formatPlain(lambda)))] : []),
    say.plainHere(),
    say.withTerm(),
    say.told(),
  ];
  return { columns, rows };
}

/** Which is larger as far as intervals say; undefined, or not run yet, where either is. */
function sideText(cell: StabilityCell, alone: StabilityCell, of: Measure['of']): string {
  const missing = [cell, alone].find((one) => of(one).estimate === null);
  return missing === undefined ? say.sides[besideOf(of(cell), of(alone))]() : missingText(missing);
}
