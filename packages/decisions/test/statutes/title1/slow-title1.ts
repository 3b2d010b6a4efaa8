import type { ClauseName } from '../../../src/statutes/title1/law/clauses.js';
import { grantRule } from '../../../src/statutes/title1/law/grant-rule.js';
import type { GrantName, Title1Statute } from '../../../src/statutes/title1/law/statute.js';

/** One district of a small world. */
export interface District {
  readonly state: string;
  readonly count: number;
  readonly children: number;
  readonly expenditure: number;
}

/** Dollars of each district under one grant, written from the statute in the plainest way: bisection, no shared code. */
export function slowGrant(
  districts: readonly District[],
  statute: Title1Statute,
  grant: GrantName,
  on: Readonly<Record<ClauseName, boolean>>,
  previous: readonly number[] | null,
): number[] {
  const rule = grantRule(statute, grant);
  const budget = rule.appropriationDollars;
  const states = [...new Set(districts.map(({ state }) => state))];
  const spends = states.map((state) => districts.find((district) => district.state === state)?.expenditure as number);
  const national = Math.round((100 * spends.reduce((a, b) => a + b, 0)) / spends.length) / 100;
  const factor = ({ expenditure }: District): number => {
    const { percentOfState, leastPercent, mostPercent } = rule.expenditure;
    if (!on.expenditure) return 1;
    const own = (percentOfState / 100) * expenditure;
    return on['expenditure-bounds']
      ? Math.min(Math.max(own, (leastPercent / 100) * national), (mostPercent / 100) * national)
      : own;
  };
  const share = ({ count, children }: District) =>
    children === 0 ? Number.POSITIVE_INFINITY : (100 * count) / children;
  const eligible = (district: District): boolean => {
    if (!on.eligibility) return true;
    const { count } = district;
    const basic = count >= 10 && share(district) > 2;
    if (grant === 'basic') return basic;
    if (grant === 'concentration') return basic && (count > 6500 || share(district) > 15);
    return count >= 10 && share(district) >= 5;
  };
  const weighted = ({ state, count, children }: District): number => {
    const [first] = rule.weights;
    if (!on.brackets || first === undefined) return count;
    const alone = districts.filter((other) => other.state === state).length === 1;
    const equity = alone ? 0.1 : 0.15;
    const { district: pair } = rule.weights.find(({ equityBelow = 9 }) => equity < equityBelow) ?? first;
    const inBrackets = (brackets: readonly { above: number; weight: number }[], unit: number) =>
      brackets.reduce((sum, { above, weight }, k) => {
        const end = brackets[k + 1]?.above ?? Number.POSITIVE_INFINITY;
        return (
          sum +
          weight * Math.max(0, Math.min(count, end === Number.POSITIVE_INFINITY ? end : end * unit) - above * unit)
        );
      }, 0);
    return Math.max(inBrackets(pair.byPercent, children / 100), inBrackets(pair.byNumber, 1));
  };
  const weight = districts.map((district) => (eligible(district) ? factor(district) * weighted(district) : 0));
  const kept = (district: District) => (share(district) >= 30 ? 0.95 : share(district) >= 15 ? 0.9 : 0.85);
  const floor = districts.map((district, i) =>
    previous !== null && (eligible(district) || (grant === 'concentration' && on['four-years']))
      ? kept(district) * (previous[i] as number)
      : 0,
  );
  const all = districts.reduce((sum, { count }) => sum + count, 0);
  const of = (state: string) => districts.flatMap((district, i) => (district.state === state ? [i] : []));
  const childrenIn = (state: string) => of(state).reduce((sum, i) => sum + (districts[i] as District).count, 0);
  const leastOf = (state: string): number => {
    const { baseDollars, percentOfBase, percent, averagePercent, leastDollars } = rule.stateMinimum;
    if (!on['state-minimum']) return 0;
    const plain =
      (percentOfBase / 100) * Math.min(budget, baseDollars) + (percent / 100) * Math.max(0, budget - baseDollars);
    const average = ((averagePercent / 100) * budget * childrenIn(state)) / all;
    return Math.min(plain, (plain + Math.max(average, leastDollars)) / 2);
  };
  const amount = new Array<number>(districts.length).fill(0);
  const give = (indices: readonly number[], money: number) => {
    shareOut(
      indices.map((i) => weight[i] as number),
      indices.map((i) => floor[i] as number),
      money,
    ).forEach((value, k) => {
      amount[indices[k] as number] = value;
    });
  };
  const paid = states.filter((state) => of(state).some((i) => (weight[i] as number) > 0 || (floor[i] as number) > 0));
  if (rule.states !== null) {
    const wants = paid.map((state) => {
      const alone = of(state).length === 1;
      const equity = alone ? 0.1 : 0.15;
      const spent = factor(districts[of(state)[0] as number] as District);
      return childrenIn(state) * spent * (on.equity ? (rule.states?.equityOffset as number) - equity : 1);
    });
    shareOut(wants, paid.map(leastOf), budget).forEach((money, k) => {
      give(of(paid[k] as string), money);
    });
    return amount;
  }
  // States that fall below their minimum are taken out one after the other.
  const apart = new Set<string>();
  for (;;) {
    const rest = districts.flatMap(({ state }, i) => (apart.has(state) ? [] : [i]));
    const left = budget - [...apart].reduce((sum, state) => sum + leastOf(state), 0);
    give(rest, left);
    const below = paid.find(
      (state) =>
        !apart.has(state) &&
        of(state).some((i) => (weight[i] as number) > 0) &&
        of(state).reduce((sum, i) => sum + (amount[i] as number), 0) < leastOf(state) * (1 - 1e-12),
    );
    if (below === undefined) break;
    apart.add(below);
  }
  for (const state of apart) give(of(state), leastOf(state));
  return amount;
}

/** max(floor, rate x weight) with the rate found by halving; floors in proportion where they are too much. */
function shareOut(weight: readonly number[], floor: readonly number[], budget: number): number[] {
  const floors = floor.reduce((a, b) => a + b, 0);
  if (floors >= budget || !weight.some((w) => w > 0)) return floor.map((f) => (floors > 0 ? (f * budget) / floors : 0));
  const at = (rate: number) => weight.map((w, i) => Math.max(rate * w, floor[i] as number));
  let low = 0;
  let high = 1;
  while (at(high).reduce((a, b) => a + b, 0) < budget) high *= 2;
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((a, b) => a + b, 0) < budget) low = middle;
    else high = middle;
  }
  return at(high);
}
