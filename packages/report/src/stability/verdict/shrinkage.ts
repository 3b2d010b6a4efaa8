import { formatNumber, formatPlain } from '../../format/index.js';
import { stabilityVerdictWords as say } from '../../messages/stability/verdict-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { isWaiting } from '../how-far.js';
import { plainText } from '../measures.js';
import { besideOf, cellAt, type Variant } from '../variants.js';
import { joined } from './who-is-stable.js';

/** How an algorithm lies beside shrinkage alone. */
interface Beside {
  readonly side: ReturnType<typeof besideOf> | 'undefined';
  readonly text: string;
}

/** What shrinkage does to the statistical rate without any fairness term, and whether the terms do more: where `plain` was run. */
export function shrinkageSentence(variants: readonly Variant[], lambda: number): readonly string[] {
  const plain = variants.find(({ algorithm }) => algorithm === 'plain');
  const [first] = plain?.cells ?? [];
  const last = plain === undefined ? null : cellAt(plain, lambda);
  if (first === undefined || last === null || first.lambda === last.lambda) return [];
  const [before, after] = [first.statisticalRate, last.statisticalRate];
  if (before.estimate === null || after.estimate === null) {
    const { lambda: at } = before.estimate === null ? first : last;
    return isWaiting(first) || isWaiting(last)
      ? []
      : [say.shrinkageUndefined(words.rate(), words.lambda(formatPlain(at)))];
  }
  const head = say.shrinkage(
    words.lambda(formatPlain(lambda)),
    words.rate(),
    plainText(before, formatNumber),
    plainText(after, formatNumber),
  );
  const others = variants.flatMap((variant): readonly Beside[] => {
    if (variant.algorithm === 'plain' || variant.algorithm === 'private') return [];
    const cell = cellAt(variant, lambda);
    if (cell === null || isWaiting(cell)) return [];
    const rate = cell.statisticalRate;
    if (rate.estimate === null) return [{ side: 'undefined', text: variant.label }];
    const side = besideOf(rate, after);
    return [
      { side, text: side === 'open' ? variant.label : say.valueOf(variant.label, plainText(rate, formatNumber)) },
    ];
  });
  const told = (['above', 'below', 'open', 'undefined'] as const).flatMap((side) => {
    const texts = others.filter((one) => one.side === side).map(({ text }) => text);
    return texts.length === 0 ? [] : [say[side](joined(texts))];
  });
  return [[head, ...told].join('; ')];
}
