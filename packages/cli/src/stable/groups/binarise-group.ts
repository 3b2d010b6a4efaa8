import type { GroupColumn } from '@dpfair/stability';

/**
 * Two groups of a column: the rows that hold a value, and all others, which are called `not` and that value.
 *
 * @example
 * binariseGroup({ name: 'race', values: ['Black', 'White'], of: Int32Array.of(0, 1) }, 'White').values // ['White', 'not White']
 */
export function binariseGroup({ name, values, of }: GroupColumn, value: string): GroupColumn {
  const place = values.indexOf(value);
  return { name, values: [value, `not ${value}`], of: of.map((own) => (own === place ? 0 : 1)) };
}
