import type { AskRows } from './ask-rows.js';
import type { OnnxInput } from './input-of.js';
import { dependsOnOthers, unaskableModel, wrongOutputShape } from './messages.js';
import type { OnnxTensor } from './onnx-runtime.js';

/** Answers may differ by so much of their size between batches before the rows are said to depend on each other. */
const BATCH_SLACK = 1e-4;

/**
 * Answers of a model about rows of zeros, ones and thousands, either way and with signs in turn, each asked about alone. Rows at which the model fails
 * are left out, except that of zeros.
 *
 * @throws DpfairError input when it fails at zeros, answers with the wrong number of values, or answers otherwise when asked about all at once.
 */
export async function probe(
  ask: AskRows,
  { width }: OnnxInput,
  output: string,
  file?: string,
): Promise<readonly OnnxTensor['data'][]> {
  const zeros = new Float64Array(width);
  const answers = [await ask(zeros, 1).catch((cause: unknown) => Promise.reject(unaskableModel(file, cause)))];
  const columns = (answers[0] as OnnxTensor['data']).length;
  if (columns === 0) throw wrongOutputShape(file, output, '0');
  const rows = [zeros];
  for (const size of [1, 1000]) {
    for (const [even, odd] of [
      [size, size],
      [-size, -size],
      [size, -size],
      [-size, size],
    ] as const) {
      const row = zeros.map((_, i) => (i % 2 === 0 ? even : odd));
      const answer = await ask(row, 1).catch(() => undefined);
      if (answer === undefined) continue;
      if (answer.length !== columns) throw wrongOutputShape(file, output, `${answer.length}, once ${columns}`);
      rows.push(row);
      answers.push(answer);
    }
  }
  const together = await ask(
    rows.flatMap((row) => Array.from(row)),
    rows.length,
  ).catch(() => undefined);
  const alone = answers.flatMap((answer) => Array.from(answer));
  if (together?.length !== alone.length || !alone.every((value, k) => isSame(value, together[k])))
    throw dependsOnOthers(file, output);
  return answers;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || typeof a !== 'number' || typeof b !== 'number') return Object.is(a, b);
  return Math.abs(a - b) <= BATCH_SLACK * Math.max(1, Math.abs(a));
}
