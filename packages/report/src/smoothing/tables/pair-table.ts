import type { AuditedPairOfResult, PairSearchOfResult, SmoothingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatProbability, formatWhole } from '../../format/index.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { differenceTexts } from '../words/column-words.js';
import { searchName } from '../words/search-words.js';
import { worstPairs } from '../worst-pairs.js';

/** Columns in which a pair differs that are written out. */
const MOST_COLUMNS = 4;

/** The worst pairs of a model, worst first: who, in what they differ, how far apart they are and their answers. */
export function pairTable({ searches }: SmoothingResult, of: PairSearchOfResult['of'], most: number): TextTable {
  const columns = [say.first(), say.second(), say.search(), say.differs(), say.input(), say.output(), say.ratio()];
  const rows = worstPairs(searches, of)
    .slice(0, most)
    .map(({ search, pair }) => [
      say.line(String(pair.first)),
      pair.second === null ? say.copy() : say.line(String(pair.second)),
      searchName(search),
      differences(pair),
      formatNumber(pair.inputDistance),
      formatProbability(pair.outputDistance),
      formatNumber(pair.ratio),
    ]);
  return { columns, rows };
}

/** Why some of the listed pairs have no ratio, each reason once. */
export function missingRatios({ searches }: SmoothingResult, most: number): readonly string[] {
  const pairs = (['model', 'smoothed'] as const)
    .flatMap((of) => worstPairs(searches, of).slice(0, most))
    .flatMap(({ pair }) => (pair.ratio === null ? [pair] : []));
  return [...new Set(pairs.flatMap(({ reason }) => (reason === null ? [] : [cleanText(reason)])))];
}

function differences({ differs }: AuditedPairOfResult): string {
  const texts = differenceTexts(differs);
  if (texts.length === 0) return say.alike();
  const more = texts.length > MOST_COLUMNS ? [say.more(formatWhole(texts.length - MOST_COLUMNS))] : [];
  return [...texts.slice(0, MOST_COLUMNS), ...more].join('; ');
}
