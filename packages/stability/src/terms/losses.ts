import type { LossKind } from '../program/program.js';

/** A loss of the margin `y f`, with two derivatives. */
export interface MarginLoss {
  readonly value: (margin: number) => number;
  readonly slope: (margin: number) => number;
  readonly curvature: (margin: number) => number;
}

const logistic: MarginLoss = {
  value: (margin) => Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))),
  slope: (margin) => -1 / (1 + Math.exp(margin)),
  curvature: (margin) => {
    const small = Math.exp(-Math.abs(margin));
    return small / (1 + small) ** 2;
  },
};

const squared: MarginLoss = {
  value: (margin) => (1 - margin) ** 2,
  slope: (margin) => 2 * (margin - 1),
  curvature: () => 2,
};

/**
 * The hinge with its corner rounded off by a parabola of this width: below the hinge by at most half the width, nowhere above it.
 * So a minimum of the rounded program is, in the program itself, within half the width of the least value.
 */
const roundedHinge = (width: number): MarginLoss => ({
  value: (margin) => {
    const under = 1 - margin;
    return under <= 0 ? 0 : under < width ? under ** 2 / (2 * width) : under - width / 2;
  },
  slope: (margin) => -Math.min(1, Math.max(0, (1 - margin) / width)),
  curvature: (margin) => (margin < 1 && 1 - margin < width ? 1 / width : 0),
});

/**
 * The loss of a program as the solver sees it.
 *
 * @param width Of the rounded corner of the hinge, above 0; the other losses have none.
 * @example
 * marginLoss('logistic', 0).value(0) // 0.6931471805599453
 */
export function marginLoss(kind: LossKind, width: number): MarginLoss {
  if (kind === 'logistic') return logistic;
  return kind === 'squared' ? squared : roundedHinge(width);
}
