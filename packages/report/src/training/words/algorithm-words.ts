import type { TrainingAlgorithmSummary, TrainingRun } from '@dpfair/result';
import { cleanText, formatNumber, formatPercent, formatPlain, formatWhole } from '../../format/index.js';
import { runWords as say } from '../../messages/training/run-messages.js';

/** How a model was trained, in a few sentences without full stops. */
export function algorithmWords({ algorithm, privacy }: TrainingRun): readonly string[] {
  const { name, optimizer, epochs, steps, learningRate, samplingRate, batch, regularization } = algorithm;
  const first = [
    say.algorithms[name](),
    ...(steps === null ? [] : [say.steps(formatWhole(steps), epochs === null ? null : formatPlain(epochs))]),
    ...(learningRate === null ? [] : [say.rate(formatPlain(learningRate), optimizer)]),
    ...(regularization === 0 ? [] : [say.regularization(formatPlain(regularization))]),
  ];
  return [
    first.join(', '),
    ...(samplingRate === null || batch === null
      ? []
      : [say.sampling(formatPercent(samplingRate), formatNumber(batch))]),
    ...clippingWords(algorithm),
    ...noiseWords(algorithm),
    ...(privacy.parts.length < 2
      ? []
      : privacy.parts.map((part) =>
          say.released(
            cleanText(part.name),
            formatWhole(part.count),
            part.noiseMultiplier === null ? null : formatNumber(part.noiseMultiplier),
          ),
        )),
  ];
}

function clippingWords({ clipping }: TrainingAlgorithmSummary): readonly string[] {
  if (clipping === null) return [];
  const { rule, ...settings } = clipping;
  const name = String(rule ?? '');
  const words = Object.hasOwn(say.clippingRules, name) ? say.clippingRules[name] : undefined;
  const listed = Object.entries(settings).map(([key, value]) =>
    say.setting(cleanText(key), typeof value === 'number' ? formatPlain(value) : cleanText(value)),
  );
  return [say.clipping(words ?? cleanText(name), listed.join(', '))];
}

function noiseWords({ noiseMultiplier, noiseDeviation }: TrainingAlgorithmSummary): readonly string[] {
  if (noiseMultiplier === null) return [];
  return [say.noiseText(formatNumber(noiseMultiplier), noiseDeviation === null ? null : formatNumber(noiseDeviation))];
}
