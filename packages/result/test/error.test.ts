import { describe, expect, it } from 'vitest';
import { DpfairError, describeFault } from '../src/index.js';

describe('a fault as text', () => {
  it.each([
    [{ what: 'no rows' }, 'no rows'],
    [{ what: 'negative count', value: -3 }, 'negative count: -3'],
    [{ what: 'count', value: '', allowed: 'a number >= 0' }, 'count:  (allowed: a number >= 0)'],
    [{ what: 'blank', allowed: 'a number' }, 'blank (allowed: a number)'],
    [{ what: 'bad', file: 'a.csv' }, 'a.csv: bad'],
    [{ what: 'bad', file: 'a.csv', line: 3 }, 'a.csv:3: bad'],
    [{ what: 'bad', file: 'a.csv', line: 3, column: 'poor', value: 'x' }, 'a.csv:3:poor: bad: x'],
    [{ what: 'bad', file: 'a.csv', line: 3, column: 7 }, 'a.csv:3:7: bad'],
  ])('%j reads "%s"', (fault, text) => {
    expect(describeFault(fault)).toBe(text);
  });
});

describe('DpfairError', () => {
  it('says every fault on a line of its own', () => {
    const error = new DpfairError('input', [{ what: 'first', file: 'a.csv', line: 1 }, { what: 'second' }]);
    expect(error.message).toBe('a.csv:1: first\nsecond');
    expect(error.faults).toHaveLength(2);
  });

  it('takes a single fault as a list of one', () => {
    expect(new DpfairError('usage', { what: 'seed', value: 'x' }).faults).toEqual([{ what: 'seed', value: 'x' }]);
  });

  it('is an Error with a name, a code and its cause', () => {
    const cause = new RangeError('inner');
    const error = new DpfairError('domain', { what: 'epsilon' }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.cause]).toEqual(['DpfairError', 'domain', cause]);
  });
});
