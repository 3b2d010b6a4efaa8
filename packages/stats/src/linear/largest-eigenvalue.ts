// Source: Golub and Van Loan, Matrix Computations, 4th edition, sections 10.1 and 10.3 (Lanczos with complete reorthogonalisation).
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { euclideanNorm, innerProduct } from './vectors.js';

/** How far to go. */
export interface LanczosOptions {
  /** Stops when the residual is below this times the value (and at once when the space is exhausted). @default 1e-8 */
  readonly tolerance?: number;
  /** Most products with the matrix; as many vectors are kept. @default 200 */
  readonly products?: number;
}

/** What was found. */
export interface LargestEigenvalue {
  /** Never above the largest eigenvalue, but for rounding. */
  readonly value: number;
  /** `|A x - value x|` for the unit vector x that belongs to it: an eigenvalue lies this close to the value. */
  readonly residual: number;
  /** Products with the matrix that it took. */
  readonly products: number;
}

/**
 * The largest (not the largest in size) eigenvalue of a symmetric matrix that is known only by its products with vectors. Rounding
 * is kept from bringing vectors back by orthogonalising twice. O(k^2 n) and k products, k mostly below 50.
 *
 * @param multiply Sets `into` to A times `vector`; leaves `vector` as it is.
 * @param start Where to begin; with a random start the largest eigenvalue is found with certainty, with another one that is orthogonal
 *   to its vector it is not.
 * @throws RangeError where `start` is zero or a product is not finite.
 * @example
 * const halves = (vector, into) => vector.forEach((value, k) => { into[k] = value / (k + 1); });
 * largestEigenvalue(halves, Float64Array.of(0, 1, 0)).value // 0.5
 */
export function largestEigenvalue(
  multiply: (vector: Float64Array, into: Float64Array) => void,
  start: Float64Array,
  options: LanczosOptions = {},
): LargestEigenvalue {
  const { tolerance = 1e-8, products = 200 } = options;
  const most = Math.min(products, start.length);
  const length = euclideanNorm(start);
  if (!(length > 0 && Number.isFinite(length))) {
    throw new RangeError(`norm of the start: ${length} (allowed: a finite number > 0)`);
  }
  let vector = start.map((value) => value / length);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let look = Math.min(4, most);
  let scale = 0;
  for (;;) {
    basis.push(vector);
    const next = new Float64Array(start.length);
    multiply(vector, next);
    const middle = innerProduct(vector, next);
    if (!Number.isFinite(middle)) throw new RangeError(`product with the matrix: ${middle} (allowed: finite numbers)`);
    diagonal.push(middle);
    for (let pass = 0; pass < 2; pass++) for (const old of basis) subtract(next, innerProduct(old, next), old);
    const rest = euclideanNorm(next);
    scale = Math.max(scale, Math.abs(middle), rest);
    const exhausted = rest <= 1e-14 * scale;
    const k = basis.length;
    if (exhausted || k === look || k === most) {
      const [value, lastComponent] = topOfTridiagonal(diagonal, beside);
      const residual = exhausted ? 0 : rest * Math.abs(lastComponent);
      if (exhausted || k === most || residual <= tolerance * Math.abs(value)) return { value, residual, products: k };
      look = Math.min(most, Math.ceil(1.3 * look));
    }
    beside.push(rest);
    vector = next.map((value) => value / rest);
  }
}

/** Largest eigenvalue of a tridiagonal matrix, and the last component of its unit vector. */
function topOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): [number, number] {
  const size = diagonal.length;
  const matrix = Matrix.zeros(size, size);
  diagonal.forEach((value, k) => {
    matrix.set(k, k, value);
  });
  beside.forEach((value, k) => {
    matrix.set(k, k + 1, value);
    matrix.set(k + 1, k, value);
  });
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const top = realEigenvalues.indexOf(Math.max(...realEigenvalues));
  return [realEigenvalues[top] as number, eigenvectorMatrix.get(size - 1, top)];
}

function subtract(from: Float64Array, times: number, vector: Float64Array): void {
  for (let k = 0; k < from.length; k++) from[k] = (from[k] as number) - times * (vector[k] as number);
}
