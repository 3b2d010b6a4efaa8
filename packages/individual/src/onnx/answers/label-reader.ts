import { unknownLabel } from '../messages.js';
import type { OnnxTensor } from '../onnx-runtime.js';

/** Reads the number of a class from what the file calls it. @throws DpfairError input, when reading, for a label that has no name. */
export function labelReader(
  labels: readonly (string | number)[],
  file?: string,
): (answers: OnnxTensor['data'], row: number) => number {
  const names = labels.map(String);
  const places = new Map(names.map((name, place) => [name, place]));
  return (answers, row) => {
    const label = String(answers[row]);
    const place = places.get(label);
    if (place === undefined) throw unknownLabel(file, row, label, names);
    return place;
  };
}
