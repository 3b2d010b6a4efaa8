import { gaussianMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import type { Cell } from '@dpfair/result';
import { bonferroniCriticalValue, openStream, parseSeed } from '@dpfair/stats';
import { statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { auditTable } from '../../src/index.js';

const TABLES = 120;
const TRIALS = 3_200;

interface Drawn {
  readonly analytic: Cell;
  readonly plain: Cell;
}

/** A random table, decision, rule and noise; analytic where `auto` finds it so, and plainly simulated beside it. */
async function draw(seed: bigint, k: number, noiseError: number): Promise<Drawn | null> {
  const stream = openStream(parseSeed(seed), 'test', k);
  const n = 1 + stream.nextInteger(k % 4 === 0 ? 80 : 12);
  const scale = 10 ** (4 * stream.nextUniform() - 1);
  const counts = Float64Array.from({ length: n }, () =>
    stream.nextInteger(5) === 0 ? 0 : Math.round(10 ** (4 * stream.nextUniform())),
  );
  const shares = stream.nextInteger(2) === 0;
  if (shares && counts.every((count) => count === 0)) return null;
  const posts = shares ? (['baseline', 'pos', 'simplex'] as const) : (['clip', 'simplex', 'sum'] as const);
  const post = posts[stream.nextInteger(posts.length)] as (typeof posts)[number];
  const weighted = stream.nextInteger(2) === 0;
  const isLaplace = stream.nextInteger(2) === 0;
  const mechanism = (spread: number) =>
    isLaplace ? laplaceMechanism({ scale: spread }) : gaussianMechanism({ sigma: spread });
  const weight = counts.map(() => 0.5 + stream.nextUniform());
  const common = {
    table: {
      id: Array.from(counts, (_, i) => `e${i}`),
      name: Array.from(counts, (_, i) => `e${i}`),
      group: null,
      counts: { count: counts },
      fixed: shares && weighted ? { weight } : {},
    },
    decision: shares ? 'allotment' : 'identity',
    posts: [post],
    trials: TRIALS,
    seed: parseSeed(BigInt.asUintN(64, seed + BigInt(k))),
  };
  const [analytic] = (await auditTable({ ...common, mechanisms: [mechanism(scale)] })).cells;
  const [plain] = (
    await auditTable({
      ...common,
      mechanisms: [mechanism(scale * noiseError)],
      method: 'montecarlo',
      controlVariates: false,
    })
  ).cells;
  return analytic === undefined || plain === undefined ? null : { analytic, plain };
}

/** Largest |analytic - plain| in standard errors, beyond the stated error; infinite for an impossible result. */
function disagreement({ analytic, plain }: Drawn): number {
  const { alpha, costOfPrivacy, entities } = analytic;
  const ordered = (low: number | null, middle: number | null, high: number | null) =>
    low !== null && middle !== null && high !== null && low <= middle && middle <= high;
  if (!ordered(alpha.lower, alpha.estimate, alpha.upper)) return Number.POSITIVE_INFINITY;
  if (analytic.decision === 'allotment' && !ordered(costOfPrivacy.lower, costOfPrivacy.share, costOfPrivacy.upper)) {
    return Number.POSITIVE_INFINITY;
  }
  if (analytic.method === 'montecarlo') return 0;
  const allowance = 2 * (analytic.errorEstimate ?? 0);
  return entities.bias.reduce<number>((worst, bias, i) => {
    const error = plain.entities.standardError[i] ?? 0;
    const apart = Math.abs((bias ?? 0) - (plain.entities.bias[i] ?? 0)) - allowance;
    // Where nothing was clipped in any trial a plain average cannot see what is rare.
    return error === 0 ? worst : Math.max(worst, apart / error);
  }, 0);
}

statisticalTest({
  id: 'fairness/random-tables',
  subject: 1,
  mutants: { 'noise a third larger': 4 / 3, 'noise a third smaller': 2 / 3 },
  check: async (noiseError: number, seed, falseAlarm): Promise<Verdict> => {
    let worst = 0;
    let compared = 0;
    for (let k = 0; k < TABLES; k++) {
      const drawn = await draw(seed, k, noiseError);
      if (drawn === null) continue;
      compared += drawn.analytic.entities.id.length;
      worst = Math.max(worst, disagreement(drawn));
    }
    // Plain averages of clipped noise are skewed: half as much again as the Student band.
    return { statistic: worst, upper: 1.5 * bonferroniCriticalValue(compared, 1 - falseAlarm, 63), what: 'largest t' };
  },
  timeoutMs: 180_000,
});
