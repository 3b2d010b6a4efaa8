/**
 * What each rule of clipping takes where nothing is said, as a rule of its own and as a remedy.
 *
 * The limit of global clipping is about the norm of a gradient before training, on some tens of standardised features: it must not be read off
 * the rows.
 *
 * @param bound of the clipping: above 0
 * @example
 * clippingDefaults(0.1)['global-adaptive'].limit // 5
 */
export function clippingDefaults(bound: number) {
  const limit = Math.max(5, bound);
  const countNoise = 10;
  return {
    flat: {},
    'per-layer': {},
    automatic: { stability: 0.01 },
    adaptive: { quantile: 0.5, rate: 0.2, countNoise },
    'by-group': { countNoise },
    global: { limit },
    'global-adaptive': { limit, rate: 0.1, countNoise },
  } as const;
}
