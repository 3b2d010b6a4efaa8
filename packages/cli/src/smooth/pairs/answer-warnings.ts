import { DpfairError, type Warning } from '@dpfair/result';
import { smoothFaults, smoothWarnings } from '../../messages/smooth.js';
import type { AnswerKind } from '../../options/smooth/pair-options.js';
import type { PreparedSmoothing } from '../prepare-smoothing.js';

/**
 * Whether an ONNX model as it is can be searched by the answers that were asked for. Labels that nobody asked for, of a file without probabilities that can
 * be read, are worth a warning.
 *
 * @param asked null where the option was left to its default
 * @throws DpfairError `usage` for probabilities of a file that has none
 */
export function answerWarnings(
  asked: AnswerKind | null,
  { model }: Pick<PreparedSmoothing, 'model'>,
): readonly Warning[] {
  if (model.kind !== 'onnx' || model.form !== 'labels' || asked === 'labels') return [];
  if (asked === 'probabilities') throw new DpfairError('usage', smoothFaults.onlyLabels(model.file, model.output));
  return [smoothWarnings.onlyLabels(model.file, model.output)];
}
