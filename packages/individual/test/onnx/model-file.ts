import { readFileSync } from 'node:fs';

/** Bytes of a file in `models`. */
export const modelFile = (name: string): Uint8Array => readFileSync(new URL(`models/${name}.onnx`, import.meta.url));
