import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { packError, unpackError } from '../../src/worker/packed-error.js';

const sent = (thrown: unknown) => unpackError(structuredClone(packError(thrown)));

describe('an error sent to another thread', () => {
  it('stays a DpfairError with code, faults, message, stack and cause', () => {
    const faults = [{ what: 'epsilon', value: -1, allowed: '> 0', file: 'a.csv', line: 2, column: 'e' }, { what: 'b' }];
    const error = new DpfairError('input', faults, { cause: new DpfairError('domain', { what: 'inner' }) });
    const copy = sent(error) as DpfairError;
    expect(copy).toBeInstanceOf(DpfairError);
    expect(copy).toMatchObject({ code: 'input', faults, message: error.message, stack: error.stack });
    expect(copy.cause).toMatchObject({ name: 'DpfairError', code: 'domain', message: 'inner' });
  });

  it.each([Error, RangeError, TypeError, SyntaxError, ReferenceError, EvalError, URIError])('stays a %o', (type) => {
    const copy = sent(new type('text'));
    expect(Object.getPrototypeOf(copy)).toBe(type.prototype);
    expect(copy.message).toBe('text');
    expect(Object.keys(copy)).toEqual([]);
  });

  it('keeps the name of a class that is not known here, and a text code', () => {
    const error = Object.assign(new Error('gone'), { name: 'AbortError', code: 'ENOENT' });
    expect(sent(error)).toMatchObject({ name: 'AbortError', message: 'gone', code: 'ENOENT' });
  });

  it.each([
    ['text', 'text'],
    [undefined, 'undefined'],
    [{ a: 1 }, '[object Object]'],
  ])('is made of whatever was thrown: %o', (thrown, message) =>
    expect(sent(thrown)).toMatchObject({ name: 'Error', message }),
  );

  it('does not follow causes that form a circle for ever', () => {
    const error = new Error('round');
    error.cause = error;
    let depth = 0;
    for (let at: unknown = sent(error); at instanceof Error; at = at.cause) depth += 1;
    expect(depth).toBe(9);
  });
});
