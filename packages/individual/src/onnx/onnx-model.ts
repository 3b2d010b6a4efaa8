import type { Answerer } from '../audit/index.js';
import type { Labeller } from '../smooth/index.js';
import type { OnnxRuntime } from './onnx-runtime.js';

/**
 * What the numbers of an output are: a column for each class, as probabilities or as logits; one column, the probability or the logit of the second of
 * two classes; or the names of classes.
 */
export type OnnxForm = 'probabilities' | 'logits' | 'probability' | 'logit' | 'labels';

export interface OnnxOptions {
  /** Columns of the rows that will be asked about; must agree with the file. @default what the file says */
  readonly inputs?: number;
  /** The output to read. @default the only float32 tensor, or else the only tensor of labels */
  readonly output?: string;
  /**
   * What its numbers are. A regression of one number looks like a logit: where the file does not tell (it does where a regressor of the ONNX-ML
   * operators makes them, which is refused), say so, or do not take such a file.
   * @default found by asking the model about nine rows, from all 0 to a thousand either way
   */
  readonly form?: OnnxForm;
  /** What the file calls its classes, in the order of the numbers that answers give them. @default 0 and 1 where it answers with labels */
  readonly labels?: readonly (string | number)[];
  /** Name of the file, for messages. @default none */
  readonly file?: string;
  /** What `form` is called where the user gives it, for messages, such as the name of an option. @default 'a form' */
  readonly formOption?: string;
  /** The module of onnxruntime-web, where a build of it other than the one that is installed is wanted. @default import('onnxruntime-web') */
  readonly runtime?: OnnxRuntime;
}

/** A model from an ONNX file. */
export interface OnnxModel {
  /** The most probable class, the earlier of two equally probable ones. */
  readonly label: Labeller;
  /** Probabilities of all classes; of a model that answers with labels, 1 for the class it names. */
  readonly answer: Answerer;
  /** Columns of a row. */
  readonly inputs: number;
  readonly classes: number;
  readonly input: string;
  readonly output: string;
  readonly form: OnnxForm;
  /** Frees the memory of the model. */
  close(): Promise<void>;
}
