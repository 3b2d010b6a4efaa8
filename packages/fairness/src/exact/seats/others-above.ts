/**
 * The number of claims of independent entities above a level, all but one of them at a time. Distributions of the sum are built from
 * either side once, so that leaving one out costs one pass.
 */
export interface OthersAbove {
  /** Forgets all entities. */
  readonly clear: () => void;
  /** Adds an entity whose number of claims k = 0, 1, ... has these probabilities. */
  readonly add: (probabilities: readonly number[]) => void;
  /** To be called when all are added, before they are asked for. */
  readonly close: () => void;
  /** P(all but the entity added as number `left` have at most `limit` claims together), and P(they have more). */
  readonly without: (left: number, limit: number) => readonly [atMost: number, more: number];
}

export function othersAbove(): OthersAbove {
  let added: (readonly number[])[] = [];
  let before: number[][] = [];
  /** Of the entities from k on: P(sum <= s) and P(sum > s). */
  let after: { readonly atMost: readonly number[]; readonly more: readonly number[] }[] = [];
  return {
    clear: () => {
      added = [];
    },
    add: (probabilities) => {
      added.push(probabilities);
    },
    close: () => {
      before = [[1]];
      for (const probabilities of added) before.push(convolve(before.at(-1) as number[], probabilities));
      let sum = [1];
      after = [cumulated(sum)];
      for (const probabilities of added.slice(1).reverse()) {
        sum = convolve(sum, probabilities);
        after.push(cumulated(sum));
      }
      after.reverse();
    },
    without: (left, limit) => {
      const { atMost, more } = after[left] as (typeof after)[number];
      let [below, above] = [0, 0];
      const ahead = before[left] as readonly number[];
      for (let own = 0; own < ahead.length; own++) {
        const probability = ahead[own] as number;
        const rest = limit - own;
        if (rest < 0) above += probability;
        else if (rest >= atMost.length) below += probability;
        else {
          below += probability * (atMost[rest] as number);
          above += probability * (more[rest] as number);
        }
      }
      return [below, above];
    },
  };
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    const first = a[i] as number;
    for (let j = 0; j < b.length; j++) sum[i + j] = (sum[i + j] as number) + first * (b[j] as number);
  }
  return sum;
}

/** Small tails are added up from their own side, so that they keep their digits. */
function cumulated(probabilities: readonly number[]) {
  const atMost: number[] = [];
  const more = new Array<number>(probabilities.length).fill(0);
  probabilities.forEach((probability, k) => {
    atMost.push((atMost[k - 1] ?? 0) + probability);
  });
  for (let k = probabilities.length - 2; k >= 0; k--) {
    more[k] = (more[k + 1] as number) + (probabilities[k + 1] as number);
  }
  return { atMost, more };
}
