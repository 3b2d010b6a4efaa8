export type { OnnxForm, OnnxModel, OnnxOptions } from './onnx-model.js';
export type { OnnxRuntime } from './onnx-runtime.js';
export { openOnnxModel } from './open-onnx-model.js';
