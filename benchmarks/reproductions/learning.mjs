// What "Differentially private empirical risk minimization under the fairness lens" (2021) finds, on Adult and Bank Marketing: tables with intervals.
// usage: node benchmarks/reproductions/learning.mjs FOLDER [--data adult,bank] [--group COLUMN] [--repetitions 6] [--threads 2] [--epochs 20]
//   [--sigma 1] [--clip 0.1] [--rate 2] [--part causes,clip,hessian,size,remedies]
// FOLDER holds adult.data and bank-additional-full.csv as they are downloaded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareExamples, readTable } from '@dpfair/data';
import { runTask } from '@dpfair/engine';
import {
  applyRemedy,
  causesOfRisk,
  compareRemedies,
  describeModel,
  epsilonOf,
  makeModel,
  overRepetitions,
  remedyIds,
  rowProperties,
  summarizeSweep,
  sweepPlans,
  trainingTask,
} from '@dpfair/learning';
import { accountants } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'adult,bank' },
    group: { type: 'string' },
    repetitions: { type: 'string', default: '6' },
    threads: { type: 'string', default: '2' },
    epochs: { type: 'string', default: '20' },
    sigma: { type: 'string', default: '1' },
    clip: { type: 'string', default: '0.1' },
    rate: { type: 'string', default: '2' },
    part: { type: 'string', default: 'causes,clip,hessian,size,remedies' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(
    'usage: node benchmarks/reproductions/learning.mjs FOLDER (with adult.data and bank-additional-full.csv)',
  );
  process.exit(2);
}
const confidence = 0.95;
const delta = 1e-6;
const accountant = accountants.rdp;
const seed = parseSeed(1);
const sources = {
  adult: { file: 'adult.data', group: 'sex' },
  bank: { file: 'bank-additional-full.csv', group: 'marital' },
};

const train = async (plan) => {
  const { output } = await runTask(trainingTask, plan, {
    threads: Number(values.threads),
    worker: new URL('../../packages/cli/bundle/worker.js', import.meta.url),
    taskName: 'training',
  });
  return output;
};
const number = (value) => (value === null ? '-' : String(Number(value.toPrecision(3))));
const shown = ({ estimate, lower, upper }) =>
  lower === null && upper === null ? number(estimate) : `${number(estimate)} (${number(lower)} to ${number(upper)})`;
