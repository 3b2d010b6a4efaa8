import { describe, expect, it } from 'vitest';
import { leastEligibleCount, nextUp } from '../../../../src/statutes/title1/kernel/eligibility.js';
import { title1Fy2021 } from '../../../../src/statutes/title1/law/title1-fy2021.js';

const isEligible = (grant: keyof typeof title1Fy2021.grants, count: number, children: number) =>
  count >= leastEligibleCount(title1Fy2021.grants[grant].eligible, 'grants')(children);

describe('eligibility', () => {
  // [grant, children, the count that is just enough, the count that is just not]
  it.each([
    ['basic', 100, 10, 9],
    ['basic', 100, 10, 10 - 1e-9],
    ['basic', 499, 10, 9],
    ['basic', 500, 11, 10], // 10 of 500 is 2 %, and more than 2 % is asked
    ['basic', 50_000, 1001, 1000],
    ['basic', 50_000, 1000 + 1e-9, 1000],
    ['concentration', 66, 10, 9],
    ['concentration', 100, 16, 15], // more than 15 %
    ['concentration', 20_000, 3001, 3000],
    ['concentration', 43_400, 6501, 6500], // 15 % of 43,400 is 6,510: the number comes first
    ['concentration', 1e6, 20_001, 20_000], // more than 6,500, and still more than 2 %
    ['targeted', 100, 10, 9],
    ['targeted', 200, 10, 9], // 5 % is enough
    ['targeted', 220, 11, 10],
    ['targeted', 10_000, 500, 499],
    ['efig', 10_000, 500, 500 - 1e-9],
    ['efig', 100, 10, 9],
  ] as const)('for %s among %i children: %d is enough, %d is not', (grant, children, enough, not) => {
    expect(isEligible(grant, enough, children)).toBe(true);
    expect(isEligible(grant, not, children)).toBe(false);
  });

  it('asks for whole percentages exactly, whatever the number of children', () => {
    const targeted = leastEligibleCount(title1Fy2021.grants.targeted.eligible, 'targeted');
    const basic = leastEligibleCount(title1Fy2021.grants.basic.eligible, 'basic');
    const wrong = Array.from({ length: 20_000 }, (_, k) => k + 5).filter(
      (hundreds) => 5 * hundreds < targeted(100 * hundreds) || 2 * hundreds >= basic(100 * hundreds),
    );
    expect(wrong).toEqual([]);
  });

  it('is the same question in decimals and in whole numbers, at every tie of 1 to 2,000 children', () => {
    const wrong: string[] = [];
    for (let percent = 1; percent <= 30; percent++) {
      const decimal = String(percent / 100);
      const atLeast = leastEligibleCount(`count >= ${decimal} * children`, 'eligible');
      const more = leastEligibleCount(`count > ${decimal} * children`, 'eligible');
      for (let children = 1; children <= 2000; children++) {
        if ((percent * children) % 100 !== 0) continue;
        const tie = (percent * children) / 100;
        if (!(tie >= atLeast(children)) || tie >= more(children)) wrong.push(`${decimal} of ${children}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('of a district without children depends on the numbers alone', () => {
    expect(isEligible('basic', 10, 0)).toBe(true);
    expect(isEligible('concentration', 9, 0)).toBe(false);
  });

  it.each([
    ['count < 10', 'comparisons that become true as the count rises'],
    ['children > 10', 'comparisons that become true as the count rises'],
    ['count > 10 and poverty > 2', 'a rule over count and children'],
    ['not count > 10', 'comparisons joined by and, or'],
    ['count > 10 xor count > 20', 'comparisons joined by and, or'],
  ])('is not read from "%s"', (rule, allowed) => {
    expect(() => leastEligibleCount(rule, 'grants.basic.eligible')).toThrow(
      `rule file, key grants.basic.eligible: ${rule} (allowed: ${allowed})`,
    );
  });
});

it('the next double up is one step away', () => {
  expect(nextUp(1)).toBe(1 + Number.EPSILON);
  expect(nextUp(0)).toBe(Number.MIN_VALUE);
  expect(nextUp(-1)).toBe(-1 + Number.EPSILON / 2);
});
