import type { AuditResult, Cell, Mitigation, MitigationResult } from '@dpfair/result';
import { certificateSentences } from '../certificate/certificate-sentences.js';
import {
  cleanText,
  formatDollars,
  formatFold,
  formatNumber,
  formatPercent,
  formatPlain,
  formatProbability,
} from '../format/index.js';
import { cellGrid, distinguishable, headlineCell, wrongAnswers } from '../measure/index.js';
import { mitigationMessages as say } from '../messages/mitigation-messages.js';
import { verdictMessages } from '../messages/verdict-messages.js';
import { unitView } from '../units/index.js';
import { methodWords, postWords, sentence } from '../words/index.js';
import {
  asItIs,
  auditView,
  type Comparison,
  comparisonsOf,
  isChosen,
  type MitigationRow,
  namesNoise,
} from './views.js';

/**
 * What a comparison of mitigations found, in a few sentences: the answer to a target first, where there is one; the harm as it is, what narrows it at no price, what more
 * privacy spent would do, and what must be public for more. Nothing is said that the intervals do not support.
 */
export function mitigationVerdict(result: MitigationResult): string {
  const { certificate } = result;
  const compared = comparisonVerdict(result);
  return certificate === undefined ? compared : `${certificateSentences(auditView(result), certificate)} ${compared}`;
}

function comparisonVerdict(result: MitigationResult): string {
  const audit = asItIs(result);
  if (audit.cells.length === 0) return verdictMessages.nothing();
  const head = headlineCell(audit);
  if (head === null) return verdictMessages.undefinedGap(reasonOf(audit));
  const comparison = comparisonsOf(result).find(({ baseline }) => baseline === head) as Comparison;
  const [effect] = unitView(audit).findings(audit, cellGrid(audit, namesNoise(result)), head).effect;
  const found =
    comparison.rows.length === 1 ? [] : result.unit === 'probability' ? ofAnswers(comparison) : ofGaps(comparison);
  const own = comparison.rows.find(({ cell }) => cell === head) as MitigationRow;
  const other = (result.certificate?.chosen ?? null) !== null && !isChosen(result, own);
  const sentences = [
    other ? say.comparedWith(postWords(head.post).phrase) : null,
    effect ?? null,
    ...found,
    result.run.interrupted ? verdictMessages.interrupted() : null,
  ];
  const text = sentences.filter((one): one is string => one !== null).map((one) => `${sentence(one)}.`);
  return `${text.join(' ')} (${methodsOf(comparison)})`;
}

/** What the picture of a comparison shows first; null where nothing is clear. */
export function frontierFinding(result: MitigationResult): string | null {
  const audit = asItIs(result);
  const head = headlineCell(audit);
  const comparison = comparisonsOf(result).find(({ baseline }) => baseline === head);
  if (comparison === undefined) return null;
  const found = result.unit === 'probability' ? ofAnswers(comparison) : ofGaps(comparison);
  const first = found.find((one) => one !== null) ?? null;
  return first === null ? null : sentence(first);
}

function ofGaps({ baseline, rows }: Comparison): (string | null)[] {
  if (!distinguishable(baseline.alpha)) return [];
  const free = best(
    rows.filter((row) => isFree(row) && row.mitigation.assumes.length === 0 && row.mitigation.payable),
    baseline,
  );
  const assuming = best(
    rows.filter((row) => isFree(row) && row.mitigation.assumes.length > 0),
    free?.cell ?? baseline,
  );
  return [freely(free, baseline), moreBudget(rows, baseline), assumed(assuming, baseline), safety(rows)];
}

function freely(free: MitigationRow | null, baseline: Cell): string | null {
  if (free === null) return say.noneFree();
  const { phrase } = postWords(free.mitigation.id);
  if (free.cell.alpha.upper === 0) return say.removesFree(phrase);
  const { fold, atLeast } = foldOf(baseline, free.cell);
  return say.narrowsFree(phrase, fold, atLeast);
}

/** How many times narrower a gap is for sure, and whether that is less than the estimates say. */
function foldOf({ alpha: before }: Cell, { alpha: after }: Cell) {
  const fold = formatFold(before.lower as number, after.upper as number);
  const isExact = after.estimate !== 0 && formatFold(before.estimate as number, after.estimate as number) === fold;
  return { fold, atLeast: !isExact };
}

function moreBudget(rows: readonly MitigationRow[], baseline: Cell): string | null {
  const row = rows.find(({ mitigation }) => mitigation.change === 'privacy');
  const factor = row && moreOf(row);
  if (row === undefined || factor === undefined) return null;
  const { upper } = row.cell.alpha;
  if (upper === null || upper === 0 || upper >= (baseline.alpha.lower as number)) return say.moreEpsilonNot(factor);
  const { fold, atLeast } = foldOf(baseline, row.cell);
  return say.moreEpsilon(factor, say.narrowIt(fold, atLeast));
}

/** A number that says what a mitigation does; undefined where the result does not name it. */
const factOf = ({ facts }: Mitigation, id: string): number | undefined => facts.find((fact) => fact.id === id)?.value;

/** How much more privacy is spent, in words; undefined where that is not known. */
function moreOf({ mitigation }: MitigationRow): string | undefined {
  const spent = factOf(mitigation, 'epsilon-factor');
  if (spent === undefined) return undefined;
  const factor = formatPlain(spent);
  return mitigation.epsilon === null ? say.noiseLess(factor) : say.budgetTimes(factor);
}

