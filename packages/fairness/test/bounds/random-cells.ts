import { type Decision, type DecisionInput, decisionByName } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import type { Bound } from '@dpfair/result';
import { type ContinuousNoise, gaussian, laplace, openStream, parseSeed } from '@dpfair/stats';
import { boundsOf } from '../../src/bounds/bounds-of.js';
import type { Found } from '../../src/bounds/found.js';
import { simplexBounds } from '../../src/bounds/simplex-bounds.js';
import { prepareCell } from '../../src/models/prepared-cell.js';
import { finish } from '../../src/steps/steps.js';

type Stream = ReturnType<typeof openStream>;

/** A random question whose answer is exact. */
interface RandomCell {
  readonly decision: Decision;
  readonly post: PostName;
  readonly input: DecisionInput;
  readonly noise: ContinuousNoise;
}

const rules = [
  '(lep > 0.05 * citizens or lep > 100) and illiterate > 0.0131 * lep',
  'lep > 0.05 * citizens xor lep > 50',
  'not (lep > 40 and lep < 90) or citizens > 900',
  'lep > 0.05 * citizens and illiterate > 3',
  'lep > 60 or citizens > 900',
].map((rule) => decisionByName('threshold', { rule }));

const largest = { lep: 120, citizens: 2000, illiterate: 8 } as const;

/** Draws a cell of each kind in turn: a projection onto the simplex, an allotment, a rule. */
const kinds: readonly ((stream: Stream, k: number) => RandomCell)[] = [
  (stream, k) => {
    const count = Float64Array.from({ length: 3 + (k % 3) }, () => 2 + 60 * stream.nextUniform());
    return {
      decision: decisionByName('identity'),
      post: 'simplex',
      input: { counts: { count }, fixed: {} },
      noise: noiseOf(stream, 1, 8),
    };
  },
  (stream, k) => {
    const count = Float64Array.from({ length: 2 + (k % 3) }, () => Math.round(60 * stream.nextUniform() ** 2) + 1);
    return {
      decision: decisionByName('allotment'),
      post: 'baseline',
      input: { counts: { count }, fixed: {} },
      noise: noiseOf(stream, 1, 20),
    };
  },
  (stream, k) => {
    const decision = rules[k % rules.length] as Decision;
    const columns = decision.privateRoles.map((role) => [
      role,
      Float64Array.from({ length: 3 }, () => Math.round(largest[role as keyof typeof largest] * stream.nextUniform())),
    ]);
    return {
      decision,
      post: k % 2 === 0 ? 'clip' : 'none',
      input: { counts: Object.fromEntries(columns), fixed: {} },
      noise: noiseOf(stream, 1, 20),
    };
  },
];

const noiseOf = (stream: Stream, from: number, to: number): ContinuousNoise => {
  const spread = from + (to - from) * stream.nextUniform();
  return stream.nextUniform() < 0.5 ? gaussian(spread) : laplace(spread);
};

/**
 * Draws cells whose biases are exact and asks the bounds that a result states for them: how often each was compared with
 * its estimate, by name.
 *
 * @throws Error with the case where an estimate is outside its bound by more than its own error.
 */
export function triedBounds(kind: number, cases: number, seed: number): ReadonlyMap<string, number> {
  const stream = openStream(parseSeed(seed), 'test', kind);
  const tried = new Map<string, number>();
  for (let k = 0; k < cases; k++) {
    const problem = (kinds[kind] as (typeof kinds)[number])(stream, k);
    const cell = prepareCell(problem);
    if (cell.model.exact === undefined) continue;
    const { bias, errors } = finish(cell.model.exact());
    const margin = errors.reduce((a, b) => Math.max(a, b), 0);
    const bounds = boundsOf(cell, foundOf(bias, errors));
    requireInside(bounds, (2 + bias.length) * margin + 1e-12, tried, () => describe(problem));
  }
  return tried;
}

/** The same of two counts that are projected onto the simplex of their total, whose biases and mean threshold are closed. */
export function triedPairs(cases: number, seed: number): ReadonlyMap<string, number> {
  const stream = openStream(parseSeed(seed), 'test', 9);
  const tried = new Map<string, number>();
  for (let k = 0; k < cases; k++) {
    const counts = Float64Array.of(80 * stream.nextUniform(), 80 * stream.nextUniform() ** 2);
    const noise = noiseOf(stream, 0.5, 30);
    // y = x + (eta - eta') / 2, and E of what lies below 0: of the two, each gains its own and loses the other's.
    const below = (x: number) =>
      noise.kind === 'gaussian'
        ? gaussian(noise.spread / Math.SQRT2).clippingBias(x)
        : (noise.spread / 8) * (3 + (2 * x) / noise.spread) * Math.exp((-2 * x) / noise.spread);
    const [first, second] = [below(counts[0] as number), below(counts[1] as number)];
    const bounds = simplexBounds(
      counts,
      noise,
      1,
      foundOf(Float64Array.of(first - second, second - first), new Float64Array(2)),
    );
    const all = bounds.map((bound) => (bound.name === 'threshold' ? { ...bound, estimate: first + second } : bound));
    requireInside(all, 1e-10 * noise.spread, tried, () => `${counts} ${noise.kind} ${noise.spread}`);
  }
  return tried;
}

const foundOf = (bias: Float64Array, margin: Float64Array): Found => ({
  bias,
  margin,
  exact: true,
  alpha: bias.reduce((a, b) => Math.max(a, b)) - bias.reduce((a, b) => Math.min(a, b)),
  costOfPrivacy: bias.reduce((sum, b) => sum + Math.max(0, -b), 0),
});

function requireInside(bounds: readonly Bound[], slack: number, tried: Map<string, number>, which: () => string): void {
  for (const { name, estimate, lower, upper } of bounds) {
    if (estimate === null) continue;
    if ((lower !== null && estimate < lower - slack) || (upper !== null && estimate > upper + slack))
      throw new Error(`${name}: ${estimate} outside ${lower} to ${upper}: ${which()}`);
    tried.set(name, (tried.get(name) ?? 0) + 1);
  }
}

const describe = ({ decision, input, noise }: RandomCell) =>
  `${decision.name} ${JSON.stringify(decision.parameters)} ${noise.kind} ${noise.spread} ${Object.entries(input.counts)
    .map(([name, values]) => `${name} ${values}`)
    .join('; ')}`;
