import type { Measured, TrainingRemedy, TrainingResult } from '@dpfair/result';
import { sideOf } from './runs.js';

/** What a remedy does to the two groups that made the widest difference without it. */
export interface WhoMoves {
  /** The group that bore most, and what changes for it: below 0 it gains. */
  readonly most: MovedGroup;
  /** The group that bore least. */
  readonly least: MovedGroup;
  /** All groups that clearly gain, and all that clearly lose. */
  readonly gain: readonly string[];
  readonly lose: readonly string[];
  /** How many groups there are with a change. */
  readonly groups: number;
  /** The difference clearly narrows, the group that bore least clearly loses, and the one that bore most does not clearly gain. */
  readonly levelsDown: boolean;
}

export interface MovedGroup {
  readonly group: string;
  readonly change: Measured;
  readonly side: ReturnType<typeof sideOf>;
}

/**
 * Who gains and who loses by a remedy, as far as the intervals say; null where there was no difference without it.
 *
 * @param plain the training without a remedy, of the same comparison
 */
export function whoMoves(
  { runs }: Pick<TrainingResult, 'runs'>,
  plain: TrainingRemedy,
  { changes = [], narrowing }: TrainingRemedy,
): WhoMoves | null {
  const gap = runs[plain.run]?.gap;
  const moved = (name: string | null | undefined): MovedGroup | null => {
    const found = changes.find(({ group }) => group === name);
    if (found === undefined) return null;
    return { group: found.group, change: found.excessiveRisk, side: sideOf(found.excessiveRisk) };
  };
  const on = (side: MovedGroup['side']) =>
    changes.flatMap(({ group, excessiveRisk }) => (sideOf(excessiveRisk) === side ? [group] : []));
  const [most, least] = [moved(gap?.most), moved(gap?.least)];
  if (most === null || least === null) return null;
  return {
    most,
    least,
    gain: on('below'),
    lose: on('above'),
    groups: changes.filter(({ excessiveRisk }) => excessiveRisk.estimate !== null).length,
    levelsDown: (narrowing.lower ?? 0) > 1 && least.side === 'above' && most.side !== 'below',
  };
}
