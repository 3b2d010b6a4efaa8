import type { TrainingAlgorithmSummary, TrainingPrivacy, TrainingRun } from '@dpfair/result';
import { cleanText, formatNumber, formatPercent, formatPlain, formatWhole } from '../../format/index.js';
import { runWords as say } from '../../messages/training/run-messages.js';

/** How a model was trained, in a few sentences without full stops. */
export function algorithmWords({ algorithm, privacy }: TrainingRun): readonly string[] {
  const { name, optimizer, epochs, steps, learningRate, samplingRate, batch, regularization } = algorithm;
  const first = [
    say.algorithms[name](),
    ...(steps === null ? [] : [say.steps(formatWhole(steps), epochs === null ? null : formatPlain(epochs))]),
    ...(learningRate === null ? [] : [say.rate(formatPlain(learningRate), optimizer)]),
    ...(regularization === null || regularization === 0 ? [] : [say.regularization(formatPlain(regularization))]),
  ];
  return [
    first.join(', '),
    ...(samplingRate === null || batch === null
      ? []
      : [say.sampling(formatPercent(samplingRate), formatNumber(batch))]),
    ...clippingWords(algorithm),
    ...noiseWords(algorithm),
    ...settingWords(algorithm),
    ...releasedWords(privacy),
  ];
}

function clippingWords({ clipping }: TrainingAlgorithmSummary): readonly string[] {
  if (clipping === null) return [];
  const { rule, ...settings } = clipping;
  const name = String(rule ?? '');
  const words = Object.hasOwn(say.clippingRules, name) ? say.clippingRules[name] : undefined;
  return [say.clipping(words ?? cleanText(name), Object.entries(settings).map(settingText).join(', '))];
}

/** Settings of a remedy that are not those of its clipping. */
function settingWords({ clipping, settings }: TrainingAlgorithmSummary): readonly string[] {
  const own = Object.entries(settings).filter(([key]) => clipping === null || !Object.hasOwn(clipping, key));
  return own.length === 0 ? [] : [say.settings(own.map(settingText).join(', '))];
}

/** A setting by its name in words: lossBound is the loss bound. */
function settingText([key, value]: readonly [string, unknown]): string {
  const name = cleanText(key).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return say.setting(name, typeof value === 'number' ? formatPlain(value) : cleanText(String(value)));
}

/** What was released besides the gradients, the same things counted. */
function releasedWords({ parts }: TrainingPrivacy): readonly string[] {
  if (parts.length < 2) return [];
  const texts = parts.map(({ name, count, noiseMultiplier }) =>
    say.released(cleanText(name), formatWhole(count), noiseMultiplier === null ? null : formatNumber(noiseMultiplier)),
  );
  return [...new Set(texts)].map((text) => {
    const times = texts.filter((other) => other === text).length;
    return times === 1 ? text : say.several(text, formatWhole(times));
  });
}

function noiseWords({ noiseMultiplier, noiseDeviation }: TrainingAlgorithmSummary): readonly string[] {
  if (noiseMultiplier === null) return noiseDeviation === null ? [] : [say.deviationText(formatNumber(noiseDeviation))];
  return [say.noiseText(formatNumber(noiseMultiplier), noiseDeviation === null ? null : formatNumber(noiseDeviation))];
}