const table = (title, head, rows) => {
  console.log(`\n${title}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
};

for (const name of values.data.split(',')) {
  const { file, group: byDefault } = sources[name];
  const group = values.group ?? byDefault;
  const prepared = prepareExamples(readTable(readFileSync(join(folder, file)), { file }), { group, seed: 1 });
  const { training, test } = prepared;
  const samplingRate = 256 / training.rows;
  const stepsPerEpoch = Math.round(training.rows / 256);
  const model = describeModel({ kind: 'logistic', inputs: training.featureNames.length, classes: 2 });
  const base = {
    model,
    training,
    test,
    descent: {
      steps: Number(values.epochs) * stepsPerEpoch,
      stepsPerEpoch,
      samplingRate,
      learningRate: Number(values.rate),
      optimizer: 'sgd',
      regularization: 0,
      privacy: { clipping: { rule: 'flat', bound: Number(values.clip) }, noiseMultiplier: Number(values.sigma) },
      seed,
    },
    tracking: null,
    repetitions: Number(values.repetitions),
  };
  const epsilon = epsilonOf(base, delta, accountant);
  const { groupNames } = training;
  console.log(
    `\n## ${name} by ${group}\n\n${training.rows} training rows, ${groupNames.join(', ')}; C ${values.clip}, noise multiplier ` +
      `${values.sigma}, ${values.epochs} epochs, learning rate ${values.rate}: epsilon ${number(epsilon)} at delta ${delta}; ` +
      `${values.repetitions} repetitions`,
  );
  const sweepTable = async (title, parameter, settings, options = {}) => {
    const trainings = [];
    for (const { value, plan } of sweepPlans(base, parameter, settings, options)) {
      trainings.push({ value, plan, epsilon, output: await train(plan) });
    }
    const { points } = summarizeSweep(parameter, trainings, confidence, options.group ?? null);
    table(
      title,
      [
        parameter,
        'accuracy',
        'gap',
        ...groupNames.map((g) => `risk of ${g}`),
        ...groupNames.map((g) => `clipping part, ${g}`),
      ],
      points.map(({ value, accuracy, gap, groups }) => [
        value,
        shown(accuracy),
        shown(gap),
        ...groups.map(({ excessiveRisk }) => shown(excessiveRisk)),
        ...groups.map(({ clipping }) => number(clipping)),
      ]),
    );
  };
  const parts = values.part.split(',');
  const plain = parts.includes('causes') || parts.includes('remedies') ? await train(base) : [];

  if (parts.includes('causes')) {
    const risks = training.target.map(
      (_, row) => plain.reduce((sum, { rowRisks }) => sum + rowRisks[row], 0) / plain.length,
    );
    const at = plain[0].nonPrivate.parameters;
    const causes = causesOfRisk(makeModel(model), training, at, risks, confidence, seed);
    table(
      'Causes: correlation of the excessive risk of a row with properties of the row, and mean risk of the tenth of rows that has least, medium, most of it',
      ['cause', 'Pearson', 'Spearman', 'least', 'fifth tenth', 'most'],
      causes.map(({ cause, correlation, rankCorrelation, bins }) => [
        cause,
        shown(correlation),
        shown(rankCorrelation),
        ...[0, Math.floor((bins.length - 1) / 2), bins.length - 1].map((k) => shown(bins[k].risk)),
      ]),
    );
    const properties = rowProperties(makeModel(model), training, at);
    const meanOf = (property, a) => {
      const own = property.filter((_, row) => training.group[row] === a);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    };
    table(
      'The same, group by group: excessive risk beside means over the rows of the group',
      ['group', 'excessive risk', ...causes.map(({ cause }) => cause)],
      groupNames.map((g, a) => [
        g,
        shown(
          overRepetitions(
            plain.map(
              ({ private: side, nonPrivate }) => side.training.groups[a].loss - nonPrivate.training.groups[a].loss,
            ),
            confidence,
          ),
        ),
        ...causes.map(({ cause }) => number(meanOf(properties[cause], a))),
      ]),
    );
  }
  if (parts.includes('clip')) await sweepTable('Smaller bounds of clipping', 'clip', [0.05, 0.1, 0.5, 1, 5]);
  if (parts.includes('hessian')) {
    const size = (column) => column.reduce((sum, value) => sum + Math.abs(value), 0);
    const rows = [];
    for (const learningRate of [0.02, 0.2, Number(values.rate)]) {
      const output = await train({
        ...base,
        descent: { ...base.descent, learningRate },
        repetitions: Math.min(4, base.repetitions),
        tracking: { every: 200, rows: 4000, batchProbes: 2, traceProbes: 0 },
      });
      const ratios = groupNames.map((_, a) =>
        output.map(
          ({ paths }) => size(paths.private.groups[a].clippingSecond) / size(paths.private.groups[a].clippingFirst),
        ),
      );
      rows.push([learningRate, ...ratios.map((ratio) => shown(overRepetitions(ratio, confidence)))]);
    }
    table(
      'Second-order part of the clipping term over its first-order part (sums of absolute values over tracked steps)',
      ['learning rate', ...groupNames],
      rows,
    );
  }
  if (parts.includes('size')) {
    for (const g of groupNames) {
      await sweepTable(`Fewer rows of ${g}`, 'group-size', [0.1, 0.3, 1], { group: g });
    }
  }
  if (parts.includes('remedies')) {
    const trainings = [{ id: 'none', run: 0, plan: base, output: plain, notPrivate: null }];
    // The two penalties together, and each alone, which shows which of them does what.
    const penalties = ['penalties', 'private-penalties'].flatMap((id) => [
      { id, label: `${id}, both`, settings: { clippingWeight: 1, boundaryWeight: 1 } },
      { id, label: `${id}, clipping only`, settings: { clippingWeight: 1, boundaryWeight: 0 } },
      { id, label: `${id}, boundary only`, settings: { clippingWeight: 0, boundaryWeight: 1 } },
    ]);
    const others = remedyIds.filter((id) => !id.endsWith('penalties')).map((id) => ({ id, label: id }));
    for (const { label, ...remedy } of [...others, ...penalties]) {
      const { plan, notPrivate } = applyRemedy(base, remedy, { epsilon, delta, accountant });
      trainings.push({ id: label, run: trainings.length, plan, output: await train(plan), notPrivate });
    }
    table(
      `Remedies, all at epsilon ${number(epsilon)}`,
      [
        'remedy',
        'noise multiplier',
        'accuracy',
        'gap',
        'narrowing',
        ...groupNames.map((g) => `change for ${g}`),
        'private',
        'efficient',
      ],
      compareRemedies(trainings, confidence).map(
        ({ id, run, accuracy, gap, narrowing, changes, remark, efficient }) => [
          id,
          number(trainings[run].plan.descent.privacy.noiseMultiplier),
          shown(accuracy),
          shown(gap),
          shown(narrowing),
          ...changes.map(({ excessiveRisk }) => (id === 'none' ? '' : shown(excessiveRisk))),
          remark === null ? 'yes' : 'no',
          efficient ? 'yes' : '',
        ],
      ),
    );
  }
}