function assumed(row: MitigationRow | null, baseline: Cell): string | null {
  if (row === null) return null;
  const { id, assumes } = row.mitigation;
  const { upper } = row.cell.alpha;
  // What rounding leaves of a gap is none.
  const removes = upper !== null && upper <= 1e-9 * (baseline.alpha.lower as number);
  const { fold, atLeast } = foldOf(baseline, row.cell);
  const what = removes ? say.removeIt() : say.narrowIt(fold, atLeast);
  const negative = row.mitigation.payable ? [] : [say.negativeShares()];
  return say.assuming(postWords(id).phrase, what, [...assumes.map(cleanText), ...negative].join('; '));
}

/** The price of an allotment under which hardly anybody can lose. */
function safety(rows: readonly MitigationRow[]): string | null {
  const row = rows.find(({ mitigation }) => mitigation.settings.name === 'no-penalty');
  const chance = row && factOf(row.mitigation, 'nobody-loses');
  if (row === undefined || chance === undefined || row.mitigation.price === null) return null;
  const { estimate, dollars } = row.mitigation.price;
  const share = formatPercent(estimate);
  const price = dollars === null ? `${share} of the budget` : `${formatDollars(dollars)} (${share})`;
  return say.safety(postWords(row.mitigation.id).phrase, formatPercent(chance), price);
}

function ofAnswers({ baseline, rows }: Comparison): (string | null)[] {
  const classifiers = rows.filter(({ mitigation }) => ['logistic', 'svm'].includes(mitigation.id));
  const fit = classifiers.filter(({ mitigation }) => mitigation.remark === null);
  const classifier = leastWrong(fit, baseline);
  const unfit = classifiers.find(({ mitigation }) => mitigation.remark !== null);
  const margin = rows.find(({ mitigation }) => mitigation.id.startsWith('margin'));
  const more = rows.find(({ mitigation }) => mitigation.change === 'privacy');
  const moreSpent = more && moreOf(more);
  const wrong = (cell: Cell) => formatNumber(wrongAnswers(cell).all.estimate);
  return [
    margin === undefined ? null : marginSentence(margin, baseline),
    classifier !== null
      ? say.assumingAnswers(
          say.fewerWrong(postWords(classifier.mitigation.id).phrase, wrong(baseline), wrong(classifier.cell)),
          classifier.mitigation.assumes.map(cleanText).join('; '),
        )
      : fit.length > 0
        ? say.noneFewer()
        : null,
    unfit === undefined
      ? null
      : say.remarked(postWords(unfit.mitigation.id).phrase, cleanText(unfit.mitigation.remark ?? '')),
    moreSpent === undefined || more === undefined ? null : say.fewerWrong(moreSpent, wrong(baseline), wrong(more.cell)),
  ];
}

function marginSentence({ mitigation, cell }: MitigationRow, baseline: Cell): string | null {
  const [before, after] = [baseline.falseRates?.overall, cell.falseRates?.overall];
  const half = (kind: 'falseNegative' | 'falsePositive', words: (from: string, to: string) => string) => {
    const [from, to] = [before?.[kind].rate ?? null, after?.[kind].rate ?? null];
    // Where nobody is entitled, or everybody is, there is no such rate.
    return from === null || to === null ? [] : [words(formatProbability(from), formatProbability(to))];
  };
  const moves = [...half('falseNegative', say.movesNo), ...half('falsePositive', say.movesYes)];
  return moves.length === 0 ? null : say.marginMoves(postWords(mitigation.id).phrase, moves.join(', and '));
}

function leastWrong(rows: readonly MitigationRow[], baseline: Cell): MitigationRow | null {
  const limit = wrongAnswers(baseline).all.lower ?? 0;
  const better = rows.filter(({ cell }) => (wrongAnswers(cell).all.upper ?? Number.POSITIVE_INFINITY) < limit);
  const size = ({ cell }: MitigationRow) => wrongAnswers(cell).all.estimate as number;
  return better.toSorted((a, b) => size(a) - size(b))[0] ?? null;
}

/** No money beyond the budget, and no more privacy. */
const isFree = ({ mitigation: { change, price } }: MitigationRow) =>
  (change === 'post-processing' || change === 'substitute') && (price === null || price.lower <= 0);

/** The smallest gap whose whole interval lies below that of the baseline. */
function best(rows: readonly MitigationRow[], baseline: Cell): MitigationRow | null {
  const limit = baseline.alpha.lower as number;
  const better = rows.filter(({ cell }) => cell.alpha.upper !== null && cell.alpha.upper < limit);
  const gap = ({ cell }: MitigationRow) => cell.alpha.estimate as number;
  return better.toSorted((a, b) => gap(a) - gap(b))[0] ?? null;
}

/** How the numbers were computed, each way once. */
const methodsOf = ({ rows }: Comparison): string => [...new Set(rows.map(({ cell }) => methodWords(cell)))].join('; ');

function reasonOf({ cells }: AuditResult): string {
  const reason = cells.map(({ alpha }) => alpha.reason).find((text) => text !== null && text !== '');
  return cleanText(reason ?? verdictMessages.noReason()).replace(/\.$/, '');
}
