import { describe, expect, it } from 'vitest';
import { type Result, resultFromJson, resultToJson } from '../src/index.js';
import { messages } from '../src/messages.js';
import { caught } from './caught.js';
import { exampleResult } from './example-result.js';

/** The example with one value replaced, at a path such as `cells.0.alpha.estimate`. */
function changed(path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(exampleResult()) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

describe('resultToJson', () => {
  it('writes one line of JSON that ends with a line end', () => {
    const text = resultToJson(exampleResult());
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.slice(0, -1)).not.toContain('\n');
    expect(JSON.parse(text)).toEqual(exampleResult());
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %s and names its field',
    (value) => {
      const refusal = caught(() => resultToJson(changed('cells.0.alpha.estimate', value) as unknown as Result));
      expect(refusal.code).toBe('output');
      expect(refusal.faults).toEqual([messages.notFinite('result.cells[0].alpha.estimate', value)]);
    },
  );

  it('refuses NaN in a column of entities', () => {
    const result = changed('cells.0.entities.bias', [0.1, Number.NaN]) as unknown as Result;
    expect(caught(() => resultToJson(result)).code).toBe('output');
  });
});

describe('resultFromJson', () => {
  it('reads back what resultToJson wrote, number for number', () => {
    const result = exampleResult();
    expect(resultFromJson(resultToJson(result), 'result.json')).toEqual(result);
  });

  it('refuses text that is not JSON, naming the file', () => {
    const refusal = caught(() => resultFromJson('{', 'broken.json'));
    expect(refusal.code).toBe('input');
    expect(refusal.faults).toEqual([messages.notJson('broken.json')]);
    expect(refusal.message).toBe('broken.json: not JSON (allowed: a result written by --json)');
  });

  it('gives back what it read, byte for byte: order of members, null, and members of a later version', () => {
    const { cells, ...head } = exampleResult();
    const later = { later: { a: null }, ...head, cells: cells.map((cell) => ({ intervalMultiplier: null, ...cell })) };
    const text = `${JSON.stringify(later)}\n`;
    expect(resultToJson(resultFromJson(text, 'r.json'))).toBe(text);
  });

  it.each(['{}', '[]', 'null', '7', '{"schema":7}', '{"schema":"dpfair-spec/1"}'])('calls %s no result', (text) => {
    const refusal = caught(() => resultFromJson(text, 'e.json'));
    expect(refusal.message).toBe('e.json: not a dpfair result (allowed: a result written by --json)');
  });

  it('speaks of a kind it does not know in words', () => {
    const refusal = caught(() => resultFromJson(JSON.stringify(changed('kind', 'invoice')), 'r.json'));
    expect(refusal.message).toBe(
      'r.json:kind: kind of result that this dpfair does not know (allowed: audit, mitigation, training, smoothing, stability)',
    );
  });

  it.each([
    ['alpha.estimate', -0.25, 'negative estimate of what is at least zero: -0.25'],
    ['alpha.estimate', 0.5, 'estimate outside its own interval: 0.5 (allowed: 0.25 to 0.25)'],
    ['alpha.estimate', 0.2, 'estimate outside its own interval: 0.2 (allowed: 0.25 to 0.25)'],
    ['costOfPrivacy.share', -1, 'negative estimate of what is at least zero: -1'],
    ['costOfPrivacy.share', 0.5, 'estimate outside its own interval: 0.5 (allowed: 0.125 to 0.125)'],
    ['costOfPrivacy.dollars', -1, 'negative estimate of what is at least zero: -1'],
  ])('refuses %s = %d', (member, value, what) => {
    const text = JSON.stringify(changed(`cells.0.${member}`, value));
    expect(caught(() => resultFromJson(text, 'r.json')).message).toBe(`r.json:cells.0.${member}: ${what}`);
  });

  it('compares no estimate with ends that are missing', () => {
    for (const end of ['lower', 'upper'])
      expect(() => resultFromJson(JSON.stringify(changed(`cells.0.alpha.${end}`, null)), 'r.json')).not.toThrow();
  });

  it.each([
    ['schema', 'dpfair-result/2'],
    ['kind', 'invoice'],
    ['run.seed', 7],
    ['run.threads', -1],
    ['input.rows', 1.5],
    ['checks.0.status', 'maybe'],
    ['warnings.0.code', 'unheard-of'],
    ['cells.0.method', 'guess'],
    ['cells.0.estimator', 'guess'],
    ['cells.0.mechanism.neighbours', 'someone'],
    ['cells.0.alpha.confidence', 1.5],
    ['cells.0.entities.bias', ['0.1', '0.2']],
    ['cells.0.costOfPrivacy', undefined],
  ])('refuses %s = %j and says where it is', (path, value) => {
    const refusal = caught(() => resultFromJson(JSON.stringify(changed(path, value)), 'result.json'));
    expect(refusal.code).toBe('input');
    expect(refusal.faults.map((fault) => String(fault.column)).join(' ')).toContain(path);
    expect(refusal.message.startsWith('result.json:')).toBe(true);
  });

  it.each(['clipping', 'montecarlo', null])('keeps the estimator %j of a cell', (estimator) => {
    const read = resultFromJson(JSON.stringify(changed('cells.0.estimator', estimator)), 'r.json');
    expect(read).toHaveProperty('cells.0.estimator', estimator);
  });

  it('reads a result from before cells named their estimator', () => {
    const read = resultFromJson(JSON.stringify(changed('cells.0.estimator', undefined)), 'r.json');
    expect(read).not.toHaveProperty('cells.0.estimator');
  });

  it('lists no more than twenty violations', () => {
    const bias = Array.from({ length: 50 }, () => 'x');
    const refusal = caught(() => resultFromJson(JSON.stringify(changed('cells.0.entities.bias', bias)), 'r.json'));
    expect(refusal.faults).toHaveLength(20);
  });

  it('takes null where a number does not exist, but not in the truth', () => {
    const undefinedBias = changed('cells.0.entities.bias', [null, null]);
    expect(() => resultFromJson(JSON.stringify(undefinedBias), 'r.json')).not.toThrow();
    const undefinedTruth = changed('cells.0.entities.truth', [null, 1]);
    expect(caught(() => resultFromJson(JSON.stringify(undefinedTruth), 'r.json')).code).toBe('input');
  });
});
