import { openStream, type RandomStream, type Seed } from '@dpfair/stats';
import { chiSquareCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { sampleRows, splitRows } from '../../../src/examples/rows/split-rows.js';

const rows = [0, 1, 2, 3, 4];
const DRAWS = 20_000;
/** Three of five rows: ten sets. */
const subsets = rows.flatMap((one) =>
  rows.flatMap((two) => rows.filter((three) => one < two && two < three).map((three) => `${one}${two}${three}`)),
);

type Draw = (seed: Seed) => readonly number[];
const countsOf = (draw: Draw) => (seed: bigint) => {
  const counts = new Map(subsets.map((subset) => [subset, 0]));
  for (let repetition = 0; repetition < DRAWS; repetition++) {
    const drawn = draw({ low: repetition, high: Number(seed & 0xffff_ffffn) });
    const key = [...drawn].sort().join('');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
};

/** A shuffle whose partner is chosen wrongly. */
const shuffledBy =
  (partner: (at: number, stream: RandomStream) => number): Draw =>
  (seed) => {
    const stream = openStream(seed, 'split', 0);
    const shuffled = [...rows];
    for (let at = 0; at < 3; at++) {
      const other = partner(at, stream);
      [shuffled[at], shuffled[other]] = [shuffled[other] as number, shuffled[at] as number];
    }
    return shuffled.slice(0, 3);
  };

const mutants = {
  'partners from all rows': countsOf(shuffledBy((_, stream) => stream.nextInteger(5))),
  'the last row is never a partner': countsOf(shuffledBy((at, stream) => at + stream.nextInteger(4 - at))),
};
const check = (counts: (seed: bigint) => number[], seed: bigint, falseAlarm: number) =>
  chiSquareCheck(
    counts(seed),
    subsets.map(() => 1 / subsets.length),
    falseAlarm,
  );

statisticalTest({
  id: 'data/split-rows',
  subject: countsOf((seed) => splitRows([rows], 0.6, seed).test),
  mutants,
  check,
});

statisticalTest({
  id: 'data/sample-rows',
  subject: countsOf((seed) => sampleRows(rows, 3, seed, 2)),
  mutants,
  check,
});
