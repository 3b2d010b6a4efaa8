const BINS = 10;

/** Counts by confidence: ten bins of equal width. */
export interface CalibrationBins {
  readonly rows: Float64Array;
  readonly confidence: Float64Array;
  readonly right: Float64Array;
  add(confidence: number, right: number): void;
}

export function calibrationBins(): CalibrationBins {
  const [rows, confidence, right] = [new Float64Array(BINS), new Float64Array(BINS), new Float64Array(BINS)];
  const increase = (array: Float64Array, bin: number, by: number) => {
    array[bin] = (array[bin] as number) + by;
  };
  return {
    rows,
    confidence,
    right,
    add(value, isRight) {
      const bin = Math.min(BINS - 1, Math.floor(value * BINS));
      increase(rows, bin, 1);
      increase(confidence, bin, value);
      increase(right, bin, isRight);
    },
  };
}

/**
 * Expected calibration error: mean over rows of |fraction right - mean confidence| of their bin. Guo et al. (2017).
 * It is above 0 for a calibrated model too, by chance, the more so the fewer the rows.
 */
export function calibrationError({ rows, confidence, right }: CalibrationBins): number {
  let [total, error] = [0, 0];
  for (let bin = 0; bin < BINS; bin++) {
    total += rows[bin] as number;
    error += Math.abs((right[bin] as number) - (confidence[bin] as number));
  }
  return error / total;
}
