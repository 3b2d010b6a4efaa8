import { DpfairError, type EncodedColumn } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { auditPairs } from '../../src/smooth/audit-pairs.js';
import { smoothFile } from '../../src/smooth/smooth-file.js';
import type { PairsSpecInput, SmoothSpecInput } from '../../src/spec/smooth/smooth-spec.js';
import { basic, encoding, filesOf, model, people } from './people.js';

const uniform = { ...basic, metric: ['uniform'], samples: 10 };

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DpfairError);
  return (error as DpfairError).message;
}

const smoothed = (more: Partial<SmoothSpecInput>, files: Readonly<Record<string, string>> = {}) =>
  refusal(smoothFile({ ...uniform, ...more }, { readFile: filesOf(files) }));

const modelWith = (more: object) => ({ 'model.json': JSON.stringify({ ...model, ...more }) });
/** The same people, of whose towns one has a comma in its name. */
const quotedTowns = people.join('\n').replaceAll(',A,', ',"A, north",');
const withCommas = JSON.stringify(model).replace('["A","B"]', '["A, north","B"]');
const peopleWith = (...lines: readonly string[]) => ({ 'people.csv': [...people, ...lines, ''].join('\n') });

describe('dpfair smooth refuses', () => {
  it.each<[string, Partial<SmoothSpecInput>, string]>([
    ['three of draws', { excess: 0.1, delta: 0.1 }, '--samples, --excess, --delta'],
    ['adaptive draws without an epsilon', { adaptive: true, samples: null }, '--adaptive without the epsilon'],
    ['adaptive draws of a number', { adaptive: true, excess: 0.1 }, '--samples with --adaptive'],
    ['a largest number of draws alone', { maxSamples: 2048 }, '--max-samples without --adaptive'],
    ['weights that are none', { metric: ['hours=-1'] }, '--metric: hours=-1'],
    [
      'a name with a comma, and shows the file that takes it',
      { metric: ['wages, monthly=1'] },
      'or a CSV file with the columns column and weight, as it takes for a name with a comma in it',
    ],
    ['a weight twice', { metric: ['hours=1,hours=2'] }, 'weight of a column: hours'],
    [
      'columns without a weight',
      { metric: ['hours=1'] },
      '--metric, columns without a weight: age, town=A, town=B (allowed: a weight for each, or --other-weight',
    ],
    [
      'a weight of no column, with those that may be meant',
      { metric: ['hours=1,agee=2'], otherWeight: 0 },
      '--metric, weight of a column that the model does not read: agee (allowed: hours, age, town; did you mean age?)',
    ],
    ['a weight of no column beside columns without one', { metric: ['height=2'] }, '--other-weight'],
    ['other weights of a metric that has all', { otherWeight: 1 }, '--other-weight with --metric uniform'],
    ['a minimal metric in L2', { metric: ['minimal'], norm: '2' }, '--metric minimal with --norm: 2'],
    ['units of a metric of features', { metric: ['logistic'], metricUnits: 'columns' }, '--metric-units columns'],
    ['a held column with a weight', { held: { town: 'A' } }, '--held of a column that has a weight: town'],
    ['a held text that is no level', { metric: ['hours=1'], otherWeight: 0, held: { town: 'C' } }, '--held town: C'],
    [
      'a held text where texts hold commas',
      { metric: ['hours=1'], otherWeight: 0, held: { town: 'C' }, model: 'commas.json' },
      '--held town: C (allowed: "A, north", "B")',
    ],
    ['a held number that is none', { metric: ['hours=1'], otherWeight: 0, held: { age: 'old' } }, '--held age: old'],
    ['only weights of 0', { metric: ['hours=0'], otherWeight: 0 }, 'every scale is 0'],
    ['columns of a trained model', { columns: ['hours'] }, '--columns with a trained model'],
    ['another label', { label: 'sex' }, '--label with a trained model: sex'],
    ['a check on no group', { failOn: ['accuracy:x<0.5'] }, 'accuracy:x<0.5'],
    ['a check that is none', { failOn: ['accuracy>0.5'] }, '--fail-on: accuracy>0.5'],
    ['a group that is no column', { group: 'race' }, 'race'],
    ['too many draws in all', { samples: 2 ** 36 }, 'draws for 48 rows: 68719476736'],
    ['an epsilon that takes too many draws', { samples: null, excess: 1e-9 }, 'draws for'],
  ])('%s', async (_name, more, part) => {
    expect(await smoothed(more, { 'commas.json': withCommas, 'people.csv': quotedTowns })).toContain(part);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a file that is no model', { 'model.json': 'x' }, 'model.json: neither an ONNX file nor JSON'],
    [
      'a result in place of a model',
      { 'model.json': JSON.stringify({ schema: 'dpfair-result/1', kind: 'training', runs: [] }) },
      'model.json: a result of dpfair (of kind training), not a model (allowed: the file that dpfair train --model-out MODEL.json writes',
    ],
    ['JSON that is no model', { 'model.json': '{}' }, 'model.json: trained model, description'],
    ['parameters that are no numbers', modelWith({ parameters: [1, 2, 3, 4, null] }), 'parameter 5'],
    [
      'an encoding of other features',
      modelWith({ encoding: { ...encoding, columns: [] } }),
      'inputs of the trained model: 4',
    ],
    ['no encoding', modelWith({ encoding: {} }), 'model.json: encoding of the trained model, label'],
    [
      'other classes than outputs',
      modelWith({ encoding: { ...encoding, label: { ...encoding.label, classes: ['a', 'b', 'c'] } } }),
      'classes of the model: 2',
    ],
    [
      'a model of a number',
      modelWith({ description: { ...model.description, kind: 'linear', loss: 'squared' } }),
      'the model predicts a number',
    ],
    ['a missing column', { 'people.csv': 'hours,sex,town,y\n40,f,A,no\n' }, 'people.csv'],
    ['a text that is no number', peopleWith('NaN,30,f,A,no'), 'people.csv:50:hours'],
    ['a number beyond all', peopleWith('1e400,30,f,A,no'), 'people.csv:50:hours'],
    ['a class that is not of the model', peopleWith('40,30,f,A,perhaps'), 'people.csv:50:y'],
    ['a group that is not of the training', peopleWith('40,30,x,A,no'), 'people.csv:50:sex'],
  ])('%s', async (_name, files, part) => {
    expect(await smoothed({}, files)).toContain(part);
  });

  it.each<[string, string, string]>([
    ['a table without weights', 'column,w\nage,1\n', 'weights.csv: columns of a table of weights: column, w'],
    ['a weight that is none', 'column,weight\nage,1\nhours,much\n', 'weights.csv:3:weight: weight of hours: much'],
    ['a column twice', 'column,weight\nage,1\nage,2\n', 'weights.csv:3: column that has a weight already: age'],
  ])('%s', async (_name, table, part) => {
    expect(await smoothed({ metric: ['weights.csv'] }, { 'weights.csv': table })).toContain(part);
  });

  it('a logistic regression on rows of one class, and on features that are all the same', async () => {
    const [head = ''] = people;
    const one = [head, '40,30,f,A,no', '50,30,m,B,no', ''].join('\n');
    expect(await smoothed({ metric: ['logistic'] }, { 'people.csv': one })).toContain('have one class: no');
    const same = [head, '40,30,f,A,no', '40,30,m,A,yes', ''].join('\n');
    expect(await smoothed({ metric: ['logistic'] }, { 'people.csv': same })).toContain('every feature is the same');
  });
});

