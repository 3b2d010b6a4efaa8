// One setting of the experiment: a network trained with the noise of its smoothing, then smoothed around people it has not seen.
import { addNoise, smooth, smoothingOf } from '@dpfair/individual';
import { descend, describeModel, makeModel } from '@dpfair/learning';
import { openStream, parseSeed } from '@dpfair/stats';

const BATCH = 1024;
/** Trainings of other repetitions and settings share no draw: each has a seed of its own. */
const seedOf = ({ seed }, number) => parseSeed(BigInt(seed) + BigInt(number));

/**
 * A task of `@dpfair/engine`: a shard is one setting in one repetition. A setting holds the smoothing (kind, metric, held; null: none), and whether the network is trained
 * with its noise. What comes of it is, for each person, the probability of the right class and whether that is the class that is named.
 */
export const experimentTask = {
  plan: ({ settings, repetitions }) =>
    settings.flatMap((_, setting) => Array.from({ length: repetitions }, (_, repetition) => ({ setting, repetition }))),
  size: () => 1,
  async run(input, { setting, repetition }) {
    const { settings, training, people, draws } = input;
    const number = 2 * (repetition * settings.length + setting);
    const model = makeModel(
      describeModel({ kind: 'network', inputs: training.featureNames.length, classes: 2, hidden: [128, 128] }),
    );
    const { under, trainedWithNoise } = settings[setting];
    const smoothing = under === null ? null : smoothingOf(under);
    const parameters = train(model, input, trainedWithNoise ? smoothing : null, seedOf(input, number));
    if (smoothing === null) return { setting, repetition, ...plain(model, parameters, people) };
    const { probabilities } = await smooth(labelsOf(model, parameters), people.features, {
      smoothing,
      seed: seedOf(input, number + 1),
      samples: draws,
    });
    const right = Float64Array.from(people.target, (label, row) => probabilities[2 * row + label]);
    // Of two classes that are as frequent the first is named, as `dpfair smooth` does.
    const hits = Float64Array.from(right, (p, row) => Number(p > 0.5 || (p === 0.5 && people.target[row] === 0)));
    return { setting, repetition, right, hits };
  },
  merge: (_input, parts) => parts.map(({ part }) => part),
  finish: (_input, output) => output,
};

function train(model, { training, epochs, batch, learningRate }, smoothing, seed) {
  const stepsPerEpoch = Math.round(training.rows / batch);
  const plan = {
    steps: epochs * stepsPerEpoch,
    stepsPerEpoch,
    samplingRate: batch / training.rows,
    learningRate,
    optimizer: 'adam',
    regularization: 0,
    privacy: null,
    seed,
    repetition: 0,
  };
  const disturb = smoothing === null ? {} : { disturb: (rows, step) => addNoise(smoothing, rows, seed, step) };
  const initial = model.initial(openStream(seed, 'initial', 0));
  const { parameters, divergedAt } = descend(model, training, initial, plan, disturb);
  if (divergedAt !== null) throw new Error(`the training of a network diverged at step ${divergedAt}`);
  return parameters;
}

/** The network as it is: its own probability of the right class. */
function plain(model, parameters, people) {
  const right = new Float64Array(people.rows);
  const hits = new Float64Array(people.rows);
  forward(model, parameters)(people.features, people.rows, (outputs, from, count) => {
    for (let k = 0; k < count; k++) {
      const label = people.target[from + k];
      right[from + k] = label === 1 ? outputs[k] : 1 - outputs[k];
      hits[from + k] = Number(outputs[k] >= 0.5 === (label === 1));
    }
  });
  return { right, hits };
}

/** The class that the network names. */
function labelsOf(model, parameters) {
  const pass = forward(model, parameters);
  return (features, rows) => {
    const labels = new Uint8Array(rows);
    pass(features, rows, (outputs, from, count) => {
      for (let k = 0; k < count; k++) labels[from + k] = outputs[k] >= 0.5 ? 1 : 0;
    });
    return labels;
  };
}

/** Calls `take` with the probabilities of class 1 of up to 1024 rows at a time. */
function forward(model, parameters) {
  const { inputs, outputs: width } = model.description;
  const pass = model.open(BATCH);
  const order = Int32Array.from({ length: BATCH }, (_, row) => row);
  const nobody = { featureNames: [], classNames: [], group: new Int32Array(0), groupNames: [] };
  if (width !== 1) throw new Error(`outputs of a network of two classes: ${width} (allowed: 1)`);
  return (features, rows, take) => {
    for (let from = 0; from < rows; from += BATCH) {
      const count = Math.min(BATCH, rows - from);
      const part = features.subarray(from * inputs, (from + count) * inputs);
      const target = new Float64Array(count);
      pass.run(parameters, { ...nobody, rows: count, features: part, target }, order, 0, count, 'forward');
      take(pass.outputs, from, count);
    }
  };
}
