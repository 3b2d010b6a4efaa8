import type { Comparison } from './predicate.js';

/**
 * A comparison as a rule of its own, which {@link parseRule} reads as the same one: counts with positive factors stand on the left, others
 * on the right; a number alone on the left changes sides.
 *
 * @example writeComparison(parseRule('lep / citizens > 0.05')) // 'lep > 0.05 * citizens'
 */
export function writeComparison({ coefficients, constant, strict }: Comparison): string {
  const terms = Object.entries(coefficients);
  const above = terms.filter(([, factor]) => factor > 0).map(([name, factor]) => term(name, factor));
  const below = terms.filter(([, factor]) => factor < 0).map(([name, factor]) => term(name, -factor));
  if (constant > 0) above.push(String(constant));
  if (constant < 0) below.push(String(-constant));
  const [left, right] = [above, below].map((side) => (side.length === 0 ? '0' : side.join(' + '))) as [string, string];
  const sign = strict ? '' : '=';
  return terms.some(([, factor]) => factor > 0) ? `${left} >${sign} ${right}` : `${right} <${sign} ${left}`;
}

const term = (name: string, factor: number): string => (factor === 1 ? name : `${factor} * ${name}`);