const withComma = { data: 'comma.csv', model: 'comma.json' };

describe('dpfair smooth audit refuses', () => {
  it.each<[string, Partial<PairsSpecInput>, string]>([
    ['nothing to search', { neighbours: 0 }, 'nothing to search'],
    [
      'a protected column that the model does not read',
      { protected: ['sex'] },
      'column that the model does not read: sex',
    ],
    ['a protected column of many values', { protected: ['age'] }, 'values of --protected age: 21 (allowed: at most 20'],
    [
      'protected columns of many values together, before the metric is made',
      { protected: ['town,age'], metric: ['logistic'], norm: '1' },
      'values of --protected town,age: 21',
    ],
    [
      'a part of a name that holds a comma, also in a list, and shows how such a name is written',
      { ...withComma, protected: ['hours, paid'] },
      'column that the model does not read: hours (allowed: "hours, paid", age, town)',
    ],
    [
      'values of a column whose name holds a comma, which it finds in double quotes',
      { ...withComma, protected: ['"hours, paid"'] },
      'values of --protected "hours, paid": 37',
    ],
    ['slopes of labels', { climbs: 5 }, '--climbs on the labels'],
    [
      'climbs without numbers',
      { of: ['smoothed'], climbs: 5, metric: ['town=1'], otherWeight: 0 },
      '--climbs without a column',
    ],
    ['a trade-off', { metricScale: [1, 2] }, '--metric-scale of an audit'],
    ['a check that is none', { failOn: ['ratio<1'] }, '--fail-on: ratio<1'],
  ])('%s', async (_name, more, part) => {
    const [first, ...columns] = encoding.columns as [EncodedColumn, ...EncodedColumn[]];
    const named = { ...encoding, columns: [{ ...first, column: 'hours, paid' }, ...columns] };
    const comma = {
      'comma.json': JSON.stringify({ ...model, encoding: named }),
      'comma.csv': people.join('\n').replace('hours', '"hours, paid"'),
    };
    expect(await refusal(auditPairs({ ...uniform, ...more }, { readFile: filesOf(comma) }))).toContain(part);
  });
});
