"""Smoothing by NumPy in single precision: one line of JSON in, one line of JSON out, so that start-up is not timed.

The first line holds the network, the points and the scale of the noise; a job is {"samples": n}. Noise and network go through the rows in
blocks, which stay in the cache.
"""
import json
import sys
import time

import numpy as np

BLOCK = 2048
setting = json.loads(sys.stdin.readline())
layers = [
    (np.array(layer["weights"], np.float32).reshape(layer["inputs"], -1), np.array(layer["biases"], np.float32))
    for layer in setting["layers"]
]
points = np.array(setting["points"], np.float32).reshape(-1, layers[0][0].shape[0])
scale = np.float32(setting["spread"])
rng = np.random.default_rng(1)
print(json.dumps({"numpy": np.__version__}), flush=True)


def smoothed(samples):
    probabilities = np.zeros(len(points))
    for k, point in enumerate(points):
        for start in range(0, samples, BLOCK):
            rows = min(BLOCK, samples - start)
            x = rng.standard_normal((rows, len(point)), dtype=np.float32)
            x *= scale
            x += point
            for weights, biases in layers[:-1]:
                x = x @ weights
                x += biases
                np.maximum(x, 0, out=x)
            x = x @ layers[-1][0] + layers[-1][1]
            probabilities[k] += np.count_nonzero(x[:, 1] > x[:, 0])
    return probabilities / samples


for line in sys.stdin:
    job = json.loads(line)
    started = time.perf_counter()
    found = smoothed(job["samples"])
    ms = 1000 * (time.perf_counter() - started)
    print(json.dumps({"ms": ms, "probabilities": found.tolist()}), flush=True)
