import { noOnnxRuntime } from './messages.js';

/** What is used of onnxruntime-web; its module is one of these. */
export interface OnnxRuntime {
  readonly env: { readonly wasm: { numThreads?: number | undefined } };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown;
  readonly InferenceSession: {
    create(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<unknown>;
  };
}

/** What a file says of an input or an output: without a type when it is no tensor. Sizes left open are names, or numbers that are not positive 31-bit ones. */
export interface OnnxValue {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  readonly shape?: readonly (number | string)[];
}

export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number | bigint | string>;
}

export interface OnnxSession {
  readonly inputMetadata: readonly OnnxValue[];
  readonly outputMetadata: readonly OnnxValue[];
  run(
    feeds: Readonly<Record<string, unknown>>,
    fetches: readonly string[],
    settings: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, OnnxTensor>>;
  release(): Promise<void>;
}

/**
 * onnxruntime-web, which is an optional peer: it is large, and only those who bring an ONNX file need it.
 *
 * @throws DpfairError usage, with what to install, when it is not there.
 */
export async function loadOnnxRuntime(
  load: () => Promise<unknown> = () => import('onnxruntime-web'),
): Promise<OnnxRuntime> {
  try {
    return (await load()) as OnnxRuntime;
  } catch (cause) {
    throw noOnnxRuntime(cause);
  }
}

/** The fixed number of a dimension; undefined where the file leaves it open. */
export function fixedSize(size: number | string | undefined): number | undefined {
  return typeof size === 'number' && size > 0 && size < 2 ** 31 ? size : undefined;
}
