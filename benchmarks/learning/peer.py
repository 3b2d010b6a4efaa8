"""Private training by peers: one line of JSON in, one line of JSON out, so that start-up is not timed.

`peer.py numpy` or `peer.py opacus`. A job is {"model": "logistic" | "network", "steps": s}: Poisson batches of 256 rows of
30,162 x 104 on average, each gradient clipped to 1, Gaussian noise, plain descent.
"""
import json
import sys
import time

import numpy as np

ROWS, NUMBERS, LEVELS, HIDDEN, BATCH, BOUND, SIGMA, RATE = 30_162, 6, (8, 16, 7, 14, 6, 5, 2, 40), 128, 256, 1.0, 1.0, 0.5


def made_rows(rng):
    x = np.zeros((ROWS, NUMBERS + sum(LEVELS)))
    x[:, :NUMBERS] = rng.standard_normal((ROWS, NUMBERS))
    at = NUMBERS
    for count in LEVELS:
        x[np.arange(ROWS), at + rng.integers(count, size=ROWS)] = 1
        at += count
    y = (rng.random(ROWS) < 1 / (1 + np.exp(1 - x[:, 0] - x[:, 1]))).astype(float)
    return x, y


def numpy_peer():
    rng = np.random.default_rng(1)
    x, y = made_rows(rng)
    width = x.shape[1]

    def noised(total):
        return (total + SIGMA * BOUND * rng.standard_normal(total.shape)) / BATCH

    def logistic(steps):
        w, b = np.zeros(width), np.zeros(1)
        for _ in range(steps):
            batch = np.flatnonzero(rng.random(ROWS) < BATCH / ROWS)
            xb = x[batch]
            residual = 1 / (1 + np.exp(-(xb @ w + b))) - y[batch]
            norm = np.abs(residual) * np.sqrt(np.einsum("ij,ij->i", xb, xb) + 1)
            own = residual * np.minimum(1, BOUND / norm)
            w -= RATE * noised(own @ xb)
            b -= RATE * noised(own.sum(keepdims=True))

    def network(steps):
        w1, b1 = rng.standard_normal((width, HIDDEN)) * np.sqrt(2 / width), np.zeros(HIDDEN)
        w2, b2 = rng.standard_normal(HIDDEN) * np.sqrt(2 / HIDDEN), np.zeros(1)
        for _ in range(steps):
            batch = np.flatnonzero(rng.random(ROWS) < BATCH / ROWS)
            xb = x[batch]
            hidden = np.maximum(xb @ w1 + b1, 0)
            residual = 1 / (1 + np.exp(-(hidden @ w2 + b2))) - y[batch]
            delta = residual[:, None] * w2 * (hidden > 0)
            square = residual**2 * (np.einsum("ij,ij->i", hidden, hidden) + 1)
            square += (np.einsum("ij,ij->i", xb, xb) + 1) * np.einsum("ij,ij->i", delta, delta)
            factor = np.minimum(1, BOUND / np.sqrt(square))
            own, delta = residual * factor, delta * factor[:, None]
            w2 -= RATE * noised(own @ hidden)
            b2 -= RATE * noised(own.sum(keepdims=True))
            w1 -= RATE * noised(xb.T @ delta)
            b1 -= RATE * noised(delta.sum(axis=0))

    return {"numpy": np.__version__}, {"logistic": logistic, "network": network}


def opacus_peer():
    import warnings

    warnings.filterwarnings("ignore")
    import opacus
    import torch
    from opacus.optimizers import DPOptimizer

    torch.set_num_threads(1)
    rng = np.random.default_rng(1)
    x, y = (torch.tensor(part, dtype=torch.float32) for part in made_rows(rng))

    def train(layers, steps):
        model = opacus.GradSampleModule(torch.nn.Sequential(*layers))
        inner = torch.optim.SGD(model.parameters(), lr=RATE)
        optimizer = DPOptimizer(inner, noise_multiplier=SIGMA, max_grad_norm=BOUND, expected_batch_size=BATCH)
        loss = torch.nn.BCEWithLogitsLoss()
        for _ in range(steps):
            batch = torch.nonzero(torch.rand(ROWS) < BATCH / ROWS)[:, 0]
            optimizer.zero_grad()
            loss(model(x[batch])[:, 0], y[batch]).backward()
            optimizer.step()

    width = x.shape[1]
    return {"torch": torch.__version__, "opacus": opacus.__version__}, {
        "logistic": lambda steps: train([torch.nn.Linear(width, 1)], steps),
        "network": lambda steps: train(
            [torch.nn.Linear(width, HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, 1)], steps
        ),
    }


versions, models = {"numpy": numpy_peer, "opacus": opacus_peer}[sys.argv[1]]()
print(json.dumps(versions), flush=True)
for line in sys.stdin:
    job = json.loads(line)
    started = time.perf_counter()
    models[job["model"]](job["steps"])
    print(json.dumps({"ms": 1000 * (time.perf_counter() - started)}), flush=True)
