import { openOnnxModel } from '@dpfair/individual';
import type { ModelData } from './model-data.js';
import { openTrained } from './open-trained.js';
import type { OpenedModel } from './opened-model.js';

/** Opens a model. @throws DpfairError `usage` where onnxruntime-web is needed and not installed */
export async function openModel(data: ModelData): Promise<OpenedModel> {
  return data.kind === 'trained' ? openTrained(data.model) : openOnnxModel(data.bytes, data);
}

/** Opens a model for as long as it is used. @throws DpfairError as {@link openModel}, and what its use throws */
export async function withModel<Used>(data: ModelData, use: (model: OpenedModel) => Promise<Used>): Promise<Used> {
  const model = await openModel(data);
  try {
    return await use(model);
  } finally {
    await model.close();
  }
}
