"""Baseline shares of two entities by direct double integration, independent of the Laplace-transform formula.

Writes two-entity-baseline.json. Needs scipy. For U_i = a_i (x_i + noise)_+ with an atom at 0:
E[U_1 / (U_1 + U_2)] = P(U_1 > 0, U_2 = 0) + double integral of u / (u + v) over both densities + P(both 0) / 2.
"""
import json
import math
import pathlib

import numpy as np
from scipy.integrate import dblquad
from scipy.stats import laplace, norm

CASES = [
    ("laplace", 10.0, (5.0, 30.0), (1.0, 1.0)),
    ("laplace", 10.0, (0.0, 3.0), (1.0, 2.5)),
    ("laplace", 2.0, (40.0, 30.0), (1.5, 1.0)),
    ("gaussian", 10.0, (5.0, 30.0), (1.0, 1.0)),
    ("gaussian", 25.0, (0.0, 20.0), (0.7, 1.3)),
    ("gaussian", 4.0, (100.0, 60.0), (1.0, 1.0)),
]


def share(kind, spread, x, a):
    law = laplace(scale=spread) if kind == "laplace" else norm(scale=spread)
    zero = [law.cdf(-xi) for xi in x]
    reach = 45 * spread if kind == "laplace" else 12 * spread
    total = (1 - zero[0]) * zero[1] + zero[0] * zero[1] / 2

    def integrand(v, u):
        return a[0] * u / (a[0] * u + a[1] * v) * law.pdf(u - x[0]) * law.pdf(v - x[1])

    cuts = [sorted({max(0.0, xi - reach), xi, xi + reach}) for xi in x]
    for u0, u1 in zip(cuts[0], cuts[0][1:]):
        for v0, v1 in zip(cuts[1], cuts[1][1:]):
            value, _ = dblquad(integrand, u0, u1, v0, v1, epsabs=1e-13, epsrel=1e-12)
            total += value
    return total


rows = []
for kind, spread, x, a in CASES:
    truth = a[0] * x[0] / (a[0] * x[0] + a[1] * x[1])
    rows.append({"kind": kind, "spread": spread, "counts": x, "weights": a, "bias": share(kind, spread, x, a) - truth})
    print(rows[-1])
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(rows, indent=2) + "\n")
