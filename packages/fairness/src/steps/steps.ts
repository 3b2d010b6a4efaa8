/** A computation in steps: between two of them, where it yields, it can be left alone for a while or for good. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** A value that may take steps to compute, or be there at once. */
export type Stepwise<T> = T | Steps<T>;

/** The same as steps, none for a value that is there: for `yield*`. */
export function* stepsOf<T extends object>(value: Stepwise<T>): Steps<T> {
  return isSteps(value) ? yield* value : value;
}

/** Takes all steps in one go. */
export function finish<T extends object>(value: Stepwise<T>): T {
  if (!isSteps(value)) return value;
  for (;;) {
    const { done, value: found } = value.next();
    if (done === true) return found;
  }
}

const isSteps = <T extends object>(value: Stepwise<T>): value is Steps<T> =>
  'next' in value && Symbol.iterator in value;
