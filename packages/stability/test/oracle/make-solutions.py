"""Solutions of small convex stable-fair programs by SciPy's sequential quadratic programming, on epigraph forms where the loss has a corner.

Writes solutions.jsonl beside itself, the data in its first line: python3 make-solutions.py (numpy 2.4, scipy 1.17). Scores are good to about 1e-6.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize

rng = np.random.default_rng(20261122)
rows, columns, weight = 24, 3, 0.05
features = np.round(rng.normal(size=(rows, columns)) + [0, 2, -1], 3)
group = rng.integers(0, 3, rows)
features[:, 0] += 0.8 * (group == 1)
labels = np.where(features[:, 0] - features[:, 1] + 2 + rng.normal(size=rows) > 0, 1, -1)
design = np.hstack([features, np.ones((rows, 1))])
normals = np.array([design.T @ ((group == v) - np.mean(group == v)) / rows for v in range(3)])


def solve(loss, bound, intercept):
    used = design[:, :columns] if intercept == "none" else design
    size = used.shape[1]
    counted = np.ones(size)
    if intercept == "free":
        counted[-1] = 0
    slack = rows if loss == "hinge" else 0

    def value(x):
        w, margin = x[:size], labels * (used @ x[:size])
        mean = {
            "logistic": lambda: np.mean(np.logaddexp(0, -margin)),
            "squared": lambda: np.mean((1 - margin) ** 2),
            "hinge": lambda: np.mean(x[size:]),
        }[loss]()
        return mean + weight * np.sum(counted * w * w)

    def slope(x):
        w, margin = x[:size], labels * (used @ x[:size])
        by = {
            "logistic": lambda: -labels / (1 + np.exp(margin)),
            "squared": lambda: 2 * (margin - 1) * labels,
            "hinge": lambda: np.zeros(rows),
        }[loss]()
        return np.concatenate([used.T @ by / rows + 2 * weight * counted * w, np.full(slack, 1 / rows)])

    limits = []
    if bound is not None:
        ours = np.hstack([normals[:, :size], np.zeros((3, slack))])
        limits.append({"type": "ineq", "fun": lambda x: bound - ours @ x, "jac": lambda x: -ours})
        limits.append({"type": "ineq", "fun": lambda x: bound + ours @ x, "jac": lambda x: ours})
    if slack:
        above = np.hstack([labels[:, None] * used, np.eye(rows)])
        below = np.hstack([np.zeros((rows, size)), np.eye(rows)])
        limits.append({"type": "ineq", "fun": lambda x: above @ x - 1, "jac": lambda x: above})
        limits.append({"type": "ineq", "fun": lambda x: below @ x, "jac": lambda x: below})
    start = np.concatenate([np.zeros(size), np.ones(slack)])
    found = minimize(value, start, jac=slope, method="SLSQP", constraints=limits, options={"maxiter": 2000, "ftol": 1e-15})
    return {
        "loss": loss,
        "bound": bound,
        "intercept": intercept,
        "objective": float(found.fun),
        "scores": [round(float(s), 7) for s in used @ found.x[:size]],
    }


cases = [
    solve(loss, bound, intercept)
    for loss in ("logistic", "squared", "hinge")
    for bound in (None, 0.05, 0.01)
    for intercept in ("penalised", "free", "none")
]
data = {"weight": weight, "features": features.tolist(), "group": group.tolist(), "labels": labels.tolist()}
path = pathlib.Path(__file__).with_name("solutions.jsonl")
path.write_text("".join(json.dumps(line) + "\n" for line in [data, *cases]))
