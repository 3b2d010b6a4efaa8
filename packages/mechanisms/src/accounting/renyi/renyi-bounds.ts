// Mironov (2017), "Renyi differential privacy", Proposition 3 (classic); Canonne, Kamath, Steinke (2020), Proposition 12 (improved).
import type { Composition } from '../privacy-event.js';
import { logMoment } from './log-moment.js';

/** From the divergence of an order to epsilon and delta. */
export type RenyiConversion = 'classic' | 'improved';

/** An epsilon that a composition keeps at this delta by its divergence of one order, rounded up; it can be below 0. */
export function renyiEpsilonAt(
  composition: Composition,
  delta: number,
  conversion: RenyiConversion,
  order: number,
): number {
  const moment = logMoment(composition, order);
  const sum = moment + gained(conversion, order) - Math.log(delta);
  return (sum + rounding(moment - Math.log(delta), order)) / (order - 1);
}

/** The logarithm of a delta that a composition keeps at this epsilon by its divergence of one order, rounded up; it can be above 0. */
export function renyiLogDeltaAt(
  composition: Composition,
  epsilon: number,
  conversion: RenyiConversion,
  order: number,
): number {
  const moment = logMoment(composition, order);
  const spent = (order - 1) * epsilon;
  return moment + gained(conversion, order) - spent + rounding(moment + spent, order);
}

/** What the improved conversion adds to log delta: `(a - 1) log(a - 1) - a log a`, below 0. */
function gained(conversion: RenyiConversion, order: number): number {
  return conversion === 'classic' ? 0 : (order - 1) * Math.log1p(-1 / order) - Math.log(order);
}

/** More than the rounding of a sum of these terms. */
function rounding(terms: number, order: number): number {
  return 1e-14 * (terms + Math.log(order) + 1);
}
