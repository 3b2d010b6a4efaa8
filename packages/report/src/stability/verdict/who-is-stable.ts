import type { StabilityCell } from '@dpfair/result';
import { cleanText, formatNumber, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { stabilityVerdictWords as say } from '../../messages/stability/verdict-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { plainText } from '../measures.js';
import { besideOf, cellAt, type Variant } from '../variants.js';

/** An algorithm with its cell at the lambda that is told. */
interface Candidate {
  readonly label: string;
  readonly cell: StabilityCell;
}

/** Which algorithm is most stable at a lambda as far as intervals say, what it costs, and which is least stable. */
export function stableSentences(column: string, variants: readonly Variant[], lambda: number): readonly string[] {
  const ranked = variants
    .flatMap((variant): readonly Candidate[] => {
      const cell = cellAt(variant, lambda);
      return cell === null || cell.stab.estimate === null ? [] : [{ label: variant.label, cell }];
    })
    .sort((one, other) => stabOf(one) - stabOf(other));
  const [best] = ranked;
  if (best === undefined) return [];
  const head = [cleanText(column), words.lambda(formatPlain(lambda))] as const;
  const rows = formatWhole(best.cell.stab.ofRows);
  if (ranked.length === 1) return [say.only(...head, best.label, stabText(best), rows), costOf(best)];
  const rivals = ranked.filter((one) => one !== best && besideOf(one.cell.stab, best.cell.stab) !== 'above');
  if (rivals.length > 0) {
    const tied = [best, ...rivals];
    const names = joined(tied.map(({ label }) => label));
    const same = tied.every((one) => stabText(one) === stabText(best));
    const [least, most] = [best, tied.at(-1) as Candidate].map((one) => say.stabOf(one.label, stabText(one)));
    return [
      same
        ? say.mostSame(...head, names, stabText(best), rows)
        : say.mostUnsure(...head, names, least as string, most as string, rows),
      ...leastSentence(ranked, tied),
    ];
  }
  return [say.most(...head, best.label, stabText(best), rows), costOf(best), ...leastSentence(ranked, [best])];
}

const stabOf = ({ cell }: Candidate) => cell.stab.estimate ?? 0;
const stabText = ({ cell }: Candidate) => plainText(cell.stab, formatNumber);

function costOf({ cell: { accuracy, statisticalRate } }: Candidate): string {
  const rate = statisticalRate.estimate === null ? say.undefinedRate() : plainText(statisticalRate, formatNumber);
  return say.cost(plainText(accuracy, formatProbability), rate);
}

/** The least stable, where its interval lies above all others. */
function leastSentence(ranked: readonly Candidate[], told: readonly Candidate[]): readonly string[] {
  const last = ranked.at(-1);
  if (last === undefined || told.includes(last)) return [];
  const clear = ranked.every((one) => one === last || besideOf(last.cell.stab, one.cell.stab) === 'above');
  return clear ? [say.least(last.label, stabText(last))] : [];
}

/** 'A, B and C'. */
export function joined(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : words.and(texts.slice(0, -1).join(', '), texts.at(-1) as string);
}
