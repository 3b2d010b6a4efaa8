import { formatPlain } from '../../format/index.js';
import { stabilityVerdictWords as say } from '../../messages/stability/verdict-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { type Measure, measures } from '../measures.js';
import { besideOf, cellAt, type Variant } from '../variants.js';
import { joined } from './who-is-stable.js';

/** What each measure does from the smallest lambda to the one that is told: one sentence. Nothing where there is one lambda. */
export function changeSentences(variants: readonly Variant[], lambda: number): readonly string[] {
  const smallest = Math.min(...variants.flatMap(({ cells }) => cells.map((cell) => cell.lambda)));
  if (!(smallest < lambda)) return [];
  const parts = measures.flatMap((measure) => changesOf(measure, variants, smallest, lambda));
  if (parts.length === 0) return [];
  const from = say.from(words.lambda(formatPlain(smallest)), formatPlain(lambda));
  return [`${from} ${parts.join('; ')}`];
}

function changesOf(
  { name, of, write }: Measure,
  variants: readonly Variant[],
  from: number,
  to: number,
): readonly string[] {
  const found = variants.flatMap((variant) => {
    const [before, after] = [cellAt(variant, from), cellAt(variant, to)];
    if (before === null || after === null) return [];
    const [first, last] = [of(before), of(after)];
    if (first.estimate === null || last.estimate === null) return [];
    const side = besideOf(last, first);
    const text = say.change(variant.label, write(first.estimate), write(last.estimate));
    return [{ side, text: side === 'open' ? variant.label : text }];
  });
  const on = (side: ReturnType<typeof besideOf>) => found.filter((one) => one.side === side).map(({ text }) => text);
  const said = [
    { texts: on('below'), say: say.falls },
    { texts: on('above'), say: say.rises },
    { texts: on('open'), say: say.open },
  ];
  return said.flatMap(({ texts, say: tell }) =>
    texts.length === 0 ? [] : [tell(measureWords[name] ?? name, joined(texts))],
  );
}

const measureWords: Readonly<Record<string, string>> = {
  [words.stab()]: say.stabNoun(),
  [words.rate()]: say.theRate(),
  [words.accuracy()]: words.accuracy(),
};
