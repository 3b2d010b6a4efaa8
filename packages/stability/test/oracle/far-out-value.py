"""Least mean hinge loss of programs with one value far from all others, by SciPy's linear programming (HiGHS): the numbers in far-out-value.test.ts.

python3 far-out-value.py (numpy 2.4, scipy 1.17)
"""

import numpy as np
from scipy.optimize import linprog


def least(rows: int, far: float) -> float:
    state = 1

    def draw() -> float:
        nonlocal state
        state = state * 16807 % 2147483647
        return 2 * state / 2147483647 - 1

    features, labels = [], []
    for _ in range(rows):
        u, v = draw(), draw()
        features.append([u, v, 1])
        labels.append(1 if 2 * u + v + draw() > 0 else -1)
    features[1][0] = far
    labels[1] = 1
    margins = np.array(labels)[:, None] * np.array(features)
    return linprog(
        np.r_[np.zeros(3), np.full(rows, 1 / rows)],
        A_ub=np.hstack([-margins, -np.eye(rows)]),
        b_ub=-np.ones(rows),
        bounds=[(None, None)] * 3 + [(0, None)] * rows,
        method="highs",
    ).fun


for rows, far in ((100, 999), (100, -999), (100, 1e5), (1000, 9999)):
    print(rows, far, repr(least(rows, far)))
