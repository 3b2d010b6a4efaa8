import { kronrodPanel, type Panel } from './kronrod-panel.js';
import type { QuadratureResult } from './quadrature-result.js';

export interface IntegrateOptions {
  /** Relative error asked for. @default 1e-12 */
  readonly tolerance?: number;
  /** Absolute error that also suffices, in units of the integral. @default 0 */
  readonly absoluteTolerance?: number;
  /** Points inside (a, b) where f has a kink or a jump; each becomes the edge of a panel. @default none */
  readonly breaks?: readonly number[];
  /** Panels after which the quadrature gives up. @default 2000 */
  readonly maxPanels?: number;
}

/**
 * Integral of f over [a, b], a <= b finite: adaptive Gauss-Kronrod (7, 15), always halving the panel with the largest error
 * (QUADPACK's QAG: Piessens and others, 1983). f is never called at the end points or the breaks.
 *
 * @returns The value, the sum of the panels' error estimates and the number of calls; an error above what was asked means it gave up.
 * @throws RangeError when a > b, an end or break is out of place, or f is not finite where it is called.
 * @example
 * integrate(Math.exp, 0, 1).value // 1.718281828459045
 */
export function integrate(
  f: (x: number) => number,
  a: number,
  b: number,
  options: IntegrateOptions = {},
): QuadratureResult {
  const { tolerance = 1e-12, absoluteTolerance = 0, breaks = [], maxPanels = 2000 } = options;
  if (!(a <= b && b - a < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`interval: ${a} to ${b} (allowed: finite ends in ascending order)`);
  }
  const edges = [a, ...[...breaks].sort((p, q) => p - q), b];
  for (const edge of edges) {
    if (!(edge >= a && edge <= b)) throw new RangeError(`break: ${edge} (allowed: from ${a} to ${b})`);
  }
  const panels: Panel[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [left, right] = [edges[i] as number, edges[i + 1] as number];
    if (left < right) panels.push(kronrodPanel(f, left, right));
  }
  let evaluations = 15 * panels.length;
  while (panels.length < maxPanels) {
    const { value, error } = total(panels);
    if (error <= Math.max(absoluteTolerance, tolerance * Math.abs(value))) break;
    const worst = panels.reduce((most, panel, i) => (panel.error > (panels[most] as Panel).error ? i : most), 0);
    const { left, right } = panels[worst] as Panel;
    const middle = 0.5 * (left + right);
    if (!(left < middle && middle < right)) break;
    panels.splice(worst, 1, kronrodPanel(f, left, middle), kronrodPanel(f, middle, right));
    evaluations += 30;
  }
  return { ...total(panels), evaluations };
}

function total(panels: readonly Panel[]): { value: number; error: number } {
  let value = 0;
  let error = 0;
  for (const panel of panels) {
    value += panel.value;
    error += panel.error;
  }
  return { value, error };
}
