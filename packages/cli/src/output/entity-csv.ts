import type { Cell, Result } from '@dpfair/result';

const columns = [
  'mechanism',
  'epsilon',
  'delta',
  'scale',
  'sigma',
  'post',
  'decision',
  'method',
  'id',
  'name',
  'count',
  'truth',
  'bias',
  'standard_error',
  'disparity',
  'bias_dollars',
];

/**
 * A result as CSV: one row per entity and cell, cells in the order of the result, entities in the order of the input.
 * What is undefined is empty; `bias_dollars` is empty without a budget. Numbers are written in full precision.
 */
export async function entityCsv(result: Result): Promise<string> {
  const { writeTable } = await import('@dpfair/data');
  return writeTable(
    columns,
    result.cells.flatMap((cell) => rowsOf(cell, result.budgetDollars)),
  );
}

function rowsOf({ mechanism, post, decision, method, entities }: Cell, budgetDollars: number | null) {
  const { kind, epsilon, delta, scale, sigma } = mechanism;
  return entities.id.map((id, index) => {
    const bias = entities.bias[index] ?? null;
    return [
      kind,
      epsilon,
      delta,
      scale,
      sigma,
      post,
      decision,
      method,
      id,
      entities.name[index] ?? '',
      entities.count[index] ?? null,
      entities.truth[index] ?? null,
      bias,
      entities.standardError[index] ?? null,
      entities.disparity[index] ?? null,
      bias === null || budgetDollars === null ? null : bias * budgetDollars,
    ];
  });
}
