/** @typedef {{ weights: Float64Array, biases: Float64Array, inputs: number, outputs: number }} Layer Weights as inputs x outputs. */

/** A network of ReLU layers, ending in logits, as the bytes of an ONNX file (protocol buffers: https://protobuf.dev/programming-guides/encoding). @param {Layer[]} layers */
export function onnxBytes(layers) {
  const last = layers.length - 1;
  const nodes = layers.flatMap((_, k) => [
    node('Gemm', [k === 0 ? 'x' : `r${k - 1}`, `w${k}`, `b${k}`], k === last ? 'y' : `g${k}`),
    ...(k === last ? [] : [node('Relu', [`g${k}`], `r${k}`)]),
  ]);
  const constants = layers.flatMap(({ weights, biases, inputs, outputs }, k) => [
    constant(`w${k}`, [inputs, outputs], weights),
    constant(`b${k}`, [outputs], biases),
  ]);
  const graph = [
    ...nodes.map((each) => part(1, each)),
    part(2, text('network')),
    ...constants.map((each) => part(5, each)),
    part(11, matrix('x', layers[0].inputs)),
    part(12, matrix('y', layers[last].outputs)),
  ];
  return Uint8Array.from([...number(1, 8), ...part(7, graph.flat()), ...part(8, [...part(1, []), ...number(2, 17)])]);
}

const node = (kind, inputs, output) => [
  ...inputs.flatMap((name) => part(1, text(name))),
  ...part(2, text(output)),
  ...part(4, text(kind)),
];

const constant = (name, sizes, values) => [
  ...sizes.flatMap((size) => number(1, size)),
  ...number(2, 1),
  ...part(8, text(name)),
  ...part(9, [...new Uint8Array(Float32Array.from(values).buffer)]),
];

function matrix(name, columns) {
  const rows = part(1, part(2, text('rows')));
  const shape = part(2, [...rows, ...part(1, number(1, columns))]);
  return [...part(1, text(name)), ...part(2, part(1, [...number(1, 1), ...shape]))];
}

const text = (words) => [...new TextEncoder().encode(words)];
const part = (field, bytes) => [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
const number = (field, value) => [...varint(field * 8), ...varint(value)];

function varint(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    if (rest < 128) return bytes;
  }
}
