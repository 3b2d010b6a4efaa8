import { addTransposed, type Design } from '../design/design.js';
import type { TrainingSet } from '../program/training-set.js';

/** The covariance of the score with belonging to a group, `mean((z - mean z) f)`, which is linear in the parameters. */
export interface Covariance {
  readonly column: string;
  readonly value: string;
  /** Part of the rows that have the value. */
  readonly share: number;
  /** Their inner product with the scores is the covariance. */
  readonly weights: Float64Array;
  /** Its inner product with the parameters is the covariance. */
  readonly gradient: Float64Array;
}

/** One for each value that some rows hold; for two values only the second, since the covariance of the first is minus it. */
export function covariances({ rows, groups }: TrainingSet, design: Design): readonly Covariance[] {
  const list: Covariance[] = [];
  for (const { name, values, of } of groups) {
    const counts = new Float64Array(values.length);
    for (const value of of) counts[value] = (counts[value] as number) + 1;
    const held = values.map((_, value) => value).filter((value) => (counts[value] as number) > 0);
    for (const value of held.length === 2 ? held.slice(1) : held) {
      const share = (counts[value] as number) / rows;
      const weights = Float64Array.from(of, (its) => ((its === value ? 1 : 0) - share) / rows);
      const gradient = new Float64Array(design.parameters);
      addTransposed(design, weights, gradient);
      list.push({ column: name, value: values[value] as string, share, weights, gradient });
    }
  }
  return list;
}
