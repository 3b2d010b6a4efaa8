/**
 * How scores depend on parameters: `scores = A parameters`, with A kept as what is not zero in it and a part that all rows of a block share.
 * The parameters come in blocks of equal width, one for each group where groups have weights of their own; a row has entries in its own block
 * only. Row i of A is its entries plus the `shared` part of its block: the intercept is a column without entries whose shared part is 1, and
 * a column that mostly holds one value (a standardised indicator) has that value as its shared part and entries where it differs.
 */
export interface Design {
  readonly rows: number;
  /** Parameters: blocks x width. */
  readonly parameters: number;
  readonly width: number;
  /** Block of each row; null where there is one block. */
  readonly blockOf: Int32Array | null;
  /** Entries of row i are at starts[i] to starts[i + 1], parameters ascending. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** One for each parameter. */
  readonly shared: Float64Array;
}

/** Sets `into` to A times the parameters. O(entries). */
export function scoresOf(design: Design, parameters: Float64Array, into: Float64Array): void {
  const { rows, width, blockOf, starts, indices, values, shared } = design;
  const base = new Float64Array(design.parameters / width);
  for (let j = 0; j < design.parameters; j++) {
    const block = Math.floor(j / width);
    base[block] = (base[block] as number) + (shared[j] as number) * (parameters[j] as number);
  }
  for (let row = 0; row < rows; row++) {
    let score = base[blockOf === null ? 0 : (blockOf[row] as number)] as number;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      score += (values[at] as number) * (parameters[indices[at] as number] as number);
    }
    into[row] = score;
  }
}

/** Adds A' times `weights`, one for each row, to `into`. O(entries). */
export function addTransposed(design: Design, weights: Float64Array, into: Float64Array): void {
  const { rows, width, blockOf, starts, indices, values, shared } = design;
  const totals = new Float64Array(design.parameters / width);
  for (let row = 0; row < rows; row++) {
    const weight = weights[row] as number;
    const block = blockOf === null ? 0 : (blockOf[row] as number);
    totals[block] = (totals[block] as number) + weight;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const j = indices[at] as number;
      into[j] = (into[j] as number) + weight * (values[at] as number);
    }
  }
  for (let j = 0; j < design.parameters; j++) {
    into[j] = (into[j] as number) + (shared[j] as number) * (totals[Math.floor(j / width)] as number);
  }
}
