import { type Labeller, openOnnxModel } from '@dpfair/individual';
import type { ModelData } from './model-data.js';
import { openTrained } from './open-trained.js';
import type { OpenedModel } from './opened-model.js';

/** Opens a model. @throws DpfairError `usage` where onnxruntime-web is needed and not installed */
export async function openModel(data: ModelData): Promise<OpenedModel> {
  return data.kind === 'trained' ? openTrained(data.model) : openOnnxModel(data.bytes, data);
}

/** The classifier alone: what smoothing asks. */
export const openLabeller = async (data: ModelData): Promise<Labeller> => (await openModel(data)).label;
