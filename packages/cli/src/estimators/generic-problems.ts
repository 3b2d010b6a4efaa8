import type { DecisionInput, DecisionName, DecisionParameters } from '@dpfair/decisions';

/** A small problem that stands for others like it. */
export interface GenericProblem {
  /** What it stands for, in a few words. */
  readonly name: string;
  readonly parameters: DecisionParameters;
  readonly input: DecisionInput;
}

const few = [120, 450, 980, 2400, 700];
/** More than the projection of counts looks at one by one. */
const many = Array.from({ length: 300 }, (_, i) => 50 + ((i * 37) % 400));

const ofCounts = (counts: readonly number[], weights?: readonly number[]): DecisionInput => ({
  counts: { count: Float64Array.from(counts) },
  fixed: weights === undefined ? {} : { weight: Float64Array.from(weights) },
});

const named = (columns: Readonly<Record<string, readonly number[]>>): DecisionInput['counts'] =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]));

const ofRule = (name: string, rule: string): GenericProblem => ({
  name: `${name}, such as \`${rule}\``,
  parameters: { rule },
  input: { counts: named({ a: [90, 400], b: [2000, 7000], c: [30, 150] }), fixed: {} },
});

const ofHouse = (name: string, method: string, counts: readonly number[], seats: number): GenericProblem => ({
  name,
  parameters: { method, seats },
  input: ofCounts(counts),
});

/** For every decision, problems that differ in what is known of them. The noise of a count is about 10. */
export const genericProblems: Readonly<Record<DecisionName, readonly GenericProblem[]>> = {
  identity: [
    { name: 'few counts', parameters: {}, input: ofCounts(few) },
    { name: 'many counts', parameters: {}, input: ofCounts(many) },
  ],
  allotment: [
    { name: 'few counts, equal weights', parameters: {}, input: ofCounts(few) },
    { name: 'many counts, equal weights', parameters: {}, input: ofCounts(many) },
    { name: 'weights', parameters: {}, input: ofCounts(few, [1, 1.5, 0.8, 1.2, 1]) },
    { name: 'a total that noise can bring to zero', parameters: {}, input: ofCounts([3, 5, 2, 6]) },
  ],
  threshold: [
    ofRule('one comparison of two counts', 'a > 0.05 * b'),
    ofRule('one comparison of three counts', 'a + c > 0.05 * b'),
    ofRule('comparisons that share a count', '(a > 0.05 * b or a > 300) and c > 0.3 * a'),
    ofRule('comparisons without a common count', 'a > 100 and c > 50'),
    ofRule('entangled comparisons', 'a > 0.05 * b and b > 20 * c and c > 0.3 * a'),
  ],
  language: [
    {
      name: 'the newest rule file',
      parameters: {},
      input: {
        counts: named({
          lep: [40, 300, 160, 12_000],
          citizens: [700, 6000, 3305, 900_000],
          illiterate: [1, 3, 8, 400],
        }),
        fixed: {},
        labels: { state: ['A', 'A', 'B', 'B'] },
      },
    },
  ],
  title1: [
    {
      name: 'public numbers of children',
      parameters: {},
      input: {
        counts: named({ count: [100, 400, 1500, 8000] }),
        fixed: named({ children: [600, 1500, 9000, 20_000] }),
        labels: { state: ['A', 'A', 'B', 'B'] },
      },
    },
    {
      name: 'noisy numbers of children',
      parameters: { private: ['children'] },
      input: {
        counts: named({ count: [100, 400, 1500, 8000], children: [600, 1500, 9000, 20_000] }),
        fixed: {},
        labels: { state: ['A', 'A', 'B', 'B'] },
      },
    },
  ],
  apportionment: [
    ...['huntington-hill', 'webster', 'jefferson', 'adams', 'hamilton'].map((method) =>
      ofHouse(method, method, few, 20),
    ),
    ofHouse(
      'webster, thousands of contested seats',
      'webster',
      Array.from({ length: 3000 }, (_, i) => 100 + i),
      9000,
    ),
  ],
};
