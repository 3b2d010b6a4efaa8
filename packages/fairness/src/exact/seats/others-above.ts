/**
 * The number of claims of independent entities above a level, all but one of them at a time. Distributions of the sum are built from
 * either side once, so that leaving one out costs one pass.
 */
export interface OthersAbove {
  /** Forgets all entities. */
  readonly clear: () => void;
  /** Adds an entity whose number of claims k = 0, 1, ... has these probabilities. */
  readonly add: (probabilities: Float64Array) => void;
  /** To be called when all are added, before they are asked for. */
  readonly close: () => void;
  /** P(all but the entity added as number `left` have at most `limit` claims together), and P(they have more). */
  readonly without: (left: number, limit: number) => readonly [atMost: number, more: number];
}

/** @param claims of all entities together at most: room for the distributions of their sums. */
export function othersAbove(entities: number, claims: number): OthersAbove {
  const rows = () => Array.from({ length: entities + 1 }, () => new Float64Array(claims + 1));
  const [before, sums, atMost, more] = [rows(), rows(), rows(), rows()];
  /** Values that the sum of the entities before, and from, each can have. */
  const sizesBefore = new Int32Array(entities + 1);
  const sizesFrom = new Int32Array(entities + 1);
  const added: Float64Array[] = [];
  const row = (of: readonly Float64Array[], k: number) => of[k] as Float64Array;
  return {
    clear: () => {
      added.length = 0;
    },
    add: (probabilities) => {
      added.push(probabilities);
    },
    close: () => {
      const n = added.length;
      row(before, 0)[0] = 1;
      sizesBefore[0] = 1;
      for (let k = 0; k < n; k++) {
        sizesBefore[k + 1] = convolve(
          row(before, k),
          sizesBefore[k] as number,
          added[k] as Float64Array,
          row(before, k + 1),
        );
      }
      row(sums, n)[0] = 1;
      sizesFrom[n] = 1;
      for (let k = n - 1; k > 0; k--) {
        sizesFrom[k] = convolve(row(sums, k + 1), sizesFrom[k + 1] as number, added[k] as Float64Array, row(sums, k));
      }
      for (let k = 1; k <= n; k++) cumulate(row(sums, k), sizesFrom[k] as number, row(atMost, k), row(more, k));
    },
    without: (left, limit) => {
      const [ahead, size] = [row(before, left), sizesBefore[left] as number];
      const [low, high, sizeFrom] = [row(atMost, left + 1), row(more, left + 1), sizesFrom[left + 1] as number];
      let [below, above] = [0, 0];
      for (let own = 0; own < size; own++) {
        const probability = ahead[own] as number;
        const rest = limit - own;
        if (rest < 0) above += probability;
        else if (rest >= sizeFrom) below += probability;
        else {
          below += probability * (low[rest] as number);
          above += probability * (high[rest] as number);
        }
      }
      return [below, above];
    },
  };
}

/** The distribution of a sum, into `sum`. @returns how many values it has. */
function convolve(a: Float64Array, size: number, b: Float64Array, sum: Float64Array): number {
  const length = size + b.length - 1;
  sum.fill(0, 0, length);
  for (let j = 0; j < b.length; j++) {
    const second = b[j] as number;
    for (let i = 0; i < size; i++) sum[i + j] = (sum[i + j] as number) + second * (a[i] as number);
  }
  return length;
}

/** P(sum <= s) and P(sum > s): small tails are added up from their own side, so that they keep their digits. */
function cumulate(probabilities: Float64Array, size: number, atMost: Float64Array, more: Float64Array): void {
  let below = 0;
  for (let s = 0; s < size; s++) {
    below += probabilities[s] as number;
    atMost[s] = below;
  }
  let above = 0;
  for (let s = size - 1; s >= 0; s--) {
    more[s] = above;
    above += probabilities[s] as number;
  }
}
