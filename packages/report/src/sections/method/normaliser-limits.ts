import type { AuditResult, Cell } from '@dpfair/result';
import { formatNumber, formatPercent, readableProse } from '../../format/index.js';
import { cellGrid, cellOf } from '../../measure/index.js';
import { limitMessages as say } from '../../messages/page-messages.js';
import { atLabel, postWords } from '../../words/index.js';

/**
 * What happens when the noisy total is zero or negative, and how probable that is at each noise: one sentence for every
 * post-processing it can happen to; post-processings that share probabilities and convention share the sentence.
 */
export function normaliserLimits(result: AuditResult): string[] {
  const grid = cellGrid(result);
  const posts = new Map<string, { readonly convention: string; readonly odds: string; readonly names: string[] }>();
  for (const post of grid.posts) {
    const placed = grid.rows.map((row) => ({ label: row.label, normaliser: cellOf(row, post)?.normaliser ?? null }));
    const possible = placed.filter(({ normaliser }) => (normaliser?.probabilityNotPositive ?? 0) > 0);
    const conventions = [...new Set(possible.map(({ normaliser }) => normaliser?.convention ?? ''))];
    for (const text of conventions) {
      const convention = readableProse(text.replace(/\.$/, ''));
      const odds = oddsText(
        possible.filter(({ normaliser }) => normaliser?.convention === text),
        grid.rows.length > 1,
      );
      const key = JSON.stringify([convention, odds]);
      const before = posts.get(key);
      if (before) before.names.push(postWords(post).phrase);
      else posts.set(key, { convention, odds, names: [postWords(post).phrase] });
    }
  }
  return [...posts.values()].map(({ convention, odds, names }) =>
    say.normaliser(names.join(' and '), odds, convention),
  );
}

interface Placed {
  readonly label: string;
  readonly normaliser: Cell['normaliser'];
}

/** '17.1 % at epsilon 0.001, below 1 in a million at epsilon 0.01'. */
function oddsText(possible: readonly Placed[], located: boolean): string {
  return possible
    .map(({ label, normaliser }) => {
      const text = oneText(normaliser?.probabilityNotPositive ?? 0);
      return located ? `${text} ${atLabel(label)}` : text;
    })
    .join(', ');
}

function oneText(probability: number): string {
  if (probability < 1e-6) return say.belowMillionth();
  return probability < 0.001 ? `1 in ${formatNumber(1 / probability)}` : formatPercent(probability);
}
