import { camelCase, type OptionTable } from '../../options/reading/option.js';

/** A spec with its keys in the order of its options, so that equal specs have equal text. */
export function inOptionOrder<Spec extends object>(spec: Spec, options: OptionTable): Spec {
  const order = Object.keys(options).map(camelCase) as (keyof Spec)[];
  return Object.fromEntries(order.map((key) => [key, spec[key]])) as Spec;
}
