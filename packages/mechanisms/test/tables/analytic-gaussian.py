"""Writes analytic-gaussian.jsonl: delta, sigma and epsilon of Gaussian noise to 20 digits, computed with 90.

Theorem 8 of Balle and Wang (2018), as written, in mpmath: python3 analytic-gaussian.py
`least` is the smallest sigma (epsilon) that meets delta, `most` the one that meets delta (1 - 1e-11).
"""

import json
from pathlib import Path

from mpmath import erfc, exp, log, mp, mpf, nstr, sqrt

mp.dps = 90


def phi(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def delta_of(epsilon, ratio):
    return phi(ratio / 2 - epsilon / ratio) - exp(epsilon) * phi(-ratio / 2 - epsilon / ratio)


def root(falls, low, high):
    """Where `falls` turns from true to false between two positive numbers, in ratio."""
    low, high = log(mpf(low)), log(mpf(high))
    while high - low > mpf(10) ** -24:
        middle = (low + high) / 2
        if falls(exp(middle)):
            low = middle
        else:
            high = middle
    return exp(high)


def sigma_for(epsilon, delta, sensitivity):
    return sensitivity * root(lambda sigma: delta_of(epsilon, 1 / sigma) > delta, 1e-12, 1e25)


def epsilon_for(delta, sigma, sensitivity):
    ratio = mpf(sensitivity) / sigma
    if delta_of(mpf(0), ratio) <= delta:
        return mpf(0)
    return root(lambda epsilon: delta_of(epsilon, ratio) > delta, 1e-40, 1e25)


def both(f, delta):
    return {name: nstr(f(mpf(delta) * (1 - part)), 20) for name, part in (("least", 0), ("most", mpf(10) ** -11))}


EPSILONS = [1e-16, 1e-11, 1e-9, 1e-6, 1e-4, 1e-2, 0.1, 1.0, 3.0, 10.0, 100.0, 1e4, 1e9]
DELTAS = [1e-280, 1e-100, 1e-36, 1e-28, 1e-18, 1e-12, 1e-9, 1e-6, 1e-5, 1e-2, 0.5, 1 - 2.0**-40]
SIGMAS = [1e-10, 1e-3, 0.1, 0.4, 3.9, 4.1, 8.1, 25.0, 1e3, 1e6, 1e12]

sigmas = [
    {"epsilon": e, "delta": d, "sensitivity": s, **both(lambda t: sigma_for(mpf(e), t, s), d)}
    for e in EPSILONS
    for d in DELTAS
    for s in ([1, 7] if e == 1 else [1])
]
# Among them deltas that differ from that of epsilon = 0 by rounding only.
epsilons = [
    {"delta": d, "sigma": g, "sensitivity": s, **both(lambda t: epsilon_for(t, mpf(g), s), d)}
    for g in SIGMAS
    for d in [*DELTAS, *(float(delta_of(mpf(0), 1 / mpf(g)) * (1 - part)) for part in (0, mpf("2e-16"), mpf("1e-9")))]
    if d < 1
    for s in ([1, 7] if g == 25 else [1])
]
deltas = [
    {"epsilon": e, "sigma": g, "delta": nstr(value, 20)}
    for e in [0.0, *EPSILONS]
    for g in SIGMAS
    if (value := delta_of(mpf(e), 1 / mpf(g))) > 1e-280
]

tables = {"sigma": sigmas, "epsilon": epsilons, "delta": deltas}
lines = [json.dumps({"of": name, **row}) for name, rows in tables.items() for row in rows]
Path(__file__).with_name("analytic-gaussian.jsonl").write_text("\n".join(lines) + "\n")
