const buffer = new Float64Array(1);
const bits = new BigInt64Array(buffer.buffer);

function order(value: number): bigint {
  buffer[0] = value;
  const raw = bits[0] as bigint;
  return raw < 0n ? -(raw & 0x7fffffffffffffffn) : raw;
}

/** How many doubles apart two numbers are: 0 when equal, Infinity when one is NaN. */
export function ulpDistance(actual: number, expected: number): number {
  if (Number.isNaN(actual) || Number.isNaN(expected)) return Number.POSITIVE_INFINITY;
  const distance = order(actual) - order(expected);
  return Number(distance < 0n ? -distance : distance);
}

/** The largest distance over a table, with the row it occurs in, so that a failure names its place. */
export function worstUlp<Row>(rows: readonly Row[], actual: (row: Row) => number, expected: (row: Row) => number) {
  let worst = { ulp: 0, row: rows[0], actual: Number.NaN, expected: Number.NaN };
  for (const row of rows) {
    const ulp = ulpDistance(actual(row), expected(row));
    if (ulp > worst.ulp) worst = { ulp, row, actual: actual(row), expected: expected(row) };
  }
  return worst;
}
