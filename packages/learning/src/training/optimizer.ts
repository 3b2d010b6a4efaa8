export const optimizerNames = ['sgd', 'adam'] as const;
/** How an averaged gradient becomes a change of the parameters. */
export type OptimizerName = (typeof optimizerNames)[number];

/** An optimizer at work. */
export interface Optimizer {
  /** Sets `change` to what is taken from the parameters. */
  next(gradient: Float64Array, change: Float64Array): void;
}

/** Plain descent: rate times the gradient. */
function plain(rate: number): Optimizer {
  return {
    next(gradient, change) {
      for (let j = 0; j < gradient.length; j++) change[j] = rate * (gradient[j] as number);
    },
  };
}

/** Kingma and Ba (2015), with their constants: means of the gradient and its square, corrected for their start at 0. */
function adam(rate: number, size: number): Optimizer {
  const [first, second, tiny] = [0.9, 0.999, 1e-8];
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  let step = 0;
  return {
    next(gradient, change) {
      step++;
      const scale = rate / (1 - first ** step);
      const correction = 1 / (1 - second ** step);
      for (let j = 0; j < size; j++) {
        const value = gradient[j] as number;
        mean[j] = first * (mean[j] as number) + (1 - first) * value;
        square[j] = second * (square[j] as number) + (1 - second) * value * value;
        change[j] = (scale * (mean[j] as number)) / (Math.sqrt((square[j] as number) * correction) + tiny);
      }
    },
  };
}

/** A fresh optimizer for `size` parameters. */
export function optimizerByName(name: OptimizerName, rate: number, size: number): Optimizer {
  return name === 'adam' ? adam(rate, size) : plain(rate);
}
