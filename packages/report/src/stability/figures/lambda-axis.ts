import type { StabilityResult } from '@dpfair/result';
import { widen } from '../../axis/index.js';
import type { LineAxis } from '../../figures/lines/draw-lines.js';
import { formatPlain } from '../../format/index.js';
import { stabilityFigureWords as say } from '../../messages/stability/figure-messages.js';

/** All values of lambda, each once, in order. */
export const lambdasOf = ({ cells }: StabilityResult): readonly number[] =>
  [...new Set(cells.map(({ lambda }) => lambda))].sort((one, other) => one - other);

/** The horizontal axis of lambda, with a tick at each value that was tried. */
export function lambdaAxis(lambdas: readonly number[]): LineAxis {
  const [low, high] = [Math.min(...lambdas), Math.max(...lambdas)];
  const scale = widen({ type: 'linear', constant: 1, domain: [low, high > low ? high : low + 1] }, 0.05, 0.05);
  return { scale, title: say.lambda(), write: (value) => formatPlain(value), at: lambdas };
}
