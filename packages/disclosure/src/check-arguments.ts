import { argumentFault, scoreFault } from './messages.js';

/** @throws DpfairError domain unless confidence is inside (0, 1). */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw argumentFault('confidence', confidence, 'above 0 and below 1');
}

/** @throws DpfairError domain unless delta is from 0 to below 1. */
export function checkDelta(delta: number): void {
  if (!(delta >= 0 && delta < 1)) throw argumentFault('delta', delta, '0 to below 1');
}

/** @throws DpfairError input, naming the first score that is not finite. */
export function checkScores(what: string, scores: Float64Array): void {
  const place = scores.findIndex((score) => !Number.isFinite(score));
  if (place >= 0) throw scoreFault(what, place, scores[place] as number);
}
