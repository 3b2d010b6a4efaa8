// Source: Hutchinson (Communications in Statistics, Simulation 19, 1990): E v' H v = Tr H for signs v.
import type { Examples } from '@dpfair/result';
import { addValue, emptyMoments, type Moments, type RandomStream, standardError } from '@dpfair/stats';
import { badModelChoice } from '../messages.js';
import type { Model } from '../model.js';

/** An estimated mean of traces. */
export interface TraceEstimate {
  /** How many examples; the others are null where there are none. */
  readonly examples: number;
  readonly mean: number | null;
  /** Over the probes; the examples are taken as they are. */
  readonly standardError: number | null;
}

/** Estimated traces of the Hessians of examples. */
export interface HutchinsonTraces {
  /** Of each example. */
  readonly traces: Float64Array;
  /** Over the probes. Errors of examples are dependent: they share the probes. */
  readonly standardErrors: Float64Array;
  /** By group, in the order of `groupNames`. */
  readonly groups: readonly TraceEstimate[];
  readonly all: TraceEstimate;
}

/**
 * Traces of the Hessians of examples from random signs: the mean of `v' H_i v` over probes v. `Model.traces` has them exactly; this is
 * for comparison with what others publish, and a second route to the same number.
 *
 * @param probes An integer >= 2. The standard error falls as one over its square root.
 * @throws DpfairError usage, for fewer probes than two.
 */
export function hutchinsonTraces(
  model: Model,
  parameters: Float64Array,
  examples: Examples,
  rows: Int32Array,
  probes: number,
  stream: RandomStream,
): HutchinsonTraces {
  if (!(Number.isInteger(probes) && probes >= 2)) throw badModelChoice('probes', probes, 'an integer >= 2');
  const probe = new Float64Array(model.parameterCount);
  const curvatures = new Float64Array(rows.length);
  const sizes = new Float64Array(examples.groupNames.length);
  for (const row of rows) sizes[examples.group[row] as number] = (sizes[examples.group[row] as number] as number) + 1;
  const each = Array.from(rows, () => emptyMoments);
  const groups = Array.from(sizes, () => emptyMoments);
  let all = emptyMoments;
  for (let p = 0; p < probes; p++) {
    for (let k = 0; k < probe.length; k++) probe[k] = (stream.nextUint32() & 1) === 0 ? -1 : 1;
    model.curvatures(parameters, examples, rows, probe, curvatures);
    const sums = new Float64Array(sizes.length);
    curvatures.forEach((value, k) => {
      const group = examples.group[rows[k] as number] as number;
      sums[group] = (sums[group] as number) + value;
      each[k] = addValue(each[k] as Moments, value);
    });
    sums.forEach((sum, a) => {
      groups[a] = addValue(groups[a] as Moments, sum / (sizes[a] as number));
    });
    all = addValue(all, sums.reduce((sum, value) => sum + value, 0) / rows.length);
  }
  return {
    traces: Float64Array.from(each, ({ mean }) => mean),
    standardErrors: Float64Array.from(each, standardError),
    groups: groups.map((moments, a) => estimate(moments, sizes[a] as number)),
    all: estimate(all, rows.length),
  };
}

function estimate(moments: Moments, examples: number): TraceEstimate {
  return examples === 0
    ? { examples, mean: null, standardError: null }
    : { examples, mean: moments.mean, standardError: standardError(moments) };
}
