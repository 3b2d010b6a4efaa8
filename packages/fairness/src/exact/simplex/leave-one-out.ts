/** Writes the products of all but one of n complex numbers, for each of the first `wanted`. */
export type LeaveOneOut = (
  re: Float64Array,
  im: Float64Array,
  outRe: Float64Array,
  outIm: Float64Array,
  wanted: number,
) => void;

/** Products of all but one, without dividing: from the left times from the right. O(n). */
export function leaveOneOut(n: number): LeaveOneOut {
  const leftRe = new Float64Array(n + 1);
  const leftIm = new Float64Array(n + 1);
  return (re, im, outRe, outIm, wanted) => {
    leftRe[0] = 1;
    leftIm[0] = 0;
    for (let j = 0; j + 1 < wanted; j++) {
      const [a, b] = [leftRe[j] as number, leftIm[j] as number];
      const [c, d] = [re[j] as number, im[j] as number];
      leftRe[j + 1] = a * c - b * d;
      leftIm[j + 1] = a * d + b * c;
    }
    let rightRe = 1;
    let rightIm = 0;
    for (let j = n - 1; j >= 0; j--) {
      if (j < wanted) {
        const [a, b] = [leftRe[j] as number, leftIm[j] as number];
        outRe[j] = a * rightRe - b * rightIm;
        outIm[j] = a * rightIm + b * rightRe;
      }
      const [c, d] = [re[j] as number, im[j] as number];
      const next = rightRe * c - rightIm * d;
      rightIm = rightRe * d + rightIm * c;
      rightRe = next;
    }
  };
}
