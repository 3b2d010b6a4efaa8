import { expect, it } from 'vitest';
import { pieceList } from '../../../src/controls/title1/pieces.js';
import { sharePieces } from '../../../src/controls/title1/shared-pieces.js';
import { trialPasses } from '../../../src/controls/title1/trial-passes.js';

// Of two entities with true counts 10 and 0: |y - 12| and 2 y; 7 everywhere and max(y, 3).
const counts = Float64Array.of(10, 0);
const absolute = pieceList(2);
absolute.add(0, -100, 2, -1, true);
absolute.add(0, 12, -2, 1, true);
absolute.add(1, -100, 7, 0, true);
const linear = pieceList(2);
linear.add(0, -100, 20, 2, true);
linear.add(1, -100, 3, 0, true);
linear.add(1, 3, 0, 1, true);
const expected = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
const amounts = [absolute, linear].map((list, f) => ({
  pieces: list.collect().pieces,
  expected: expected[f] as Float64Array,
  moving: new Float64Array(2),
}));

it.each([
  [-500, -500],
  [11.5, 2.9],
  [12, 3],
  [12.5, 3.1],
  [900, 900],
])('functions on common pieces are what they are on their own at %d and %d, less what is expected', (y, z) => {
  const [moving, excess] = [Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), Float64Array.of(0.5, -1, 2, 0.25)];
  const passes = trialPasses(sharePieces(amounts, counts), {
    start: Int32Array.of(0, 2),
    order: Int32Array.of(1, 0),
    trueCount: counts,
    expectedCount: Float64Array.of(11, 1),
    clipped: true,
    expectedShare: Float64Array.of(0.7, 0.2),
    moving,
    perDollar: 0.01,
  });
  const ofFunctions = new Float64Array(4);
  passes.read(Float64Array.of(z, y));
  const above = passes.measure(0, ofFunctions);
  passes.take(0, excess);
  const into = Float64Array.of(1000, 2000);
  passes.addDifferences(Float64Array.of(30, 20), into);
  const first = [Math.abs(y - 12) - 1, 7 - 2] as const;
  const second = [2 * y - 3, Math.max(z, 3) - 4] as const;
  expect(above).toBeCloseTo(Math.max(y, 0) - 11 + (Math.max(z, 0) - 1), 9);
  expect(ofFunctions[0]).toBeCloseTo(first[0] + first[1], 9);
  expect(ofFunctions[1]).toBeCloseTo(second[0] + second[1], 9);
  expect([ofFunctions[2], ofFunctions[3]]).toEqual([0, 0]);
  // 0.5 * 1 - 1 * 2 + 2 * 3 + 0.25 * 4, and the same of 5 to 8.
  expect(into[1]).toBeCloseTo(2000 + 20 - (0.7 + 0.01 * (first[0] + second[0] - 5.5)), 9);
  expect(into[0]).toBeCloseTo(1000 + 30 - (0.2 + 0.01 * (first[1] + second[1] - 12.5)), 9);
});
