import type { OnnxInput } from './input-of.js';
import type { OnnxRuntime, OnnxSession, OnnxTensor } from './onnx-runtime.js';

/** Asks about `rows` rows of columns. */
export type AskRows = (batch: ArrayLike<number>, rows: number) => Promise<OnnxTensor['data']>;

// All sessions of a thread share the memory and the stack of one WASM module, and give way to each other within a run.
let turn: Promise<unknown> = Promise.resolve();

/** Errors are thrown; the runtime need not print them too. */
const quiet = { logSeverityLevel: 4 };

/** Rows of a model whose file fixes how many it takes are asked about so many at a time, the last ones filled up with zeros. */
export function askRows({ Tensor }: OnnxRuntime, session: OnnxSession, input: OnnxInput, output: string): AskRows {
  const run = async (values: Float32Array, rows: number) => {
    const asked = turn.then(() =>
      session.run({ [input.name]: new Tensor('float32', values, [rows, input.width]) }, [output], quiet),
    );
    turn = asked.catch(() => {});
    return (await asked)[output] as OnnxTensor;
  };
  return async (batch, rows) => {
    const { width, rows: fixed = rows } = input;
    const values = new Float32Array(Math.ceil(rows / fixed) * fixed * width);
    for (let k = 0; k < rows * width; k++) values[k] = batch[k] as number;
    if (fixed === rows) return (await run(values, rows)).data;
    const answers: (number | bigint | string)[] = [];
    for (let from = 0; from < rows; from += fixed) {
      const { data } = await run(values.subarray(from * width, (from + fixed) * width), fixed);
      const some = Math.min(fixed, rows - from) * (data.length / fixed);
      for (let k = 0; k < some; k++) answers.push(data[k] as number);
    }
    return answers;
  };
}
