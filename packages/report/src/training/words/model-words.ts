import type { ModelSummary } from '@dpfair/result';
import { formatWhole } from '../../format/index.js';
import { runWords as say } from '../../messages/training/run-messages.js';

/** The model in a few words: kind, size, loss, and whether it is convex. */
export function modelWords(model: ModelSummary): string {
  const { kind, hidden, activation, inputs, parameters, loss, convex } = model;
  const name =
    hidden.length === 0 || activation === null
      ? say.kinds[kind]()
      : say.network(say.layers(hidden.map(formatWhole)), activation);
  return say.model(name, formatWhole(inputs), formatWhole(parameters), say.losses[loss](), convex);
}
