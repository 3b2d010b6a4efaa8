import { encodingSchema, type TrainingResult } from '@dpfair/result';
import { cleanText, formatNumber } from '../../format/index.js';
import { runWords as say } from '../../messages/training/run-messages.js';

/** What the loss is measured in; null where the model is not known. */
export function lossUnit({ model, data }: Pick<TrainingResult, 'model' | 'data'>): string | null {
  if (model === null || data === null) return null;
  const encoding = encodingSchema.safeParse(data.encoding);
  const scaling = encoding.success ? encoding.data.label.scaling : null;
  if (model.loss !== 'squared' || scaling === null) return say.lossUnits[model.loss]();
  const label = cleanText(data.label);
  return scaling.scaledBy === 'nothing'
    ? say.squaredUnit(label)
    : say.squaredDeviations(label, formatNumber(scaling.deviation));
}
