import { binaryAdult } from './binary-adult.mjs';

const algorithms = ['zvrg', 'kaas', 'gyf', 'plain'];
/** Which columns are standardised and how many rows there are: what text and code of the paper leave open. */
export const settings = [
  { scaling: 'but-groups', rows: '45222' },
  { scaling: 'all', rows: '45222' },
  { scaling: 'none', rows: '45222' },
  { scaling: 'but-groups', rows: '30162' },
  { scaling: 'all', rows: '30162' },
  { scaling: 'none', rows: '30162' },
];
/** The setting that is run with all repetitions; the others with fewer. */
const [main] = settings;
const reference = [main, settings[2], settings[3]];

/** A run of the experiment: what is given to `stableFile`, and the name of its file. */
function runOf(part, { scaling, rows, binary = false }, given, name) {
  const id = [scaling, rows, ...(binary ? ['binary'] : []), name].join('-');
  const spec = { dataset: 'adult', standardise: scaling, rows, seed: '2019', ...given };
  return { id, part, spec: binary ? { ...spec, binary: {} } : spec, readFile: binary ? binaryAdult : undefined };
}

/** All runs, by part. */
export function runsOf({ repetitions, fewer }) {
  const few = Math.max(2, Math.round(fewer / 2));
  return [
    ...algorithms.map((name) => runOf('main', main, { algorithm: [name], repetitions }, name)),
    ...[...settings.slice(1), { ...main, binary: true }].flatMap((setting) =>
      algorithms.map((name) => runOf('settings', setting, { algorithm: [name], repetitions: fewer }, name)),
    ),
    // 1 beside the sum of the losses is one over 27,134 rows beside their mean.
    ...[`${1 / 27_134}`, '0.01', '0.1', '1'].map((weight) =>
      runOf(
        'weights',
        main,
        { algorithm: ['gyf'], weight: { gyf: weight }, repetitions: few },
        `gyf-${Number(weight).toPrecision(1)}`,
      ),
    ),
    ...['0', '0.1', '2'].map((weight) =>
      runOf('weights', main, { algorithm: ['kaas'], weight: { kaas: weight }, repetitions: few }, `kaas-${weight}`),
    ),
    // Splits of their own, four repetitions on each, as the reference runs have.
    ...reference.flatMap((setting) =>
      Array.from({ length: 8 }, (_, k) =>
        runOf(
          'splits',
          setting,
          { algorithm: ['zvrg'], lambda: [0, 0.01, 0.02, 0.05], repetitions: 4, seed: `${k + 1}` },
          `split-${k + 1}`,
        ),
      ),
    ),
    runOf(
      'private',
      main,
      { algorithm: ['private'], epsilon: [0.5, 3], lambda: [0, 0.01, 0.05], repetitions: few },
      'private',
    ),
  ];
}
