import type { Measured } from '@dpfair/result';
import { clopperPearson, normalCdf, openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { coverageBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { advantage } from '../../src/membership/advantage.js';
import { areaUnderCurve } from '../../src/membership/area-under-curve.js';
import { operatingPoint } from '../../src/membership/operating-point.js';

const repetitions = 2000;

/** Two kinds of scores with known truths. */
interface Case {
  readonly name: string;
  readonly sizes: readonly [number, number];
  readonly member: (stream: RandomStream) => number;
  readonly other: (stream: RandomStream) => number;
  readonly area: number;
}
const shifted = (shift: number, ...sizes: [number, number]): Case => ({
  name: `N(${shift}, 1) against N(0, 1), ${sizes.join(' and ')} rows`,
  sizes,
  member: (stream) => stream.nextGaussian() + shift,
  other: (stream) => stream.nextGaussian(),
  area: normalCdf(shift / Math.SQRT2),
});
const exponential = (stream: RandomStream) => -Math.log(stream.nextUniform());
const cases: readonly Case[] = [
  shifted(0, 200, 60),
  shifted(0.5, 30, 30),
  shifted(1, 200, 50),
  {
    name: 'exponentials of means 3 and 1',
    sizes: [40, 120],
    member: (s) => 3 * exponential(s),
    other: exponential,
    area: 3 / 4,
  },
];

function draw(one: Case, stream: RandomStream): [Float64Array, Float64Array] {
  const [m, n] = one.sizes;
  return [
    Float64Array.from({ length: m }, () => one.member(stream)),
    Float64Array.from({ length: n }, () => one.other(stream)),
  ];
}

const covers = ({ lower, upper }: Measured, truth: number): number =>
  (lower as number) <= truth && truth <= (upper as number) ? 1 : 0;

/** How often an interval covers in each case: between the exact bands of two coverages. */
function coverage(
  seed: bigint,
  falseAlarm: number,
  from: number,
  to: number,
  count: (one: Case, m: Float64Array, n: Float64Array) => number,
  all: readonly Case[] = cases,
): Verdict[] {
  const stream = openStream(parseSeed(seed), 'test', 0);
  return all.map((one) => {
    let covered = 0;
    for (let k = 0; k < repetitions; k++) covered += count(one, ...draw(one, stream));
    return {
      what: `covered in ${repetitions}, ${one.name}`,
      statistic: covered,
      lower: coverageBand(repetitions, from, falseAlarm).lower,
      upper: to === 1 ? repetitions : coverageBand(repetitions, to, falseAlarm).upper,
    };
  });
}

const narrowed = (by: number, { estimate, lower, upper }: Measured): Measured => ({
  estimate,
  lower: (estimate as number) + by * ((lower as number) - (estimate as number)),
  upper: (estimate as number) + by * ((upper as number) - (estimate as number)),
});

statisticalTest<typeof areaUnderCurve>({
  id: 'disclosure/area-coverage',
  subject: areaUnderCurve,
  mutants: {
    'three quarters as wide': (m, n, confidence) => narrowed(0.75, areaUnderCurve(m, n, confidence)),
    'members and others swapped': (m, n, confidence) => areaUnderCurve(n, m, confidence),
    'half as wide again': (m, n, confidence) => narrowed(1.5, areaUnderCurve(m, n, confidence)),
  },
  // 95 %, less or more what an asymptotic interval may be off with 30 rows.
  check: (interval, seed, falseAlarm) =>
    coverage(seed, falseAlarm, 0.935, 0.97, (one, m, n) => covers(interval(m, n, 0.95), one.area)),
  timeoutMs: 120_000,
});

/** Few members beside many others: at an area of .961, and with one member in ten far below all others, where rows are like coins. */
const fewMembers: readonly Case[] = [
  ...[2, 5, 10].map((m) => shifted(2.5, m, 500)),
  shifted(2.5, 2, 1000),
  ...[2, 5, 10].map((m) => ({
    name: `one member in ten below all others, ${m} and 500 rows`,
    sizes: [m, 500] as const,
    member: (stream: RandomStream) => (stream.nextUniform() < 0.1 ? -1 : 2),
    other: (stream: RandomStream) => stream.nextUniform(),
    area: 0.9,
  })),
];

statisticalTest<typeof areaUnderCurve>({
  id: 'disclosure/area-few-members',
  subject: areaUnderCurve,
  mutants: {
    "DeLong's interval however few the rows": (m, n, confidence) => {
      // As many copies of each row are trusted more; widened by what the copies narrow.
      const { estimate, lower, upper } = areaUnderCurve(repeated(m, 40), n, confidence);
      return narrowed(Math.sqrt(40), { estimate, lower, upper });
    },
    'pairs counted twice': (m, n, confidence) => areaUnderCurve(repeated(m, 2), n, confidence),
    'nothing said': (m, n, confidence) => ({ ...areaUnderCurve(m, n, confidence), lower: 0, upper: 1 }),
  },
  check: (interval, seed, falseAlarm) => {
    let [width, oracle] = [0, 0];
    const verdicts = coverage(
      seed,
      falseAlarm,
      0.95,
      1,
      (one, m, n) => {
        const measured = interval(m, n, 0.95);
        if (one.area === 0.9) {
          const exact = clopperPearson(m.filter((score) => score > 0).length, m.length, 0.95);
          width += (measured.upper as number) - (measured.lower as number);
          oracle += exact.upper - exact.lower;
        }
        return covers(measured, one.area);
      },
      fewMembers,
    );
    return [
      ...verdicts,
      {
        what: 'width over that of Clopper and Pearson for members as coins',
        statistic: width / oracle,
        lower: 1,
        upper: 1.15,
      },
    ];
  },
  timeoutMs: 120_000,
});

const repeated = (rows: Float64Array, times: number): Float64Array =>
  Float64Array.from({ length: rows.length * times }, (_, k) => rows[k % rows.length] as number);

/** Others of three scores: `high` of them at the first, `middle` at the first two. */
const tied = (n: number, allowed: number, high: number, middle: number) => ({ n, allowed, high, middle });

statisticalTest<typeof operatingPoint>({
  id: 'disclosure/operating-point-ties',
  subject: operatingPoint,
  mutants: {
    'counted as if the count had been chosen': (m, n, allowed, confidence) => {
      const point = operatingPoint(m, n, allowed, confidence);
      const estimate = point.falsePositive.estimate as number;
      const ends = clopperPearson(Math.round(estimate * n.length), n.length, confidence);
      return { ...point, falsePositive: { estimate, ...ends } };
    },
    'those who tie left out': (m, n, allowed, confidence) => {
      const point = operatingPoint(m, n, allowed, confidence);
      const k = Math.floor(allowed * (n.length + 1));
      const estimate = k / n.length;
      return { ...point, falsePositive: { estimate, ...clopperPearson(k, n.length, confidence) } };
    },
  },
  check: (point, seed, falseAlarm) => {
    const stream = openStream(parseSeed(seed), 'test', 0);
    return [tied(1000, 0.01, 0.0047, 0.1), tied(200, 0.05, 0.0242, 0.5)].map(({ n, allowed, high, middle }) => {
      const draws = 20_000;
      let covered = 0;
      for (let k = 0; k < draws; k++) {
        const others = Float64Array.from({ length: n }, () => {
          const u = stream.nextUniform();
          return u < high ? 2 : u < middle ? 1 : 0;
        });
        const [firsts, seconds] = [2, 1].map((score) => others.filter((other) => other >= score).length);
        const wanted = Math.floor(allowed * (n + 1));
        const rate = (firsts as number) >= wanted ? high : (seconds as number) >= wanted ? middle : 1;
        covered += covers(point(Float64Array.of(0), others, allowed, 0.95).falsePositive, rate);
      }
      return {
        what: `covered in ${draws}, ${n} others`,
        statistic: covered,
        lower: coverageBand(draws, 0.95, falseAlarm).lower,
        upper: draws,
      };
    });
  },
  timeoutMs: 120_000,
});

statisticalTest<typeof operatingPoint>({
  id: 'disclosure/operating-point-coverage',
  subject: operatingPoint,
  mutants: {
    'threshold four scores lower than counted': (m, n, allowed, confidence) => {
      const point = operatingPoint(m, n, allowed, confidence);
      const rate = (point.falsePositive.estimate as number) - 4 / n.length;
      const shift = (end: number | null) => Math.max(0, (end as number) - 4 / n.length);
      const { lower, upper } = point.falsePositive;
      return { ...point, falsePositive: { estimate: rate, lower: shift(lower), upper: shift(upper) } };
    },
    'threshold chosen by the members': (m, n, allowed, confidence) => {
      const { truePositive, falsePositive } = operatingPoint(n, m, allowed, confidence);
      return { allowed, truePositive, falsePositive };
    },
    'half as wide': (m, n, allowed, confidence) => {
      const point = operatingPoint(m, n, allowed, confidence);
      return {
        ...point,
        falsePositive: narrowed(0.5, point.falsePositive),
        truePositive: narrowed(0.5, point.truePositive),
      };
    },
  },
  check: (point, seed, falseAlarm) => {
    const stream = openStream(parseSeed(seed), 'test', 0);
    let [falses, trues] = [0, 0];
    for (let k = 0; k < repetitions; k++) {
      const [members, others] = draw(shifted(0.5, 200, 60), stream);
      const { falsePositive, truePositive } = point(members, others, 0.2, 0.95);
      // The rule of the 12th largest of the others, whose true rates are those of the normal distribution.
      const threshold = others.slice().sort()[60 - 12] as number;
      falses += covers(falsePositive, normalCdf(-threshold));
      trues += covers(truePositive, normalCdf(0.5 - threshold));
    }
    return [falses, trues].map((statistic, k) => ({
      what: `${k === 0 ? 'false' : 'true'} positive rate covered in ${repetitions}`,
      statistic,
      lower: coverageBand(repetitions, 0.95, falseAlarm).lower,
      upper: coverageBand(repetitions, 0.99, falseAlarm).upper,
    }));
  },
  timeoutMs: 120_000,
});

/** Largest difference of the two survival functions, from their formulas. */
const truth = (one: Case): number => {
  if (one.name.startsWith('exp')) return 3 ** (-1 / 2) - 3 ** (-3 / 2);
  const shift = Math.SQRT2 * quantileOfArea(one.area);
  return normalCdf(shift / 2) - normalCdf(-shift / 2);
};
const quantileOfArea = (area: number): number =>
  [0, 0.5, 1].map((shift) => shift / Math.SQRT2).find((z) => Math.abs(normalCdf(z) - area) < 1e-12) as number;

statisticalTest<typeof advantage>({
  id: 'disclosure/advantage-coverage',
  subject: advantage,
  mutants: {
    'half as wide': (m, n, confidence) => narrowed(0.5, advantage(m, n, confidence)),
    'false positives more than true ones': (m, n, confidence) => advantage(n, m, confidence),
    'half as wide again': (m, n, confidence) => narrowed(1.5, advantage(m, n, confidence)),
  },
  check: (interval, seed, falseAlarm) => {
    let [width, oracle] = [0, 0];
    const verdicts = coverage(seed, falseAlarm, 0.95, 1, (one, m, n) => {
      const measured = interval(m, n, 0.95);
      width += (measured.upper as number) - (measured.estimate as number);
      // Critical value of the two-sample test of Smirnov at 2.5 % to one side, which holds only for equal distributions.
      oracle += Math.sqrt((Math.log(1 / 0.025) / 2) * (1 / m.length + 1 / n.length));
      return covers(measured, truth(one));
    });
    return [
      ...verdicts,
      { what: 'half width over that of Smirnov', statistic: width / oracle, lower: 0.9, upper: 1.3 },
    ];
  },
  timeoutMs: 120_000,
});
