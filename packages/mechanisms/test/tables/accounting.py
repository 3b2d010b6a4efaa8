"""Writes accounting.jsonl: epsilon of compositions of Gaussian noise by dp-accounting 0.6.0 (pip install dp-accounting), and
Renyi divergences of the subsampled Gaussian to 20 digits, integrated with 40 (mpmath): python3 accounting.py

`rdp` is the RdpAccountant at the orders 1.1, 1.2, ..., 11, 12, ..., 255; `pld` the PLDAccountant, an upper bound, on a grid of 1e-4.
"""

import json
from pathlib import Path

import dp_accounting as dp
from dp_accounting.pld import PLDAccountant
from dp_accounting.rdp import RdpAccountant
from mpmath import exp, inf, log, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 40

RUNS = [
    # sampling rate, noise multiplier, steps, delta
    (256 / 60000, 1.1, 14040, 1e-5),
    (256 / 60000, 1.3, 3510, 1e-5),
    (0.01, 4.0, 10000, 1e-5),
    (0.01, 1.0, 10000, 1e-5),
    (0.01, 1.0, 10000, 1e-10),
    (0.001, 0.6, 50000, 1e-7),
    (0.1, 2.0, 200, 1e-6),
    (0.5, 10.0, 1000, 1e-6),
    (0.02, 0.5, 20, 1e-5),
    (0.01, 0.7, 1, 1e-6),
    (0.3, 1.0, 3, 1e-4),
    (1.0, 5.0, 30, 1e-6),
    (1.0, 1.0, 1, 1e-5),
]


def event(rate, noise, steps):
    one = dp.GaussianDpEvent(noise)
    if rate < 1:
        one = dp.PoissonSampledDpEvent(rate, one)
    return dp.SelfComposedDpEvent(one, steps)


def epsilons(rate, noise, steps, delta):
    composed = event(rate, noise, steps)
    orders = [i / 10 for i in range(11, 111)] + list(range(12, 256))
    rdp = RdpAccountant(orders).compose(composed).get_epsilon(delta)
    pld = PLDAccountant(value_discretization_interval=1e-4).compose(composed).get_epsilon(delta)
    return {"rdp": rdp, "pld": pld}


def divergence(rate, noise, order):
    q, z, a = mpf(rate), mpf(noise), mpf(order)
    weight = lambda x: exp(-x * x / 2) / sqrt(2 * pi)
    excess = lambda x: (1 + q * (exp(x / z - 1 / (2 * z * z)) - 1)) ** a
    far = a / z + 14
    moment = quad(lambda x: weight(x) * excess(x), [-14, -4, 0, *[far * k / 12 for k in range(1, 13)]])
    return log(moment) / (a - 1)


lines = [
    json.dumps({"of": "epsilon", "samplingRate": q, "noiseMultiplier": z, "count": t, "delta": d, **epsilons(q, z, t, d)})
    for q, z, t, d in RUNS
]
lines += [
    json.dumps({"of": "divergence", "samplingRate": q, "noiseMultiplier": z, "order": a, "value": nstr(divergence(q, z, a), 20)})
    for q in (1e-4, 0.01, 0.5)
    for z in (0.3, 1.0, 8.0)
    for a in (1.0625, 1.5, 2.0, 3.7, 10.25, 50.0)
]
Path(__file__).with_name("accounting.jsonl").write_text("\n".join(lines) + "\n")
