"""Writes accounting.jsonl: epsilon of compositions of Gaussian noise by dp-accounting 0.6.0 (pip install dp-accounting), and
Renyi divergences of the subsampled Gaussian to 20 digits, integrated with 40 (mpmath): python3 accounting.py

`rdp` is the RdpAccountant at the orders 1.1, 1.2, ..., 11, 12, ..., 255; `pld` the PLDAccountant, an upper bound, on a grid of 1e-4; `exact` is the
epsilon at which the integral of Fourier inversion over a line through the saddle point is delta, for the worse of the two directions.
Lines `between` are runs in which rare draws carry the loss: the epsilons of dp-accounting that are surely too small and surely too large, on a grid of 1e-5.
"""

import json
from pathlib import Path

import dp_accounting as dp
import numpy as np
from dp_accounting.pld import PLDAccountant
from dp_accounting.pld.privacy_loss_distribution import from_gaussian_mechanism
from dp_accounting.rdp import RdpAccountant
from mpmath import exp, inf, log, mp, mpf, nstr, pi, quad, sqrt
from scipy.optimize import brentq, minimize_scalar

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

RARE = [
    (1e-3, 1.0, 10000, 1e-5),
    (1e-3, 1.0, 5000, 1e-8),
    (1e-4, 1.0, 10000, 1e-8),
    (1e-4, 1.0, 100, 1e-8),
    (1e-4, 1.0, 2, 1e-8),
    (1e-3, 1.0, 300, 1e-5),
    (1e-3, 1.0, 400, 1e-5),
    (1e-3, 1.0, 500, 1e-5),
    (1e-3, 0.7, 10000, 1e-8),
    (1e-4, 0.8, 100000, 1e-8),
    (1e-5, 0.5, 1000, 1e-10),
    (1e-4, 4.0, 1, 1e-12),
]


def between(rate, noise, steps, delta):
    def epsilon(safe):
        one = from_gaussian_mechanism(
            noise, value_discretization_interval=1e-5, sampling_prob=rate, pessimistic_estimate=safe, use_connect_dots=safe
        )
        return one.self_compose(steps).get_epsilon_for_delta(delta)

    return {"lower": epsilon(False), "upper": epsilon(True)}


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
    return {"rdp": rdp, "pld": pld, "exact": exact(rate, noise, steps, delta, pld)}


def exact(rate, noise, steps, delta, near):
    """delta(e) = 1 / 2 pi times the integral of E exp(z (L - e)) / (z (z + 1)) over z = tilt + i t, L the sum of all losses."""
    y = np.arange(-14, 14 + 1 / noise, 0.01 * min(1, noise))
    weight = np.exp(-y * y / 2) * (y[1] - y[0]) / np.sqrt(2 * np.pi)
    loss = np.log1p(rate * np.expm1(y / noise - 0.5 / noise**2))

    def delta_of(epsilon, side):
        # P has the row; under P the ratio is exp(loss), so that E_P exp(z loss) = E_Q exp((z + 1) loss), and the other way round -z.
        at = lambda z: (z + 1) if side > 0 else -z
        log_moment = lambda tilt: steps * np.log(np.sum(weight * np.exp(at(tilt) * loss))) - tilt * epsilon
        tilt = np.exp(minimize_scalar(lambda u: log_moment(np.exp(u)), bounds=(-5, 6), method="bounded").x)
        spread = np.sqrt((log_moment(tilt * 1.01) - 2 * log_moment(tilt) + log_moment(tilt * 0.99)) / (0.01 * tilt) ** 2)
        t = np.arange(0, 60, 0.02) / spread
        z = tilt + 1j * t
        moments = np.array([np.sum(weight * np.exp(at(one) * loss)) for one in z])
        values = np.exp(steps * np.log(moments) - z * epsilon) / (z * (z + 1))
        assert abs(values[-1]) < 1e-10 * abs(values[0]), (rate, noise, steps, abs(values[-1]) / abs(values[0]))
        return (np.sum(values.real) - values[0].real / 2) * (t[1] - t[0]) / np.pi

    if rate == 1 or steps < 100:
        return None
    return max(brentq(lambda e: np.log(delta_of(e, side) / delta), near * 0.1, near * 1.01, xtol=1e-10) for side in (1, -1))


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
    json.dumps({"of": "between", "samplingRate": q, "noiseMultiplier": z, "count": t, "delta": d, **between(q, z, t, d)})
    for q, z, t, d in RARE
]
lines += [
    json.dumps({"of": "divergence", "samplingRate": q, "noiseMultiplier": z, "order": a, "value": nstr(divergence(q, z, a), 20)})
    for q in (1e-4, 0.01, 0.5)
    for z in (0.3, 1.0, 8.0)
    for a in (1.0625, 1.5, 2.0, 3.7, 10.25, 50.0)
]
Path(__file__).with_name("accounting.jsonl").write_text("\n".join(lines) + "\n")
