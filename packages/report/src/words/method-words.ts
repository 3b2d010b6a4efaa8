import type { Cell } from '@dpfair/result';
import { formatWhole } from '../format/index.js';

/** The method of a cell in a few words: 'exact', 'series' or 'Monte Carlo, 20,000 trials'. */
export function methodWords(cell: Pick<Cell, 'method' | 'trials'>): string {
  if (cell.method !== 'montecarlo') return cell.method;
  return cell.trials === null ? 'Monte Carlo' : `Monte Carlo, ${formatWhole(cell.trials)} trials`;
}
