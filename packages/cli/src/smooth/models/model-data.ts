import type { OnnxForm } from '@dpfair/individual';
import type { TrainedModel } from '@dpfair/learning';

/** An ONNX file, and what was found out of it. */
export interface OnnxData {
  readonly kind: 'onnx';
  readonly bytes: Uint8Array;
  /** Name, for errors. */
  readonly file: string;
  readonly inputs: number;
  readonly output: string;
  readonly form: OnnxForm;
  /** What the file calls its classes, in the order of those of the label. */
  readonly labels: readonly string[];
}

/** A model as plain data, which can be sent to a thread and opened there. */
export type ModelData = { readonly kind: 'trained'; readonly model: TrainedModel } | OnnxData;
