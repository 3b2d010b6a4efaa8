import { DpfairError } from '@dpfair/result';

type Where = string | undefined;

const inFile = (file: Where, what: string, value: string | number, allowed: string, cause?: unknown): DpfairError =>
  new DpfairError('input', { ...(file === undefined ? {} : { file }), what, value, allowed }, { cause });

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] as string;

export const noOnnxRuntime = (cause: unknown): DpfairError =>
  new DpfairError(
    'usage',
    {
      what: 'onnxruntime-web, which runs ONNX models',
      value: 'not found',
      allowed: 'install it beside dpfair: npm install onnxruntime-web@1.30',
    },
    { cause },
  );

export const unreadableModel = (file: Where, cause: unknown): DpfairError =>
  inFile(file, 'ONNX model', firstLine(cause), 'a file that onnxruntime-web can open', cause);

export const wrongInputs = (file: Where, names: readonly string[]): DpfairError =>
  inFile(
    file,
    'inputs of the ONNX model',
    names.join(', ') || 'none',
    'one float32 tensor of rows x columns: export the model with all columns in one',
  );

export const wrongInputType = (file: Where, name: string, type: string): DpfairError =>
  inFile(file, `type of the input ${name}`, type, 'float32: smoothing adds noise to numbers');

export const wrongInputShape = (file: Where, name: string, shape: string): DpfairError =>
  inFile(file, `shape of the input ${name}`, shape, 'rows x columns');

export const wrongInputWidth = (file: Where, name: string, found: number, wanted: number): DpfairError =>
  inFile(file, `columns that the input ${name} takes`, found, `${wanted}, the columns of the rows`);

export const openInputWidth = (file: Where, name: string): DpfairError =>
  inFile(file, `columns that the input ${name} takes`, 'left open by the file', 'a number of inputs given with it');

export const unknownOutput = (file: Where, name: string, outputs: readonly string[]): DpfairError =>
  inFile(file, 'output of the ONNX model', name, outputs.join(', '));

export const severalOutputs = (file: Where, outputs: readonly string[]): DpfairError =>
  inFile(file, 'outputs of the ONNX model', outputs.join(', '), 'one of them chosen by its name');

/** What an output is that is no tensor: of scikit-learn a list of maps. */
export const noTensor = 'no tensor';

const readableOutput = (kinds: string): string =>
  `a tensor of float32, or of int64, int32 or string labels${kinds.includes(noTensor) ? "; maps of probabilities, which skl2onnx writes unless told otherwise, become one by options={'zipmap': False}" : ''}`;

export const wrongOutput = (file: Where, name: string, kind: string): DpfairError =>
  inFile(file, `output ${name}`, kind, readableOutput(kind));

export const noOutput = (file: Where, kinds: string): DpfairError =>
  inFile(file, 'outputs of the ONNX model', kinds, readableOutput(kinds));

export const wrongOutputShape = (file: Where, name: string, shape: string): DpfairError =>
  inFile(file, `shape of what the output ${name} answers for one row`, shape, '1, or 1 x classes');

export const unaskableModel = (file: Where, cause: unknown): DpfairError =>
  inFile(file, 'ONNX model, asked about a row of zeros', firstLine(cause), 'an answer', cause);

export const dependsOnOthers = (file: Where, name: string): DpfairError =>
  inFile(
    file,
    `what the output ${name} answers for a row`,
    'depends on the other rows that are asked about',
    'one answer for a row, whoever else is asked about',
  );

export const unclearForm = (file: Where, name: string, option: string): DpfairError =>
  inFile(
    file,
    `numbers of the output ${name}`,
    'neither probabilities with sum 1 nor surely logits',
    `${option} given with it: probabilities or logits`,
  );

export const regression = (file: Where, name: string, operator: string, columns: number, option: string): DpfairError =>
  inFile(
    file,
    `output ${name}, whose numbers are not within 0 and 1`,
    `made by ${operator}, a regression`,
    columns === 1
      ? `a model of classes; where the number is a logit of the second of two classes, ${option} given with it: logit`
      : `a model of classes; where the numbers are logits, ${option} given with it: logits`,
  );

export const wrongForm = (file: Where, name: string, form: string, columns: number): DpfairError =>
  inFile(
    file,
    `form of the output ${name}, of ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    form,
    columns === 1 ? 'probability or logit' : 'probabilities or logits',
  );

export const labelsAreNumbers = (file: Where, name: string, form: string): DpfairError =>
  inFile(file, `form of the output ${name}, which has labels`, form, 'labels');

export const namelessLabels = (file: Where, name: string): DpfairError =>
  inFile(file, `labels of the output ${name}`, 'texts', 'their names given with it, in the order of the classes');

export const wrongClassCount = (file: Where, found: number, wanted: number): DpfairError =>
  inFile(file, 'classes of the ONNX model', found, `${wanted}, as many as labels are given`);

export const unknownLabel = (file: Where, row: number, label: string, labels: readonly string[]): DpfairError =>
  inFile(file, `label of the ONNX model for row ${row + 1} of a batch`, label, labels.join(', '));

export const noNumber = (file: Where, row: number, value: number, form: string): DpfairError =>
  inFile(file, `answer of the ONNX model for row ${row + 1} of a batch, read as ${form}`, value, allowedNumbers(form));

const allowedNumbers = (form: string): string =>
  form.startsWith('prob') ? 'numbers from 0 to 1, with sum 1' : 'a number';
