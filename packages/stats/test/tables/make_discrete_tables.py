"""Writes the tables that the tests of discrete noise compare with: discrete-distributions.jsonl and discrete-transforms.jsonl.

Every number is a sum over the whole numbers, term by term as in its definition, with 60 digits; only geometric series without an end are
summed in closed form. Arguments are exact doubles; numbers are written with 25 digits.

    python3 make_discrete_tables.py
"""
import json
import pathlib
import random
from mpmath import mp, mpf, exp, log, log1p, floor, nstr

mp.dps = 60
HERE = pathlib.Path(__file__).parent


def text(value):
    return nstr(value, 25)


class Gauss:
    kind = "discrete-gaussian"

    def __init__(self, sigma):
        self.spread = sigma
        self.reach = int(60 * sigma) + 40
        s2 = 2 * mpf(sigma) ** 2
        self.f = [exp(-k * k / s2) for k in range(self.reach + 1)]
        self.norm = self.f[0] + 2 * sum(self.f[1:])

    def mass(self, k):
        return self.f[abs(k)] / self.norm if abs(k) <= self.reach else mpf(0)

    def above(self, m, factor, rate=0, shift=0):
        """sum over k >= m of factor(k) e^(-rate (shift + k)) mass(k)"""
        total, decay = mpf(0), exp(-mpf(rate))
        weight = exp(-mpf(rate) * (shift + m))
        for k in range(m, self.reach + 1):
            total += factor(k) * weight * self.f[abs(k)]
            weight *= decay
        return total / self.norm


class Laplace:
    kind = "discrete-laplace"

    def __init__(self, scale):
        self.spread = scale
        self.p = exp(-1 / mpf(scale))
        self.top = (1 - self.p) / (1 + self.p)

    def mass(self, k):
        return self.top * self.p ** abs(k)

    def above(self, m, factor, rate=0, shift=0):
        total, decay = mpf(0), exp(-mpf(rate))
        weight = exp(-mpf(rate) * (shift + m))
        for k in range(m, 0):
            total += factor(k) * weight * self.mass(k)
            weight *= decay
        m = max(m, 0)
        # sum of (polynomial of degree 2 in j) q^j over j >= 0, from its values at m, m + 1, m + 2
        q = self.p * decay
        a, b, c = (factor(m + i) for i in range(3))
        second = (c - 2 * b + a) / 2
        first = b - a - second
        series = a / (1 - q) + first * q / (1 - q) ** 2 + second * q * (1 + q) / (1 - q) ** 3
        return total + weight * self.top * self.p ** m * series


def distribution_row(law, x):
    X = mpf(x)
    m = int(floor(X)) + 1
    one = lambda k: mpf(1)
    survival = law.above(m, one)
    at_least = law.above(-int(floor(X)), one)
    first = law.above(m, lambda k: mpf(k)) if m >= 1 else law.above(1 - m, lambda k: mpf(k))
    second = law.above(m, lambda k: mpf(k) ** 2)
    start = int(floor(-X)) + 1
    positive = law.above(start, lambda k: X + k)
    bias = law.above(m, lambda k: k - X)
    log_of = lambda p, q: log(p) if p < 0.5 else log1p(-q)
    return [law.kind, law.spread, x] + [text(v) for v in (
        law.mass(int(floor(X))), at_least, survival, log_of(at_least, survival), log_of(survival, at_least),
        first, second, positive, bias)]


def transform_row(law, x, s):
    X, S = mpf(x), mpf(s)
    start = int(floor(-X)) + 1
    zero = law.above(1 - start, lambda k: mpf(1))
    positive = law.above(start, lambda k: mpf(1), S, X)
    moment = law.above(start, lambda k: X + k, S, X)
    lost = law.above(start, lambda k: mpf(1)) - positive
    phi = zero + positive
    return [law.kind, law.spread, x, s] + [text(v) for v in (log1p(-lost) if phi > 0.5 else log(phi), moment / phi)]


def main():
    random.seed(3)
    laws = [Laplace(b) for b in (0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 1000.0)]
    laws += [Gauss(s) for s in (0.3, 0.5, 1.0, 2.0, 3.9, 4.0, 5.5, 10.0, 25.0, 120.0)]
    rows, transforms = [], []
    for law in laws:
        size = max(law.spread, 1.0)
        far = 37 if law.kind == "discrete-gaussian" else 40
        xs = [0.0, 1.0, 2.0, -1.0, -3.0, 0.25, -0.75, float(round(3 * size)), float(-round(6 * size))]
        xs += [float(round(random.uniform(-far, far) * size)) for _ in range(8)]
        xs += [random.uniform(-4, 12) * size for _ in range(8)]
        rows += [distribution_row(law, x) for x in xs]
        for x in xs[:9] + [float(round(random.uniform(0, 20) * size)) for _ in range(4)] + [random.uniform(-3, 9) * size for _ in range(6)]:
            for s in random.sample([1e-9, 1e-5, 1e-3, 0.03, 0.2, 0.7, 1.0, 1.5, 4.0, 30.0], 4):
                transforms.append(transform_row(law, x, s / size))
        if law.kind == "discrete-laplace":
            transforms += [transform_row(law, x, 1 / law.spread) for x in xs[:12]]
    for name, table in (("discrete-distributions.jsonl", rows), ("discrete-transforms.jsonl", transforms)):
        HERE.joinpath(name).write_text("".join(json.dumps(row) + "\n" for row in table))
        print(name, len(table))


main()
