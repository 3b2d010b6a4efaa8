"""The headline work in idiomatic NumPy: one line of JSON in, one line of JSON out, so that start-up is not timed."""
import json
import sys
import time

import numpy as np


def project_rows(v):
    """Euclidean projection of each row onto the probability simplex, by sorting."""
    u = -np.sort(-v, axis=1)
    tops = (np.cumsum(u, axis=1) - 1) / np.arange(1, v.shape[1] + 1)
    last = np.count_nonzero(u > tops, axis=1) - 1
    return np.maximum(v - tops[np.arange(len(v)), last][:, None], 0)


def run(counts, weights, epsilons, trials, seed, batch=16):
    rng = np.random.default_rng(seed)
    truth = counts * weights / np.dot(counts, weights)
    results = []
    for epsilon in epsilons:
        sums = np.zeros((2, len(counts)))
        squares = np.zeros((2, len(counts)))
        for start in range(0, trials, batch):
            noisy = counts + rng.laplace(scale=1 / epsilon, size=(min(batch, trials - start), len(counts)))
            clipped = np.maximum(noisy, 0) * weights
            baseline = clipped / clipped.sum(axis=1, keepdims=True) - truth
            raw = noisy * weights
            pos = project_rows(raw / raw.sum(axis=1, keepdims=True)) - truth
            for k, error in enumerate((baseline, pos)):
                sums[k] += error.sum(axis=0)
                squares[k] += np.einsum("ij,ij->j", error, error)
        results.append([float(np.ptp(s / trials)) for s in sums])
    return results


job = json.loads(sys.stdin.readline())
counts, weights = np.array(job["counts"]), np.array(job["weights"])
print(json.dumps({"numpy": np.__version__, "python": sys.version.split()[0]}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    started = time.perf_counter()
    alpha = run(counts, weights, job["epsilons"], request["trials"], request["seed"])
    print(json.dumps({"ms": 1000 * (time.perf_counter() - started), "alpha": alpha}), flush=True)
