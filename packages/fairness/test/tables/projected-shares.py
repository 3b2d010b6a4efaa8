"""Long simulation of shares after a projection, independent of the package: NumPy's generator, projection by sorting.

Writes projected-shares.json. Needs numpy. Controls with known means (noise, its square, clipped counts and products) are
regressed out; `standardErrors` are those of what is left, over blocks. usage: projected-shares.py [millions of trials]
"""
import json
import math
import pathlib
import sys

import numpy as np

MILLIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
BLOCK = 100_000
CASES = [
    {"post": "pos", "kind": "laplace", "spread": 10.0, "counts": [0, 3, 10, 40, 200], "weights": [1, 1.2, 0.8, 1, 1.1]},
    {"post": "simplex", "kind": "laplace", "spread": 10.0, "counts": [0, 3, 10, 40, 200], "weights": [1, 1.2, 0.8, 1, 1.1]},
]


def project(y, total):
    """Rows of y onto {v >= 0, sum v = total}."""
    down = -np.sort(-y, axis=1)
    k = np.arange(1, y.shape[1] + 1)
    thresholds = (np.cumsum(down, axis=1) - total) / k
    active = (down > thresholds).sum(axis=1)
    return np.maximum(y - thresholds[np.arange(len(y)), active - 1][:, None], 0)


def outcome(post, noisy, x, a):
    if post == "pos":
        shares = a * noisy
        shares /= shares.sum(axis=1, keepdims=True)
        return project(shares, 1.0)
    shares = a * project(noisy, x.sum())
    return shares / shares.sum(axis=1, keepdims=True)


def controls(noise, x, b):
    """Functions of the Laplace noise of which the means are known; returned less these means."""
    clipped = np.maximum(x + noise, 0) - (x + b / 2 * np.exp(-x / b))
    linear = noise / b
    square = linear**2 - 2
    pairs = [linear[:, i] * linear[:, j] for i in range(len(x)) for j in range(i)]
    mixed = [linear[:, i] * clipped[:, j] / b for i in range(len(x)) for j in range(len(x)) if i != j]
    return np.column_stack([linear, square, clipped / b, *pairs, *mixed])


def long_run(case, rng):
    x, a, b = np.array(case["counts"], float), np.array(case["weights"], float), case["spread"]
    truth = a * x / (a * x).sum()
    slope = None
    means = []
    for _ in range(MILLIONS * 1_000_000 // BLOCK):
        noise = rng.laplace(0, b, (BLOCK, len(x)))
        share = outcome(case["post"], x + noise, x, a)
        control = controls(noise, x, b)
        if slope is None:  # from a block of its own, so that the rest is unbiased
            slope = np.linalg.lstsq(np.column_stack([np.ones(BLOCK), control]), share, rcond=None)[0][1:]
            continue
        means.append(share.mean(axis=0) - control.mean(axis=0) @ slope)
    means = np.array(means)
    return means.mean(axis=0) - truth, means.std(axis=0, ddof=1) / math.sqrt(len(means))


rows = []
for number, case in enumerate(CASES):
    bias, error = long_run(case, np.random.default_rng([20_261_122, number]))
    rows.append({**case, "bias": bias.tolist(), "standardErrors": error.tolist()})
    print(rows[-1], flush=True)
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(rows, indent=2) + "\n")
