import type { TrainingRemedy, TrainingResult } from '@dpfair/result';
import { isPrivate } from '../../remedies.js';
import { whoMoves } from '../../who-moves.js';

/** A remedy as a mark of the frontier. */
export interface RemedyPoint {
  readonly label: string;
  /** What is lost in accuracy against the most accurate one of the panel, in the unit of accuracy. */
  readonly price: number;
  readonly gap: number;
  readonly lower: number;
  readonly upper: number;
  readonly efficient: boolean;
  readonly isPrivate: boolean;
  readonly levelsDown: boolean;
}

/** The marks of one budget, the widest gap first; remedies without accuracy or gap are left out. */
export function remedyPoints(
  result: TrainingResult,
  remedies: readonly TrainingRemedy[],
  nameOf: (id: string) => string,
): readonly RemedyPoint[] {
  const [plain] = remedies;
  const best = Math.max(...remedies.flatMap(({ accuracy }) => accuracy.estimate ?? []));
  return remedies
    .flatMap((remedy): RemedyPoint[] => {
      const { accuracy, gap, efficient } = remedy;
      if (accuracy.estimate === null || gap.estimate === null) return [];
      return [
        {
          label: nameOf(remedy.id),
          price: best - accuracy.estimate,
          gap: gap.estimate,
          lower: gap.lower ?? gap.estimate,
          upper: gap.upper ?? gap.estimate,
          efficient,
          isPrivate: isPrivate(result, remedy),
          levelsDown: plain !== undefined && (whoMoves(result, plain, remedy)?.levelsDown ?? false),
        },
      ];
    })
    .sort((one, other) => other.gap - one.gap);
}
