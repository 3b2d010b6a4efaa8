import { formOf } from './answers/form-of.js';
import { labelReader } from './answers/label-reader.js';
import { operatorOf } from './answers/operator-of.js';
import { type ScoreForm, scoreReader } from './answers/score-reader.js';
import { askRows } from './ask-rows.js';
import { inputOf } from './input-of.js';
import {
  labelsAreNumbers,
  namelessLabels,
  regression,
  unclearForm,
  unreadableModel,
  wrongClassCount,
  wrongForm,
  wrongOutputShape,
} from './messages.js';
import type { OnnxModel, OnnxOptions } from './onnx-model.js';
import { loadOnnxRuntime, type OnnxRuntime, type OnnxSession, type OnnxTensor } from './onnx-runtime.js';
import { type OnnxOutput, outputOf } from './output-of.js';
import { probe } from './probe.js';

/**
 * A classifier from an ONNX file, as scikit-learn, PyTorch, Keras and others export it: one float32 matrix in, and class probabilities, logits or labels out.
 * Runs on one thread, in Node (workers too) and in browsers. Rows are rounded to single precision. What a row is answered does not depend on its batch.
 *
 * @param bytes Contents of the file.
 * @throws DpfairError usage when onnxruntime-web is not installed; input for a file that is no model of rows, or does not say enough; when asked,
 * input for answers that are not what they should be.
 * @example
 * const model = await openOnnxModel(readFileSync('model.onnx'), { inputs: 5 });
 * const { probabilities } = await smooth(model.label, points, { smoothing, seed, classes: model.classes });
 */
export async function openOnnxModel(bytes: Uint8Array, options: OnnxOptions = {}): Promise<OnnxModel> {
  const runtime = options.runtime ?? (await loadOnnxRuntime());
  const session = await openSession(runtime, bytes, options.file);
  try {
    const input = inputOf(session.inputMetadata, options);
    const output = outputOf(session.outputMetadata, options);
    const ask = askRows(runtime, session, input, output.name);
    const answers = await probe(ask, input, output.name, options.file);
    const readers = output.holdsLabels
      ? labelReaders(output, answers, options)
      : scoreReaders(output, answers, options, bytes);
    const { classes, form, label, fill } = readers;
    return {
      inputs: input.width,
      input: input.name,
      output: output.name,
      classes,
      form,
      async label(batch, rows) {
        const found = await ask(batch, rows);
        return Int32Array.from({ length: rows }, (_, row) => label(found, row));
      },
      async answer(batch, rows) {
        const found = await ask(batch, rows);
        const probabilities = new Float64Array(rows * classes);
        for (let row = 0; row < rows; row++) fill(found, row, probabilities);
        return probabilities;
      },
      close: () => session.release(),
    };
  } catch (fault) {
    await session.release();
    throw fault;
  }
}

async function openSession(runtime: OnnxRuntime, bytes: Uint8Array, file?: string): Promise<OnnxSession> {
  // More threads would want shared memory, which few pages have, and callers have threads of their own.
  runtime.env.wasm.numThreads ??= 1;
  const settings = { executionProviders: ['wasm'], logSeverityLevel: 4 };
  try {
    return (await runtime.InferenceSession.create(bytes, settings)) as OnnxSession;
  } catch (cause) {
    throw unreadableModel(file, cause);
  }
}

type Answers = OnnxTensor['data'];

interface Readers {
  readonly classes: number;
  readonly form: OnnxModel['form'];
  readonly label: (answers: Answers, row: number) => number;
  readonly fill: (answers: Answers, row: number, probabilities: Float64Array) => void;
}

function labelReaders({ name, holdsTexts }: OnnxOutput, [zeros]: readonly Answers[], options: OnnxOptions): Readers {
  const { form = 'labels', labels, file } = options;
  if (form !== 'labels') throw labelsAreNumbers(file, name, form);
  if (zeros?.length !== 1) throw wrongOutputShape(file, name, String(zeros?.length));
  if (holdsTexts && labels === undefined) throw namelessLabels(file, name);
  const names = labels ?? [0, 1];
  const label = labelReader(names, file);
  return {
    classes: names.length,
    form,
    label,
    fill: (answers, row, probabilities) => {
      probabilities[row * names.length + label(answers, row)] = 1;
    },
  };
}

function scoreReaders(
  { name }: OnnxOutput,
  answers: readonly Answers[],
  options: OnnxOptions,
  bytes: Uint8Array,
): Readers {
  const { labels, file, formOption = 'a form' } = options;
  const columns = (answers[0] as Answers).length;
  const form = options.form ?? formOf(answers as readonly ArrayLike<number>[], columns);
  if (form === undefined) throw unclearForm(file, name, formOption);
  if (options.form === undefined && form.startsWith('logit')) {
    const operator = operatorOf(bytes, name) ?? '';
    if (operator.endsWith('Regressor')) throw regression(file, name, operator, columns, formOption);
  }
  const fitting: readonly string[] = columns === 1 ? ['probability', 'logit'] : ['probabilities', 'logits'];
  if (!fitting.includes(form)) throw wrongForm(file, name, form, columns);
  const reader = scoreReader(form as ScoreForm, columns, file);
  if (labels !== undefined && labels.length !== reader.classes)
    throw wrongClassCount(file, reader.classes, labels.length);
  return {
    classes: reader.classes,
    form,
    label: (found, row) => reader.label(found as ArrayLike<number>, row),
    fill: (found, row, probabilities) => reader.fill(found as ArrayLike<number>, row, probabilities),
  };
}
