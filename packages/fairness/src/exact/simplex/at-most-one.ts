/** Over the others of each entity: the product of all u (`whole`), and the sum over one of them of its v times the u of the rest (`one`). */
export function atMostOne(
  n: number,
  wanted: number,
  [uRe, uIm, vRe, vIm]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
  [wholeRe, wholeIm, oneRe, oneIm]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
  [e0Re, e0Im, e1Re, e1Im]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
): void {
  e0Re[0] = 1;
  e0Im[0] = 0;
  e1Re[0] = 0;
  e1Im[0] = 0;
  for (let j = 0; j + 1 < wanted; j++) {
    const [u, v, s, t] = [uRe[j] as number, uIm[j] as number, vRe[j] as number, vIm[j] as number];
    const [a, b, c, d] = [e0Re[j] as number, e0Im[j] as number, e1Re[j] as number, e1Im[j] as number];
    e0Re[j + 1] = a * u - b * v;
    e0Im[j + 1] = a * v + b * u;
    e1Re[j + 1] = c * u - d * v + a * s - b * t;
    e1Im[j + 1] = c * v + d * u + a * t + b * s;
  }
  let [a, b, c, d] = [1, 0, 0, 0];
  for (let j = n - 1; j >= 0; j--) {
    if (j < wanted) {
      const [p, q, r, o] = [e0Re[j] as number, e0Im[j] as number, e1Re[j] as number, e1Im[j] as number];
      wholeRe[j] = p * a - q * b;
      wholeIm[j] = p * b + q * a;
      oneRe[j] = p * c - q * d + (r * a - o * b);
      oneIm[j] = p * d + q * c + (r * b + o * a);
    }
    const [u, v, s, t] = [uRe[j] as number, uIm[j] as number, vRe[j] as number, vIm[j] as number];
    [a, b, c, d] = [a * u - b * v, a * v + b * u, c * u - d * v + a * s - b * t, c * v + d * u + a * t + b * s];
  }
}
