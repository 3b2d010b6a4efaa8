// AssemblyScript: products of rows without their zeros and matrices, row after row in memory. Every number that comes out is a sum in one
// fixed order over what its row keeps, whatever is beside it. Places are in bytes, lengths in numbers.

/**
 * `out[r width + j] = start[r width + j] + sum_c values[c] matrix[columns[c] width + j]` for rows r from 0 to count - 1, c from starts[r] to ends[r] - 1. Sixteen
 * columns at a time are kept in registers while the kept numbers of a row pass by; each sum is taken in the order of c.
 */
export function addRowsTimesMatrix(
  starts: usize,
  ends: usize,
  columns: usize,
  values: usize,
  count: i32,
  matrix: usize,
  width: i32,
  start: usize,
  out: usize,
): void {
  const line = (<usize>width) << 3;
  let j = 0;
  for (; j + 15 < width; j += 16) {
    const m0 = matrix + ((<usize>j) << 3);
    let o = out + ((<usize>j) << 3);
    let from = start + ((<usize>j) << 3);
    for (let r = 0; r < count; r++, o += line, from += line) {
      const end = load<i32>(ends + ((<usize>r) << 2));
      let s0 = v128.load(from);
      let s1 = v128.load(from, 16);
      let s2 = v128.load(from, 32);
      let s3 = v128.load(from, 48);
      let s4 = v128.load(from, 64);
      let s5 = v128.load(from, 80);
      let s6 = v128.load(from, 96);
      let s7 = v128.load(from, 112);
      for (let c = load<i32>(starts + ((<usize>r) << 2)); c < end; c++) {
        const value = v128.load64_splat(values + ((<usize>c) << 3));
        const m = m0 + <usize>load<i32>(columns + ((<usize>c) << 2)) * line;
        s0 = f64x2.add(s0, f64x2.mul(value, v128.load(m)));
        s1 = f64x2.add(s1, f64x2.mul(value, v128.load(m, 16)));
        s2 = f64x2.add(s2, f64x2.mul(value, v128.load(m, 32)));
        s3 = f64x2.add(s3, f64x2.mul(value, v128.load(m, 48)));
        s4 = f64x2.add(s4, f64x2.mul(value, v128.load(m, 64)));
        s5 = f64x2.add(s5, f64x2.mul(value, v128.load(m, 80)));
        s6 = f64x2.add(s6, f64x2.mul(value, v128.load(m, 96)));
        s7 = f64x2.add(s7, f64x2.mul(value, v128.load(m, 112)));
      }
      v128.store(o, s0);
      v128.store(o, s1, 16);
      v128.store(o, s2, 32);
      v128.store(o, s3, 48);
      v128.store(o, s4, 64);
      v128.store(o, s5, 80);
      v128.store(o, s6, 96);
      v128.store(o, s7, 112);
    }
  }
  for (; j + 3 < width; j += 4) {
    const m0 = matrix + ((<usize>j) << 3);
    let o = out + ((<usize>j) << 3);
    let from = start + ((<usize>j) << 3);
    for (let r = 0; r < count; r++, o += line, from += line) {
      const end = load<i32>(ends + ((<usize>r) << 2));
      let s0 = v128.load(from);
      let s1 = v128.load(from, 16);
      for (let c = load<i32>(starts + ((<usize>r) << 2)); c < end; c++) {
        const value = v128.load64_splat(values + ((<usize>c) << 3));
        const m = m0 + <usize>load<i32>(columns + ((<usize>c) << 2)) * line;
        s0 = f64x2.add(s0, f64x2.mul(value, v128.load(m)));
        s1 = f64x2.add(s1, f64x2.mul(value, v128.load(m, 16)));
      }
      v128.store(o, s0);
      v128.store(o, s1, 16);
    }
  }
  for (; j < width; j++) {
    const m0 = matrix + ((<usize>j) << 3);
    let o = out + ((<usize>j) << 3);
    let from = start + ((<usize>j) << 3);
    for (let r = 0; r < count; r++, o += line, from += line) {
      const end = load<i32>(ends + ((<usize>r) << 2));
      let sum = load<f64>(from);
      for (let c = load<i32>(starts + ((<usize>r) << 2)); c < end; c++) {
        const m = m0 + <usize>load<i32>(columns + ((<usize>c) << 2)) * line;
        sum += load<f64>(values + ((<usize>c) << 3)) * load<f64>(m);
      }
      store<f64>(o, sum);
    }
  }
}

/**
 * `out[columns[c]] += sum_j matrix[columns[c] width + j] right[j]` for c from start to end - 1: even and odd j have sums of their own, which
 * are added up at the end. Four rows of the matrix at a time share what is read of `right`.
 */
