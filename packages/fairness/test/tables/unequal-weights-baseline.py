"""Baseline shares of two entities of very unequal weight to 30 digits, independent of the Laplace-transform formula.

Writes unequal-weights-baseline.json. Needs mpmath. With X_k = (x_k + Laplace noise)_+ and r = a_2 / a_1, the share of the first is
P(X_2 = 0) (P(X_1 > 0) + P(X_1 = 0) / 2) + integral over z > 0 of f_2(z) g(r z) dz,   g(c) = E[X_1 / (X_1 + c)],
where g is closed with the exponential integral and the outer integral is split at every decade.
"""
import json
import pathlib

from mpmath import e1, ei, exp, inf, mp, mpf, quad

mp.dps = 40
SPREAD = mpf(10)
COUNTS = [(5, 30), (0, 3), (40, 30), (5, 400), (3, 700)]
RATIOS = ["1e3", "1e9", "1e12", "1e14", "1e18", "1e23", "1e30", "1e45"]


def atom(x):
    return exp(-x / SPREAD) / 2


def density(x, z):
    return exp(-abs(z - x) / SPREAD) / (2 * SPREAD)


def g(x, c):
    """E[X / (X + c)] = P(X > 0) - c E[1 / (X + c); X > 0]; e^y E1(y) by its series where y is huge."""
    top = (x + c) / SPREAD
    scaled = exp(top) * e1(top) if top < 5000 else sum((-1) ** k * mp.factorial(k) / top ** (k + 1) for k in range(12))
    if top < 5000:
        below = exp(-top) * (ei(top) - ei(c / SPREAD)) if x > 0 else mpf(0)
    else:  # smooth on [0, x]: x is far smaller than c
        below = quad(lambda y: exp((y - x) / SPREAD) / (y + c), [0, x]) if x > 0 else mpf(0)
    return 1 - atom(x) - c * (below + scaled) / (2 * SPREAD)


def small_share(x, ratio):
    r = mpf(float(ratio))
    total = atom(x[1]) * (1 - atom(x[0]) + atom(x[0]) / 2)
    integrand = lambda s: exp(s) * density(x[1], exp(s)) * mean_ratio(x[0], r * exp(s))
    cuts = [mpf(k) * mp.log(10) for k in range(-int(mp.log10(r)) - 34, 5)]
    cuts = sorted(cuts + [mp.log(mpf(x[1]))])
    return total + quad(integrand, cuts)


def mean_ratio(x, c):
    """g, by moments where c is so large that the closed form would cancel: E[X/c - X^2/c^2 + ...]."""
    if c < mpf(10) ** 6:
        return g(mpf(x), c)
    moment = lambda k: sum(
        quad(lambda y: y**k * density(x, y), list(cut)) for cut in ([0, x] if x else [0, 1], [x if x else 1, inf])
    )
    if x not in MOMENTS:
        MOMENTS[x] = [moment(k) for k in range(1, 9)]
    return sum((-1) ** k * m / c ** (k + 1) for k, m in enumerate(MOMENTS[x]))


MOMENTS = {}
rows = []
for x in COUNTS:
    for ratio in RATIOS:
        share = small_share(x, ratio)
        rows.append({"spread": 10, "counts": x, "ratio": float(ratio), "share": mp.nstr(share, 20)})
        print(rows[-1], flush=True)
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(rows, indent=2) + "\n")
