import { describe, expect, test } from 'vitest';
import { negativeExponential } from '../../src/random/deterministic-exp.js';
import { ulpDistance } from '../ulp.js';

describe('exponential of the noise path', () => {
  // exp(-y) of these doubles with 25 digits, by mpmath
  test.each([
    [0.001, '0.9990004998333749916472595'],
    [0.1, '0.9048374180359595681413924'],
    [0.34657359027997264, '0.707106781186547532599913'],
    [0.3465735902799727, '0.7071067811865474933476015'],
    [0.5, '0.6065306597126334236037995'],
    [1.0, '0.3678794411714423215955238'],
    [2.75, '0.06392786120670757270243003'],
    [10.0, '0.00004539992976248485153559152'],
    [31.5, '2.08796791164593355050989e-14'],
    [100.25, '2.897198083210147807197361e-44'],
    [345.678, '7.480869601401225162785616e-151'],
    [690.1, '1.965070059182578622924681e-300'],
  ])('exp(-%d)', (y, expected) => {
    expect(ulpDistance(negativeExponential(y), Number(expected))).toBeLessThanOrEqual(2);
  });

  test('is within 2 ulp of what the engine says, everywhere', () => {
    for (let y = 1e-9; y < 690; y = y * 1.013 + 1e-4) {
      expect(ulpDistance(negativeExponential(y), Math.exp(-y))).toBeLessThanOrEqual(2);
    }
  });

  test('ends at 0 and begins at 1', () => {
    expect([0, 1e-300, 746, 1e300, Number.POSITIVE_INFINITY].map(negativeExponential)).toEqual([1, 1, 0, 0, 0]);
    expect(negativeExponential(744)).toBeGreaterThan(0);
    expect(negativeExponential(Number.NaN)).toBeNaN();
  });
});
