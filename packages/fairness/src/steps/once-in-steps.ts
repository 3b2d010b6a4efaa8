import type { Steps } from './steps.js';

/** Steps that are taken at the first call only, once they are taken to the end; later calls have the value at once. */
export function onceInSteps<T>(compute: () => Steps<T>): () => Steps<T> {
  let known: { readonly value: T } | null = null;
  return function* () {
    known ??= { value: yield* compute() };
    return known.value;
  };
}
