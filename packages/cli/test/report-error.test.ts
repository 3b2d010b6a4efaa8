import { DpfairError, type ErrorCode } from '@dpfair/result';
import { expect, it } from 'vitest';
import { reportError } from '../src/report-error.js';

async function reported(error: unknown): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await reportError(error, { write: (part) => (text += part) });
  return { code, text };
}

it.each<[ErrorCode, number]>([
  ['usage', 2],
  ['input', 2],
  ['config', 2],
  ['domain', 2],
  ['undefined-result', 2],
  ['output', 2],
  ['task', 70],
  ['interrupted', 130],
])('a fault of kind %s exits with %d, one line a fault and no stack', async (kind, code) => {
  const faults = [{ what: 'first', file: 'a.csv', line: 2 }, { what: 'second' }];
  expect(await reported(new DpfairError(kind, faults))).toEqual({
    code,
    text: 'dpfair: a.csv:2: first\ndpfair: second\n',
  });
});

it('an error that nobody expected exits with 70, shows its stack and asks to be reported', async () => {
  const { code, text } = await reported(new TypeError('x is not a function'));
  expect(code).toBe(70);
  expect(text).toMatch(/^TypeError: x is not a function\n {4}at /);
  expect(text).toMatch(/\ndpfair: this is an internal error: please report it, .*\n$/);
});

it('something thrown that is no error is shown as it is', async () => {
  expect((await reported('plain')).text).toMatch(/^plain\ndpfair: this is an internal error/);
});

it('control characters of a file do not reach the terminal', async () => {
  const { text } = await reported(new DpfairError('input', { what: 'bad', value: '\u001b[31m' }));
  expect(text).toBe('dpfair: bad: \ufffd[31m\n');
});
