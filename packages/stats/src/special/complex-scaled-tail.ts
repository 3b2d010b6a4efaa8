// Weideman, "Computation of the complex error function", SIAM Journal on Numerical Analysis 31 (1994).

const TERMS = 48;
const scale = Math.sqrt(TERMS / Math.SQRT2);

/** Coefficients of the rational expansion: a discrete Fourier transform of exp(-t^2) (L^2 + t^2) at t = L tan(theta / 2). */
const coefficients: Float64Array = (() => {
  const half = 2 * TERMS;
  const values = Array.from({ length: 2 * half - 1 }, (_, k) => {
    const theta = ((k - half + 1) * Math.PI) / half;
    const t = scale * Math.tan(theta / 2);
    return { theta, value: Math.exp(-t * t) * (scale * scale + t * t) };
  });
  return Float64Array.from(
    { length: TERMS },
    (_, n) => values.reduce((sum, { theta, value }) => sum + value * Math.cos((n + 1) * theta), 0) / (2 * half),
  );
})();

/**
 * `integral over u > 0 of exp(-w u - u^2 / 2) du / sqrt(2 pi)` for a complex w with real part at least 0: the normal survival function at w over
 * `exp(-w^2 / 2)`. Relative error about 1e-13.
 *
 * @param into two numbers: real and imaginary part are written there, because this is called millions of times.
 */
export function complexScaledTail(re: number, im: number, into: Float64Array): void {
  // erfcx(v) / 2 with v = w / sqrt 2; L - i z and L + i z for z = i v are L + v and L - v
  const [vRe, vIm] = [re * Math.SQRT1_2, im * Math.SQRT1_2];
  const belowRe = scale + vRe;
  const norm = belowRe * belowRe + vIm * vIm;
  const inverseRe = belowRe / norm;
  const inverseIm = -vIm / norm;
  const ratioRe = (scale - vRe) * inverseRe + vIm * inverseIm;
  const ratioIm = (scale - vRe) * inverseIm - vIm * inverseRe;
  let sumRe = 0;
  let sumIm = 0;
  for (let n = TERMS - 1; n >= 0; n--) {
    const next = sumRe * ratioRe - sumIm * ratioIm + (coefficients[n] as number);
    sumIm = sumRe * ratioIm + sumIm * ratioRe;
    sumRe = next;
  }
  // 2 p / (L + v)^2 + 1 / (sqrt(pi) (L + v)), halved
  const innerRe = sumRe * inverseRe - sumIm * inverseIm + 0.5 / Math.sqrt(Math.PI);
  const innerIm = sumRe * inverseIm + sumIm * inverseRe;
  into[0] = innerRe * inverseRe - innerIm * inverseIm;
  into[1] = innerRe * inverseIm + innerIm * inverseRe;
}
