import { addMultiple, innerProduct } from '@dpfair/stats';

/** What is left of a vector that others give, in parts of its length. */
const NOTHING = 1e-6;

/** The first vectors, by their places, that span what all do. */
export function independent(vectors: readonly Float64Array[]): readonly number[] {
  const basis: Float64Array[] = [];
  return vectors.flatMap((vector, place) => {
    const rest = withoutParts(vector, basis);
    if (rest === null) return [];
    basis.push(rest);
    return [place];
  });
}

/** What is left of a vector without its parts along others, of length 1; null where that is nothing. */
function withoutParts(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | null {
  const rest = vector.slice();
  for (const one of basis) addMultiple(-innerProduct(one, rest), one, rest);
  const [left, all] = [Math.sqrt(innerProduct(rest, rest)), Math.sqrt(innerProduct(vector, vector))];
  return left > NOTHING * all ? rest.map((own) => own / left) : null;
}
