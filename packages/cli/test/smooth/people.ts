import type { TrainedModel } from '@dpfair/learning';
import type { Encoding } from '@dpfair/result';

const unscaled = { marks: [] };

/** Hours of mean 40 and deviation 10, age of mean 30 and deviation 5, two towns. */
export const encoding: Encoding = {
  label: { column: 'y', classes: ['no', 'yes'], scaling: null },
  group: { column: 'sex', names: ['f', 'm'], bands: [] },
  columns: [
    { kind: 'number', column: 'hours', mean: 40, deviation: 10, scaledBy: 'training', ...unscaled },
    { kind: 'number', column: 'age', mean: 30, deviation: 5, scaledBy: 'training', ...unscaled },
    { kind: 'text', column: 'town', levels: ['A', 'B'] },
  ],
  dropped: [],
  missing: 'drop',
  missingTexts: ['', '?'],
  decimal: null,
  radius: null,
};

/** Score: 1.5 hours - 0.8 age + 0.3 [town is B] + 0.2, in features. */
export const parameters = [1.5, -0.8, 0, 0.3, 0.2];

export const model: TrainedModel = {
  description: {
    kind: 'logistic',
    inputs: 4,
    hidden: [],
    activation: null,
    outputs: 1,
    loss: 'logistic',
    hingeWidth: null,
  },
  parameters,
  encoding,
};

/** 48 people; yes where the score is above a wave, so that the model is right about most. */
export const people = [
  'hours,age,sex,town,y',
  ...Array.from({ length: 48 }, (_, k) => {
    const [hours, age, town] = [22 + ((7 * k) % 37), 20 + ((5 * k) % 21), k % 3 === 0 ? 'A' : 'B'];
    const score = (1.5 * (hours - 40)) / 10 - (0.8 * (age - 30)) / 5 + (town === 'B' ? 0.3 : 0) + 0.2;
    return `${hours},${age},${k % 4 === 0 ? 'f' : 'm'},${town},${score > 0.8 * Math.sin(k) ? 'yes' : 'no'}`;
  }),
];

/** The features of each of the people, in the order of the model. */
export const features = people.slice(1).map((line) => {
  const [hours, age, , town] = line.split(',');
  return [(Number(hours) - 40) / 10, (Number(age) - 30) / 5, Number(town === 'A'), Number(town === 'B')];
});

/** Files that are nowhere: texts by name. */
export function filesOf(files: Readonly<Record<string, string>> = {}): (path: string) => Uint8Array {
  const all: Record<string, string> = {
    'people.csv': `${people.join('\n')}\n`,
    'model.json': JSON.stringify(model),
    ...files,
  };
  return (path) => new TextEncoder().encode(all[path]);
}

/** Data and model of these tests. */
export const basic = { data: 'people.csv', model: 'model.json', seed: '5' } as const;
