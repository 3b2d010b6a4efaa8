import { formatPlain, formatWhole } from '../../format/index.js';
import { stabilityVerdictWords as say } from '../../messages/stability/verdict-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import type { Measure } from '../measures.js';
import { besideOf, cellAt, type Variant } from '../variants.js';
import { joined } from './who-is-stable.js';

/**
 * What each measure does from the smallest lambda to the one that is told: one sentence. Nothing where there is one lambda.
 *
 * @param told Which measures are spoken of.
 */
export function changeSentences(
  variants: readonly Variant[],
  lambda: number,
  told: readonly Measure[],
): readonly string[] {
  const smallest = Math.min(...variants.flatMap(({ cells }) => cells.map((cell) => cell.lambda)));
  if (!(smallest < lambda)) return [];
  const parts = told.flatMap((measure) => changesOf(measure, variants, smallest, lambda));
  if (parts.length === 0) return [];
  const from = say.from(words.lambda(formatPlain(smallest)), formatPlain(lambda));
  return [`${from} ${parts.join('; ')}`];
}

/** For whom a measure falls and rises, with the numbers of the statistical rate; that it does not clearly change where it does for none. */
function changesOf(
  { id, of, write }: Measure,
  variants: readonly Variant[],
  from: number,
  to: number,
): readonly string[] {
  const found = variants.flatMap((variant) => {
    const [before, after] = [cellAt(variant, from), cellAt(variant, to)];
    if (before === null || after === null) return [];
    const [first, last] = [of(before), of(after)];
    if (first.estimate === null || last.estimate === null) return [];
    const text = say.change(variant.label, write(first.estimate), write(last.estimate));
    return [{ side: besideOf(last, first), text: id === 'statistical-rate' ? text : variant.label }];
  });
  if (found.length === 0) return [];
  const name = say.measures[id]();
  const on = (side: ReturnType<typeof besideOf>) => {
    const texts = found.filter((one) => one.side === side).map(({ text }) => text);
    const all = texts.length === found.length && texts.length > 2 && id !== 'statistical-rate';
    return all ? say.all(formatWhole(texts.length)) : joined(texts);
  };
  const [down, up] = [on('below'), on('above')];
  const parts = [...(down === '' ? [] : [say.falls(down)]), ...(up === '' ? [] : [say.rises(up)])];
  return [parts.length === 0 ? say.unchanged(name) : `${name} ${joined(parts)}`];
}
