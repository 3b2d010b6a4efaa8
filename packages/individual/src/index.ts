export * from './audit/index.js';
export * from './guarantee/index.js';
export * from './metrics/index.js';
export * from './onnx/index.js';
export * from './smooth/index.js';
export * from './smoothing/index.js';
export * from './task/index.js';
