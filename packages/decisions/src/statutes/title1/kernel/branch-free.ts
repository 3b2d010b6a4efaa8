// What noise decides is a coin toss for a processor that guesses branches, and a wrong guess costs more than all the arithmetic of a district.

const pair = new Float64Array(2);

/** The same as `left > right ? left : right`, exactly. */
export function largerOf(left: number, right: number): number {
  pair[0] = right;
  pair[1] = left;
  return pair[Number(left > right)] as number;
}
