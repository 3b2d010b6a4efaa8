import { adultFigures } from '@dpfair/stability';
import { referenceRuns } from './reference-runs.mjs';

const short = (value, digits = 3) => (value === null || value === undefined ? '-' : value.toFixed(digits));
/** A mean and half the width of its interval. */
const shown = ({ estimate, lower, upper }, digits = 3) =>
  lower === null ? short(estimate, digits) : `${short(estimate, digits)} ± ${short((upper - lower) / 2, digits)}`;
const table = (title, head, rows) => {
  console.log(`\n${title}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
};
const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const blocks = ['zvrg', 'kaas', 'gyf', 'plain'].flatMap((algorithm) =>
  ['race', 'sex'].map((group) => ({ algorithm, group })),
);
const measures = [
  { name: 'Accuracy', key: 'accuracy', digits: 4 },
  { name: 'Gamma, with the standard deviation of one repetition', key: 'statisticalRate', digits: 3 },
  { name: 'stab', key: 'stab', digits: 0 },
];

/**
 * Every published figure beside ours in each setting: the mean with half of its 95 % interval over repetitions.
 *
 * @param {readonly {title: string, result: object}[]} settings results with the cells of all algorithms
 */
export function publishedTables(settings) {
  for (const { name, key, digits } of measures) {
    const rows = blocks.flatMap(({ algorithm, group }) => {
      const published = lambdas.map((lambda) => adultFigures(algorithm, group, lambda));
      const theirs = published.map((figures) => {
        const deviation = short(figures?.[`${key}Deviation`]);
        return `${short(figures?.[key], key === 'stab' ? 0 : 3)}${deviation === '-' ? '' : ` (${deviation})`}`;
      });
      const ours = settings.flatMap(({ title, result: { cells } }) => {
        const own = cells.filter((cell) => cell.algorithm === algorithm && cell.group === group);
        if (own.length === 0) return [];
        const texts = lambdas.map((lambda) => {
          const cell = own.find((one) => one.lambda === lambda);
          const text = shown(cell[key], digits);
          return `${key === 'statisticalRate' ? `${text} (${short(cell[key].deviation)})` : text}${notConverged(cell)}`;
        });
        return [[title, ...texts]];
      });
      if (ours.length === 0) return [];
      return [
        [`**${algorithm}, ${group}**: published`, ...(algorithm === 'plain' ? lambdas.map(() => '') : theirs)],
        ...ours,
      ];
    });
    table(name, ['', ...lambdas], rows);
  }
  distanceTable(settings);
}

const lambdas = [0, 0.01, 0.02, 0.03, 0.04, 0.05];
const notConverged = ({ converged, fits }) =>
  converged < fits.length ? `, ${fits.length - converged} of ${fits.length} not converged` : '';

/** How far ours are from the published means, in each setting. */
function distanceTable(settings) {
  const rows = settings.flatMap(({ title, result: { cells } }) =>
    blocks.flatMap(({ algorithm, group }) => {
      const own = cells.filter((cell) => cell.algorithm === algorithm && cell.group === group);
      if (own.length === 0 || algorithm === 'plain') return [];
      const off = (key) =>
        own.map((cell) => Math.abs(cell[key].estimate - adultFigures(algorithm, group, cell.lambda)[key]));
      const [accuracy, gamma] = [off('accuracy'), off('statisticalRate')];
      return [
        [
          title,
          `${algorithm}, ${group}`,
          short(Math.max(...accuracy), 4),
          short(Math.max(...gamma)),
          short(meanOf(gamma)),
        ],
      ];
    }),
  );
  table('Distance from the published means', ['', '', 'accuracy, largest', 'gamma, largest', 'gamma, mean'], rows);
}

/** The reference runs beside ours on eight splits: distance in standard deviations of such a run, counting the noise of both. */
export function referenceTable(results) {
  const rows = referenceRuns.flatMap(({ setting, group, lambda, ...reference }) => {
    const cells = Object.entries(results)
      .filter(([id]) => id.startsWith(`${setting}-split-`))
      .map(([, { cells }]) => cells.find((cell) => cell.group === group && cell.lambda === lambda));
    if (cells.length < 3) return [];
    return [
      [
        `${setting}, ${group}`,
        lambda,
        ...['accuracy', 'statisticalRate', 'stab'].flatMap((measure) => {
          const ours = cells.map((cell) => cell[measure].estimate);
          const mean = meanOf(ours);
          const deviation = Math.sqrt(
            meanOf(ours.map((value) => (value - mean) ** 2)) * (ours.length / (ours.length - 1)),
          );
          const digits = measure === 'stab' ? 1 : 3;
          const distance = (reference[measure] - mean) / (deviation * Math.sqrt(1 + 1 / ours.length));
          return [
            short(reference[measure], digits),
            `${short(mean, digits)} (${short(deviation, digits)})`,
            short(distance, 1),
          ];
        }),
      ],
    ];
  });
  if (rows.length === 0) return;
  const columns = ['accuracy', 'gamma', 'stab'].flatMap((name) => [
    `${name}, reference`,
    'ours (s.d. over splits)',
    'distance',
  ]);
  table('ZVRG beside reference runs (SciPy, 3 to 4 repetitions, another split)', ['', 'lambda', ...columns], rows);
}

/** Weights of the penalties, and private training: accuracy, gamma and stab at some lambdas. */
export function weightTable(results) {
  const some = [0, 0.01, 0.05];
  const rows = Object.entries(results)
    .filter(([id]) => /-(gyf|kaas)-|-private$/.test(id))
    .flatMap(([, { cells }]) => {
      const keyOf = ({ algorithm, group, fairness }) =>
        `${algorithm} ${fairness.value === null ? '' : Number(fairness.value.toPrecision(2))}, ${group}`;
      return [...new Set(cells.map(keyOf))].map((key) => {
        const own = cells.filter((cell) => keyOf(cell) === key);
        const cellAt = (lambda) => own.find((cell) => cell.lambda === lambda);
        return [
          key,
          ...some.map((lambda) => {
            const { accuracy, statisticalRate, stab } = cellAt(lambda);
            return `${short(accuracy.estimate)}, ${shown(statisticalRate)}, ${short(stab.estimate, 0)}`;
          }),
        ];
      });
    });
  if (rows.length > 0)
    table(
      'Other weights, and private training by epsilon: accuracy, gamma, stab',
      ['', ...some.map((lambda) => `lambda ${lambda}`)],
      rows,
    );
}
