// Source: Chaudhuri, Monteleoni, Sarwate (JMLR 12, 2011), the Huber loss of section 3.4.2.
import type { OutputLoss, OutputPoint } from './output-loss.js';

/**
 * The hinge loss with a bend instead of a corner, so that it is differentiable: with label s = -1 for class 0 and +1 for class 1,
 * margin m = s f and half-width h, it is `1 - m` for m < 1 - h, `(1 + h - m)^2 / (4 h)` for |1 - m| <= h, and 0 beyond. Its second
 * derivative is 1 / (2 h) on the bend and 0 elsewhere (at the two ends of the bend, where there is none, 1 / (2 h)).
 *
 * @param halfWidth h > 0, as a margin.
 */
export function smoothHingeLoss(halfWidth: number): OutputLoss {
  const bend = 1 / (2 * halfWidth);
  const curvature = ({ scores, at, target }: OutputPoint): number => {
    const margin = target === 1 ? (scores[at] as number) : -(scores[at] as number);
    return Math.abs(1 - margin) <= halfWidth ? bend : 0;
  };
  return {
    width: 1,
    gradientBound: 1,
    curvatureBound: bend,
    roots: 1,
    evaluate(scores, at, target, outputs, gradient) {
      const score = scores[at] as number;
      const sign = target === 1 ? 1 : -1;
      const short = 1 + halfWidth - sign * score;
      outputs[at] = score;
      if (short <= 0) {
        gradient[at] = 0;
        return 0;
      }
      if (short > 2 * halfWidth) {
        gradient[at] = -sign;
        return 1 - sign * score;
      }
      gradient[at] = -sign * bend * short;
      return 0.5 * bend * short * short;
    },
    hessianVector(point, direction, into) {
      into[point.at] = curvature(point) * (direction[point.at] as number);
    },
    hessianTrace: curvature,
    hessianRoot(point, _root, into) {
      into[point.at] = Math.sqrt(curvature(point));
    },
  };
}
