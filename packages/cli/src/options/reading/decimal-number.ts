const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as people write it, such as `1e-5` or `.5`; NaN for anything else: blanks, `0x10`, `Infinity`. */
export function decimalNumber(written: string | undefined): number {
  return written !== undefined && decimal.test(written) ? Number(written) : Number.NaN;
}
