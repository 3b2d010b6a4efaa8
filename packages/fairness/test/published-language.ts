/** The rule of Section 203 for a pair by itself, as a rule of three counts. */
export const section203 = '(lep > 0.05 * citizens or lep > 10000) and illiterate > 0.0131 * lep';

/** Published probabilities that it holds under Laplace noise with clipping: citizens, lep, illiterate, epsilon, probability. */
export const publishedCoverage = [
  [2000, 101, 2, 0.5, 0.4457496735],
  [200, 11, 1, 0.5, 0.467171869],
  [20000, 1010, 14, 0.1, 0.4357095168],
  [80, 4, 1, 1, 0.4017988267],
  [600, 30, 3, 0.5, 0.4312058878],
  [3305, 160, 8, 0.1, 0.2127080708],
] as const;

/** Published probabilities that Union County, 160 of 3,305, is found above 5 percent without clipping: epsilon, probability. */
export const publishedUnion = [
  [0.1, 0.2965],
  [0.5, 0.0363],
  [1, 0.0026],
] as const;
