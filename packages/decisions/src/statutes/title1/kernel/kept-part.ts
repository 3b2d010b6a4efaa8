// 20 USC 6332(c)(1); for incentive grants 20 USC 6337(g)(3).
import type { FormulaContext } from './grant-formula.js';

/** Writes the part of last year's amount that each district keeps, by the percentage of its children who are formula children. */
export type KeptPart = (count: Float64Array, children: Float64Array, kept: Float64Array) => void;

export function keptPart({ statute, clauses, truth }: FormulaContext): KeptPart {
  const from = Float64Array.from(statute.holdHarmless, ({ fromPercent }) => fromPercent);
  const keeps = Float64Array.from(statute.holdHarmless, ({ keepsPercent }) => keepsPercent / 100);
  const fill: KeptPart = (count, children, kept) => {
    for (let place = 0; place < kept.length; place++)
      kept[place] = keeps[bandsMissed(from, 100 * (count[place] as number), children[place] as number)] as number;
  };
  if (!clauses['rates-from-truth']) return fill;
  const fixed = new Float64Array(truth.count.length);
  fill(truth.count, truth.children, fixed);
  return (_count, _children, kept) => kept.set(fixed);
}

/** The bands fall: as many as are missed stand before the one that holds. */
function bandsMissed(from: Float64Array, hundredfold: number, children: number): number {
  let missed = 0;
  for (let band = 0; band < from.length - 1; band++) missed += Number(hundredfold < (from[band] as number) * children);
  return missed;
}
