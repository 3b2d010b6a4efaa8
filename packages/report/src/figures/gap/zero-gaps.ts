import type { Cell } from '@dpfair/result';
import { type CellGrid, cellOf } from '../../measure/index.js';
import { gapMessages as say } from '../../messages/figures/figure-messages.js';
import { atLabel, postWords } from '../../words/index.js';

/** Which gaps are 0 and so have no place on a logarithmic axis, as sentences to add; empty when there are none. */
export function zeroGaps(grid: CellGrid): string {
  const found = grid.posts.flatMap((post) => {
    const cells = grid.rows.flatMap((row) => {
      const cell = cellOf(row, post);
      return cell === undefined ? [] : [{ cell, at: atLabel(row.label) }];
    });
    const zero = cells.filter(({ cell }) => cell.alpha.estimate === 0);
    return zero.length === 0 ? [] : [{ label: postWords(post).label, zero, everywhere: zero.length === cells.length }];
  });
  const [lines, points] = [true, false].map((everywhere) => found.filter((one) => one.everywhere === everywhere));
  const texts = (points ?? []).map(({ label, zero }) => `${label} ${zero.map(({ at }) => at).join(' and ')}`);
  return (
    sentenceOf(
      lines ?? [],
      (lines ?? []).map(({ label }) => label),
      say.noLine,
    ) + sentenceOf(points ?? [], texts, say.noPoint)
  );
}

function sentenceOf(
  found: readonly { readonly zero: readonly { readonly cell: Cell }[] }[],
  texts: readonly string[],
  tell: (texts: string, simulated: boolean) => string,
): string {
  if (texts.length === 0) return '';
  const simulated = found.some(({ zero }) => zero.some(({ cell }) => cell.method === 'montecarlo'));
  return tell(texts.join(', '), simulated);
}
