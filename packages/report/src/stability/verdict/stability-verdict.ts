import type { StabilityResult } from '@dpfair/result';
import { cleanText, formatConfidence, formatWhole } from '../../format/index.js';
import { stabilityVerdictWords as say } from '../../messages/stability/verdict-messages.js';
import { sentence } from '../../words/index.js';
import { isWaiting, repetitionsText, stoppedSentence } from '../how-far.js';
import { measures } from '../measures.js';
import { type RateBasis, rateBasis, smallGroups, toldRate } from '../small-groups.js';
import { allFavourable, undefinedRates } from '../undefined-notes.js';
import { groupColumns, headLambda, variantsOf } from '../variants.js';
import { shrinkageSentence } from './shrinkage.js';
import { changeSentences } from './what-lambda-does.js';
import { joined, stableSentences } from './who-is-stable.js';

/** Columns of groups that the verdict speaks of; the page has all. */
const MOST_COLUMNS = 2;

/**
 * Which algorithm is most stable at what cost of accuracy and fairness, what lambda does and what of it shrinkage does alone: worded by
 * rules from the numbers. Overlapping intervals are not called differences.
 */
export const stabilityVerdict = (result: StabilityResult): string => stabilityParagraphs(result).join(' ');

/** The same, a paragraph a column of groups; what is said of all columns is one more. */
export function stabilityParagraphs(result: StabilityResult): readonly string[] {
  const { cells, setting, run } = result;
  if (cells.length === 0) return [say.nothing()];
  const told = groupColumns(result)
    .slice(0, MOST_COLUMNS)
    .map((column) => columnSentences(result, column))
    .filter((sentences) => sentences.length > 0);
  const ofAll = [
    ...(told.length === 0 ? [cells.every(isWaiting) ? say.notRun() : say.noNumbers()] : []),
    ...convergenceSentence(result),
    ...allFavourable(result),
    ...undefinedRates(result),
    ...(run.interrupted ? [stoppedSentence(result)] : []),
  ];
  const note = say.method(repetitionsText(result), formatConfidence(setting.confidence));
  const paragraphs = [...told, ...(ofAll.length === 0 ? [] : [ofAll])].map((sentences) =>
    sentences.map((text) => `${sentence(text).replace(/\.$/, '')}.`).join(' '),
  );
  return [...paragraphs.slice(0, -1), `${paragraphs.at(-1) ?? ''} (${note})`];
}

function columnSentences(result: StabilityResult, column: string): readonly string[] {
  const basis = rateBasis(result, column);
  const variants = variantsOf(result, column).map((variant) => ({
    ...variant,
    cells: variant.cells.map((cell) => ({ ...cell, statisticalRate: toldRate(cell) })),
  }));
  const lambda = headLambda(variants);
  if (lambda === null) return [];
  const shrinkage = basis === 'none' ? [] : shrinkageSentence(variants, lambda);
  const withRate = shrinkage.length === 0 && basis !== 'none';
  const others = measures.filter(({ id }) => withRate || id !== 'statistical-rate');
  return [
    ...stableSentences(column, variants, lambda),
    ...smallSentence(result, column, basis),
    ...changeSentences(variants, lambda, others),
    ...shrinkage,
  ];
}

/** Which groups have so few test rows that the statistical rate is told without them, or that nothing is concluded from it. */
function smallSentence(result: StabilityResult, column: string, basis: RateBasis): readonly string[] {
  const names = smallGroups(result, column).map(({ group, test }) =>
    say.smallGroup(cleanText(group), formatWhole(test)),
  );
  if (names.length === 0) return [];
  return [basis === 'large' ? say.withoutSmall(joined(names)) : say.onSmall(joined(names))];
}

function convergenceSentence({ cells }: StabilityResult): readonly string[] {
  const fits = cells.reduce((sum, cell) => sum + cell.fits.length, 0);
  const lost = cells.reduce((sum, cell) => sum + cell.fits.filter(({ accuracy }) => accuracy === null).length, 0);
  const failed = fits - lost - cells.reduce((sum, { converged }) => sum + converged, 0);
  return [
    ...(failed > 0 ? [say.unconverged(formatWhole(failed), formatWhole(fits))] : []),
    ...(lost > 0 ? [say.unfitted(formatWhole(lost), formatWhole(fits))] : []),
  ];
}
