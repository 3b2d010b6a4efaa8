/** Names of trainings and of what they guarantee. Every argument is text that is already formatted. */
export const runWords = {
  epsilon: (epsilon: string) => `epsilon ${epsilon}`,
  noise: (multiplier: string) => `noise multiplier ${multiplier}`,
  loggedNoise: () => 'the logged noise',
  unknownGuarantee: (reason: string) => `not known: ${reason}`,
  noBudget: () => 'no stated budget',
  withRemedy: (budget: string, remedy: string) => `${budget}, ${remedy}`,
  again: (label: string, count: string) => `${label} (${count})`,
  notPrivate: (reason: string) => `not private: ${reason}`,
  noReason: () => 'no reason was recorded',
  noGuarantee: () => 'no guarantee was computed',
  delta: (odds: string) => ` and delta ${odds}`,
  neighbours: {
    'add-remove': () => 'for data that differ by one row more or less',
    replace: () => 'for data that differ by one row replaced by another',
  },
  accounted: (how: string) => `, composed by ${how}`,

  network: (hidden: string, activation: string) => `a network with ${hidden} hidden units (${activation})`,
  layers: (units: readonly string[]) => units.join(' and '),
  kinds: {
    logistic: () => 'logistic regression',
    softmax: () => 'softmax regression',
    linear: () => 'linear regression',
    svm: () => 'a support vector machine with a smooth hinge',
    network: () => 'a network',
  },
  losses: {
    logistic: () => 'logistic loss',
    softmax: () => 'cross-entropy',
    squared: () => 'half the squared error',
    'smooth-hinge': () => 'smooth hinge loss',
  },
  lossUnits: {
    logistic: () => 'in nats: minus the natural logarithm of the probability of the right class',
    softmax: () => 'in nats: minus the natural logarithm of the probability of the right class',
    squared: () => 'half the squared error, of the label as the model has it',
    'smooth-hinge': () =>
      'a number without unit: 1 for a row on the boundary, 0 for one that is right beyond the margin',
  },
  squaredUnit: (label: string) => `half the squared error, in the squared unit of ${label}`,
  squaredDeviations: (label: string, deviation: string) =>
    `half the squared error, in squared standard deviations of ${label} (one is ${deviation})`,
  model: (kind: string, inputs: string, parameters: string, loss: string, convex: boolean) =>
    `${kind}: ${inputs} inputs, ${parameters} parameters, ${loss}${convex ? ', convex' : ', not convex'}`,

  algorithms: {
    'dp-sgd': () => 'private stochastic gradient descent (DP-SGD)',
    'output-perturbation': () => 'the best parameters with noise on them (output perturbation)',
    'objective-perturbation': () => 'minimum of a loss with noise in it (objective perturbation)',
  },
  steps: (steps: string, epochs: string | null) =>
    epochs === null ? `${steps} steps` : `${steps} steps (${epochs} ${epochs === '1' ? 'epoch' : 'epochs'})`,
  rate: (rate: string, optimizer: string | null) =>
    `learning rate ${rate}${optimizer === null ? '' : ` (${optimizer})`}`,
  regularization: (lambda: string) => `penalty ${lambda}/2 times the squared length of the parameters`,
  sampling: (rate: string, batch: string) =>
    `each step draws every row with probability ${rate}, independently of the others (Poisson sampling), and divides the sum of gradients by ${batch}, the expected number of rows, whatever the number drawn: the divisor tells nothing of anyone`,
  clipping: (rule: string, settings: string) =>
    `gradients of single rows are clipped: ${rule}${settings === '' ? '' : ` (${settings})`}`,
  clippingRules: {
    logged: 'by a rule that the log does not name',
    flat: 'to one largest length',
    'per-layer': 'each layer to a largest length of its own',
    automatic: 'all to about the same length (automatic)',
    adaptive: 'to a length that follows a noisy quantile',
    'by-group': 'to a length for each group, by noisy counts (DPSGD-F)',
    global: 'scaled down together, and left out where longer than a limit (DPSGD-Global)',
    parity: 'to one largest length, each group weighted by a multiplier that rises with its loss (Lagrangian parity)',
    'global-adaptive': 'scaled down together, with a limit that adapts (DPSGD-Global-Adapt)',
  } as Readonly<Record<string, string>>,
  noiseText: (multiplier: string, deviation: string | null) =>
    `Gaussian noise of ${multiplier} times the largest contribution of a row${deviation === null ? '' : `; standard deviation ${deviation} on each coordinate`}`,
  deviationText: (deviation: string) =>
    `Gaussian noise, with standard deviation ${deviation} on each coordinate of the averaged first step`,
  released: (name: string, count: string, multiplier: string | null) =>
    `${name}, ${count} ${count === '1' ? 'time' : 'times'}${multiplier === null ? '' : ` with noise multiplier ${multiplier}`}`,
  several: (text: string, times: string) => `${text} (${times} such)`,
  settings: (settings: string) => `settings of the remedy: ${settings}`,
  setting: (name: string, value: string) => `${name} ${value}`,
} as const;
