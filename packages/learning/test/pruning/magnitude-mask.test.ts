import { describeModel, magnitudeMask, makeModel } from '@dpfair/learning';
import { expect, it } from 'vitest';

// Layers: weights 2 x 2, biases 2; weights 2 x 1, bias 1.
const network = makeModel(describeModel({ kind: 'network', inputs: 2, classes: 2, hidden: [2] }));
const parameters = Float64Array.of(5, -1, 1, 4, 0.1, 0.2, -0.5, 3, 0.01);

it('the smallest weights of all layers together go, the earlier of equal ones first, and biases stay', () => {
  const { kept, pruned, weights } = magnitudeMask(network, parameters, 2 / 6);
  expect([...kept]).toEqual([1, 0, 1, 1, 1, 1, 0, 1, 1]);
  expect([pruned, weights]).toEqual([2, 6]);
});

it('biases go like weights where that is asked for', () => {
  const { kept, pruned, weights } = magnitudeMask(network, parameters, 4 / 9, true);
  expect([...kept]).toEqual([1, 1, 1, 1, 0, 0, 0, 1, 0]);
  expect([pruned, weights]).toEqual([4, 9]);
});

it('a rate of 0 keeps all, a rate of 1 only the biases, and parts of weights are rounded', () => {
  expect(magnitudeMask(network, parameters, 0).kept).toEqual(new Uint8Array(9).fill(1));
  expect([...magnitudeMask(network, parameters, 1).kept]).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 1]);
  expect(magnitudeMask(network, parameters, 0.26).pruned).toBe(2);
  expect(magnitudeMask(network, parameters, 0.24).pruned).toBe(1);
});

it.each([-0.1, 1.1, Number.NaN])('a rate of %s is refused', (rate) => {
  expect(() => magnitudeMask(network, parameters, rate)).toThrow(/pruning rate/);
});
