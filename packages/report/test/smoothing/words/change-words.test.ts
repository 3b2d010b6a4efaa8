import { describe, expect, it } from 'vitest';
import { terminalBlocks } from '../../../src/index.js';
import { smoothingTestedSection } from '../../../src/smoothing/sections/tested-section.js';
import { textChanges } from '../../../src/smoothing/words/change-words.js';
import { buildSmoothing, smoothingRun } from '../../fixtures/smoothing/build-smoothing.js';

const { metric, ...run } = smoothingRun();
const columns = ['home=own', 'home=rent', 'job=a', 'job=b', 'job=c', 'pay', 'pay=now', 'pay=then', 'sex=Male'];
const of = (norm: number | null, scales: readonly number[]) => ({
  ...metric,
  norm,
  columns,
  scales: [...scales],
  held: [],
});

describe('what another text makes for a distance', () => {
  it.each([
    [1, 2, 3, 6],
    [2, Math.SQRT2, Math.sqrt(5), Math.sqrt(20)],
    [null, 1, 2, 4],
  ])(
    'is the norm (%j) of two weights: of two levels one number, of more from the least to the most',
    (norm, home, least, most) => {
      const found = textChanges(of(norm, [1, 1, 4, 1, 2, 5, 1, 1, 3]));
      expect(found.map(({ column }) => column)).toEqual(['job', 'home']);
      const [job, house] = found;
      expect(house?.least).toBeCloseTo(home, 12);
      expect(house?.most).toBeCloseTo(home, 12);
      expect(job?.least).toBeCloseTo(least, 12);
      expect(job?.most).toBeCloseTo(most, 12);
    },
  );

  it('is said in terminal and page, and not of columns that count for nothing', () => {
    const told = (scales: readonly number[]) => {
      const result = buildSmoothing([{ ...run, metric: of(1, scales) }]);
      return [JSON.stringify(terminalBlocks(result)), smoothingTestedSection(result).markup];
    };
    for (const text of told([1, 1, 1, 1, 2, 1, 1, 1, 1]))
      expect(text).toContain('makes a distance of 2.00 to 3.00 in job, 2.00 in home');
    for (const text of told([0, 0, 0, 0, 0, 1, 1, 1, 1])) expect(text).not.toContain('nother text');
  });

  it('stands beside differences in the units of the file, where numbers are scaled', () => {
    const rowsOf = (deviations?: number[]) => {
      const own = { ...metric, columns: ['age', 'hours'], scales: [2, 1], held: [], ...(deviations && { deviations }) };
      return terminalBlocks(buildSmoothing([{ ...run, metric: own }]))[3];
    };
    expect(rowsOf([13, 1])).toMatchObject({
      columns: ['column', 'distance for a difference of 1', 'difference for a distance of 0.1', 'of the file'],
      // 0.1 / 2 standard deviations of 13 years.
      rows: [
        ['age', '2.00', '0.0500', '0.650'],
        ['hours', '1.00', '0.100', '0.100'],
      ],
    });
    for (const deviations of [[1, 1], undefined]) expect(rowsOf(deviations)).toMatchObject({ columns: { length: 3 } });
  });
});
