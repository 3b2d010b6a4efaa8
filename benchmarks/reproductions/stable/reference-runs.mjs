// ZVRG by SciPy, written apart from this project's solver: mean log-loss + lambda |w|^2, intercept penalised, groups as features; 3 to 4
// repetitions on a split of its own. Settings named as in runs.mjs: what was called standardised there leaves 0/1 columns of groups as they are.
const table = {
  'none-45222 race': [
    [0.84, 0.591, 66],
    [0.831, 0.732, 32],
    [0.81, 0.885, 25],
    [0.803, 0.638, 14],
  ],
  'but-groups-45222 race': [
    [0.84, 0.592, 69],
    [0.836, 0.747, 66],
    [0.835, 0.772, 66],
    [0.832, 0.779, 62],
  ],
  'but-groups-30162 race': [
    [0.852, 0.5, 56],
    [0.847, 0.705, 54],
    [0.844, 0.72, 54],
    [0.84, 0.782, 50],
  ],
  'none-45222 sex': [
    [0.838, 0.47, 69],
    [0.823, 0.452, 44],
    [0.81, 0.486, 51],
    [0.806, 0.363, 19],
  ],
  'but-groups-45222 sex': [
    [0.838, 0.432, 205],
    [0.833, 0.462, 58],
    [0.831, 0.452, 59],
    [0.83, 0.416, 58],
  ],
  'but-groups-30162 sex': [
    [0.849, 0.423, 171],
    [0.845, 0.506, 66],
    [0.844, 0.492, 54],
    [0.84, 0.451, 38],
  ],
};

/** One line a setting, group and lambda. */
export const referenceRuns = Object.entries(table).flatMap(([key, runs]) => {
  const [setting, group] = key.split(' ');
  return runs.map(([accuracy, statisticalRate, stab], k) => ({
    ...{ setting, group, lambda: [0, 0.01, 0.02, 0.05][k] },
    ...{ accuracy, statisticalRate, stab },
  }));
});
