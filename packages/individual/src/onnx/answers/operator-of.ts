// Fields of ModelProto, GraphProto and NodeProto as onnx.proto numbers them; wire format: Protocol Buffers, "Encoding".

/** Part of every JavaScript runtime, but not of the language's own library. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const GRAPH = 7;
const NODE = 1;
const [INPUT, OUTPUT, OPERATOR] = [1, 2, 4];

/** Operators that hand on numbers as they are. */
const passing = new Set(['Identity', 'Cast', 'Reshape', 'Flatten', 'Squeeze', 'Unsqueeze', 'Transpose']);

interface Operation {
  readonly operator: string;
  readonly input: string | undefined;
}

/**
 * Name of the operator whose numbers an output of an ONNX file has, behind those that hand them on unchanged: `Sigmoid`, `LinearRegressor`; null where the
 * output is made by none, such as an input that is handed on.
 *
 * @param bytes Contents of a file that onnxruntime-web opens.
 */
export function operatorOf(bytes: Uint8Array, output: string): string | null {
  const operations = new Map<string, Operation>();
  for (const graph of partsOf(bytes, GRAPH)) {
    for (const node of partsOf(graph, NODE)) {
      const [operator = ''] = textsOf(node, OPERATOR);
      const [input] = textsOf(node, INPUT);
      for (const name of textsOf(node, OUTPUT)) operations.set(name, { operator, input });
    }
  }
  let operation = operations.get(output);
  // Graphs have no cycles: no more operations are followed than there are.
  for (let k = 0; k < operations.size && operation !== undefined && passing.has(operation.operator); k++) {
    operation = operations.get(operation.input ?? '');
  }
  return operation?.operator ?? null;
}

function textsOf(message: Uint8Array, field: number): readonly string[] {
  return [...partsOf(message, field)].map((part) => new TextDecoder().decode(part));
}

/** The bytes of every part of a message that is this field: a text, or a message of its own. Other fields are passed over. */
function* partsOf(message: Uint8Array, field: number): Generator<Uint8Array> {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; at < message.length; factor *= 128) {
      const byte = message[at++] as number;
      value += (byte % 128) * factor;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < message.length) {
    const tag = number();
    const wire = tag % 8;
    if (wire === 0) number();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else {
      const length = number();
      if (Math.floor(tag / 8) === field) yield message.subarray(at, at + length);
      at += length;
    }
  }
}
