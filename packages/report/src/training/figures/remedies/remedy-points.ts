import type { TrainingRemedy, TrainingResult } from '@dpfair/result';
import type { FrontierMark } from '../../../figures/frontier/frontier-mark.js';
import { remedyMessages as say } from '../../../messages/training/remedy-messages.js';
import { isPrivate } from '../../remedies.js';
import { whoMoves } from '../../who-moves.js';

/** A remedy as a mark of the frontier. */
export interface RemedyMark extends FrontierMark {
  readonly levelsDown: boolean;
}

/**
 * The marks of one budget, the widest gap first, by what is lost in accuracy against the most accurate of them; remedies without
 * accuracy or gap are left out. What is not private is a cross.
 */
export function remedyPoints(
  result: TrainingResult,
  remedies: readonly TrainingRemedy[],
  nameOf: (id: string) => string,
): readonly RemedyMark[] {
  const [plain] = remedies;
  const best = Math.max(...remedies.flatMap(({ accuracy }) => accuracy.estimate ?? []));
  return remedies
    .flatMap((remedy): RemedyMark[] => {
      const { accuracy, gap, efficient } = remedy;
      if (accuracy.estimate === null || gap.estimate === null) return [];
      const keeps = isPrivate(result, remedy);
      return [
        {
          label: `${nameOf(remedy.id)}${keeps ? '' : say.notPrivateMark()}`,
          price: best - accuracy.estimate,
          harm: gap.estimate,
          lower: gap.lower ?? gap.estimate,
          upper: gap.upper ?? gap.estimate,
          efficient,
          joined: efficient,
          shape: keeps ? 'circle' : 'cross',
          warned: !keeps,
          levelsDown: plain !== undefined && (whoMoves(result, plain, remedy)?.levelsDown ?? false),
        },
      ];
    })
    .sort((one, other) => other.harm - one.harm);
}
