/** A weighted sum of counts and a constant: sum of coefficient x count, plus constant. */
export interface LinearForm {
  /** Coefficient by name, none of them 0. */
  readonly coefficients: Readonly<Record<string, number>>;
  readonly constant: number;
}

/** A comparison of a weighted sum with 0: above it, or at least it where it is not strict. */
export interface Comparison extends LinearForm {
  readonly kind: 'comparison';
  readonly strict: boolean;
}

/** A yes-or-no question about counts. */
export type Predicate =
  | Comparison
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and' | 'or' | 'xor'; readonly left: Predicate; readonly right: Predicate };

/** The comparisons of a predicate, from left to right. */
export function comparisonsOf(predicate: Predicate): readonly Comparison[] {
  switch (predicate.kind) {
    case 'comparison':
      return [predicate];
    case 'not':
      return comparisonsOf(predicate.of);
    default:
      return [...comparisonsOf(predicate.left), ...comparisonsOf(predicate.right)];
  }
}

/** The names of the counts that a predicate asks for, comparison by comparison. */
export function namesOf(predicate: Predicate): readonly string[] {
  return [...new Set(comparisonsOf(predicate).flatMap(({ coefficients }) => Object.keys(coefficients)))];
}

/** Whether a predicate holds, given whether each of its comparisons does, from left to right. */
export function holdsGiven(predicate: Predicate, answers: readonly boolean[]): boolean {
  let next = 0;
  const holds = (part: Predicate): boolean => {
    switch (part.kind) {
      case 'comparison':
        return answers[next++] as boolean;
      case 'not':
        return !holds(part.of);
      default: {
        // Both sides are asked, so that the answers stay in step.
        const left = holds(part.left);
        const right = holds(part.right);
        return part.kind === 'and' ? left && right : part.kind === 'or' ? left || right : left !== right;
      }
    }
  };
  return holds(predicate);
}