export function addMatrixTimesRow(
  columns: usize,
  start: i32,
  end: i32,
  matrix: usize,
  width: i32,
  right: usize,
  out: usize,
): void {
  let c = columns + ((<usize>start) << 2);
  const last = columns + ((<usize>end) << 2);
  if (width === 1) {
    const value = load<f64>(right);
    for (; c < last; c += 4) {
      const k = (<usize>load<i32>(c)) << 3;
      store<f64>(out + k, load<f64>(out + k) + load<f64>(matrix + k) * value);
    }
    return;
  }
  const line = (<usize>width) << 3;
  const paired = (<usize>(width & ~1)) << 3;
  const odd = (width & 1) !== 0;
  for (; c + 12 < last; c += 16) {
    const k0 = <usize>load<i32>(c);
    const k1 = <usize>load<i32>(c, 4);
    const k2 = <usize>load<i32>(c, 8);
    const k3 = <usize>load<i32>(c, 12);
    const m0 = matrix + k0 * line;
    const m1 = matrix + k1 * line;
    const m2 = matrix + k2 * line;
    const m3 = matrix + k3 * line;
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    for (let j: usize = 0; j < paired; j += 16) {
      const value = v128.load(right + j);
      s0 = f64x2.add(s0, f64x2.mul(value, v128.load(m0 + j)));
      s1 = f64x2.add(s1, f64x2.mul(value, v128.load(m1 + j)));
      s2 = f64x2.add(s2, f64x2.mul(value, v128.load(m2 + j)));
      s3 = f64x2.add(s3, f64x2.mul(value, v128.load(m3 + j)));
    }
    addSum(s0, odd, m0 + paired, right + paired, out + (k0 << 3));
    addSum(s1, odd, m1 + paired, right + paired, out + (k1 << 3));
    addSum(s2, odd, m2 + paired, right + paired, out + (k2 << 3));
    addSum(s3, odd, m3 + paired, right + paired, out + (k3 << 3));
  }
  for (; c < last; c += 4) {
    const k = <usize>load<i32>(c);
    const m = matrix + k * line;
    let s = f64x2.splat(0);
    for (let j: usize = 0; j < paired; j += 16) {
      s = f64x2.add(s, f64x2.mul(v128.load(right + j), v128.load(m + j)));
    }
    addSum(s, odd, m + paired, right + paired, out + (k << 3));
  }
}

/** Adds both lanes, and the product of the last column where it has no partner. */
function addSum(sums: v128, odd: boolean, matrix: usize, right: usize, out: usize): void {
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  if (odd) sum += load<f64>(matrix) * load<f64>(right);
  store<f64>(out, load<f64>(out) + sum);
}

/**
 * `matrix[columns[c] width + j] += weights[r] right[r width + j] values[c]` for each row r of the batch and all it keeps, and
 * `matrix[inputs width + j] += weights[r] right[r width + j]` as for one more column that is always 1; rows of weight 0 are left out.
 */
export function addOuterProducts(
  starts: usize,
  ends: usize,
  columns: usize,
  values: usize,
  count: i32,
  weights: usize,
  right: usize,
  width: i32,
  matrix: usize,
  inputs: i32,
): void {
  const line = (<usize>width) << 3;
  for (let r = 0; r < count; r++, right += line) {
    const weight = load<f64>(weights + ((<usize>r) << 3));
    if (weight === 0) continue;
    const start = load<i32>(starts + ((<usize>r) << 2));
    const end = load<i32>(ends + ((<usize>r) << 2));
    for (let j: usize = 0; j < line; j += 8) {
      const factor = weight * load<f64>(right + j);
      for (let c = start; c < end; c++) {
        const m = matrix + j + <usize>load<i32>(columns + ((<usize>c) << 2)) * line;
        store<f64>(m, load<f64>(m) + factor * load<f64>(values + ((<usize>c) << 3)));
      }
      const bias = matrix + j + <usize>inputs * line;
      store<f64>(bias, load<f64>(bias) + factor);
    }
  }
}

/**
 * What rectified linear units pass on: the inputs that are not 0 or less, NaN too, and their places, one after the other; their sum of squares goes
 * to `square`. Each input is written before it is known whether it is kept: half of all jumps would be mispredicted.
 *
 * @returns how many are kept
 */
export function rectify(inputs: usize, width: i32, columns: usize, values: usize, square: usize): i32 {
  let kept = 0;
  for (let j = 0; j < width; j++) {
    const input = load<f64>(inputs + ((<usize>j) << 3));
    store<i32>(columns + ((<usize>kept) << 2), j);
    store<f64>(values + ((<usize>kept) << 3), input);
    kept += i32(!(input <= 0));
  }
  store<f64>(square, squaredNorm(values, kept));
  return kept;
}

/** Sum of the squares of `count` numbers, in four sums: those of places 0 to 3, modulo four, then what is left over. */
export function squaredNorm(values: usize, count: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let k = 0;
  for (; k + 3 < count; k += 4, values += 32) {
    const v0 = v128.load(values);
    const v1 = v128.load(values, 16);
    s0 = f64x2.add(s0, f64x2.mul(v0, v0));
    s1 = f64x2.add(s1, f64x2.mul(v1, v1));
  }
  const sums = f64x2.add(s0, s1);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; k < count; k++, values += 8) {
    const value = load<f64>(values);
    sum += value * value;
  }
  return sum;
}
