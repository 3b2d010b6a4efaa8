import { finiteAt } from './quadrature-result.js';

/** One panel of an adaptive quadrature. */
export interface Panel {
  readonly left: number;
  readonly right: number;
  readonly value: number;
  readonly error: number;
}

// Positive nodes, outermost first; the odd positions and the centre are those of the 7-point Gauss rule (QUADPACK, qk15).
const nodes = Float64Array.of(
  0.9914553711208126,
  0.9491079123427585,
  0.8648644233597691,
  0.7415311855993945,
  0.5860872354676911,
  0.4058451513773972,
  0.20778495500789848,
);
const kronrod = Float64Array.of(
  0.022935322010529224,
  0.06309209262997856,
  0.10479001032225019,
  0.14065325971552592,
  0.1690047266392679,
  0.19035057806478542,
  0.20443294007529889,
);
const kronrodCentre = 0.20948214108472782;
const gauss = Float64Array.of(0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0);
const gaussCentre = 0.4179591836734694;

/** Integral over [left, right] by the 15-point Kronrod rule, with QUADPACK's error estimate from the 7-point Gauss rule inside it. */
export function kronrodPanel(f: (x: number) => number, left: number, right: number): Panel {
  const centre = 0.5 * (left + right);
  const half = 0.5 * (right - left);
  const atCentre = finiteAt(f, centre);
  const pairs = Array.from(nodes, (node) => [finiteAt(f, centre - half * node), finiteAt(f, centre + half * node)]);
  let fine = kronrodCentre * atCentre;
  let coarse = gaussCentre * atCentre;
  let size = Math.abs(fine);
  pairs.forEach(([below = 0, above = 0], i) => {
    fine += (kronrod[i] as number) * (below + above);
    coarse += (gauss[i] as number) * (below + above);
    size += (kronrod[i] as number) * (Math.abs(below) + Math.abs(above));
  });
  const mean = 0.5 * fine;
  let variation = kronrodCentre * Math.abs(atCentre - mean);
  pairs.forEach(([below = 0, above = 0], i) => {
    variation += (kronrod[i] as number) * (Math.abs(below - mean) + Math.abs(above - mean));
  });
  const difference = Math.abs(fine - coarse);
  const scaled = variation === 0 ? difference : variation * Math.min(1, ((200 * difference) / variation) ** 1.5);
  const rounding = 2 ** -50 * size;
  return { left, right, value: half * fine, error: half * Math.max(scaled, rounding) };
}
