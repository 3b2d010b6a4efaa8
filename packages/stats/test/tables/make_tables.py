"""Writes the tables that the tests of @dpfair/stats compare with: every .jsonl file beside this script.

Every number is computed with 60 digits or more from its definition (erfc, incomplete gamma, or a quadrature of the density), not from
the formulas the package uses, at arguments that are exact doubles, and written with 25 digits.

    python3 make_tables.py [special | distributions | transforms | quadrature | tails | gamma]
"""
import json
import pathlib
import random
import sys
from mpmath import mp, mpf, sqrt, pi, exp, erfc, log, log1p, quad, inf, gammainc, nstr, expm1, ncdf, findroot

mp.dps = 60
HERE = pathlib.Path(__file__).parent


def text(value):
    return nstr(value, 25)


def write(name, rows):
    HERE.joinpath(name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    print(name, len(rows))


def upper(x):
    return erfc(x / sqrt(mpf(2))) / 2


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def special():
    random.seed(1)
    xs = [0.0, 1e-300, 1e-10, 0.5, 1.0, 1.96, 5.0, 8.0, 26.5, 32.0, 32.0000001, 37.5, 38.0, 38.4]
    xs += [random.random() * 10 ** random.uniform(-3, 0) * 37.5 for _ in range(150)]
    xs += [96 / k - 4 for k in range(3, 24)]
    rows = []
    for x in xs:
        X = mpf(x)
        q = upper(X)
        h = q * sqrt(2 * pi) * exp(X * X / 2)
        rows.append([x] + [text(v) for v in (
            density(X), q, 1 - q, log(q), log1p(-q), h, 1 - X * h, (1 + X * X) * h - X)])
    write("special.jsonl", rows)
    ps = [5e-324, 1e-310, 1e-300, 1e-100, 1e-16, 0.01, 0.025, 0.07499999, 0.075, 0.0750001, 0.4999999999, 0.5, 0.5000001, 0.9, 0.925, 0.93, 0.999]
    ps += [10 ** random.uniform(-305, 0) for _ in range(60)] + [random.random() for _ in range(80)] + [10 ** random.uniform(-9, 0) for _ in range(60)]
    rows = []
    for p in ps:
        P = mpf(p)
        low, high = mpf(-40), mpf(40)
        for _ in range(230):
            middle = (low + high) / 2
            low, high = (middle, high) if upper(-middle) < P else (low, middle)
        rows.append([p, text(low)])
    write("normal-quantile.jsonl", rows)
    rows = []
    for x in [-1e100, -1e10, -1000.0, -100.0, -40.0, -39.0]:
        X = mpf(x)
        # Laplace's continued fraction is exact enough here: 400 levels at |x| >= 39
        t = mpf(0)
        for k in range(400, 0, -1):
            t = k / (-X + t)
        rows.append([x, text(-X * X / 2 - log(sqrt(2 * pi)) - log(-X + t))])
    write("log-normal-cdf-far.jsonl", rows)


def distributions():
    random.seed(2)
    rows = []
    for kind, reach in (("laplace", 700), ("gaussian", 37)):
        for i in range(120):
            spread = random.choice([1.0, 0.1, 25.0, 10 / 3, 1000.0 / 7])
            x = spread * reach * random.random() * 10 ** random.uniform(-4, 0) if i else 0.0
            x = random.choice([x, -x])
            X, B = mpf(x), mpf(spread)
            u = abs(X) / B
            if kind == "laplace":
                pdf, tail = exp(-u) / (2 * B), exp(-u) / 2
                piece = [gammainc(k + 1, u) / 2 for k in range(5)]
                whole = [1, 0, 2, 0, 24]
            else:
                pdf, tail = density(u) / B, upper(u)
                piece = [gammainc(mpf(k + 1) / 2, u * u / 2) * mpf(2) ** (mpf(k) / 2) / (2 * sqrt(pi)) for k in range(5)]
                whole = [1, 0, 1, 0, 3]
            above = tail if x >= 0 else 1 - tail
            below = tail if x < 0 else 1 - tail
            moments = [(piece[k] if x >= 0 or k % 2 else whole[k] - piece[k]) * B ** k for k in range(5)]
            side = (log(tail), log1p(-tail))
            excess = (piece[1] - u * piece[0]) * B
            positive = excess + max(X, 0)
            bias = excess - min(X, 0)
            rows.append([kind, spread, x] + [text(v) for v in (
                pdf, log(pdf), below, above, *(side if x < 0 else side[::-1]), *moments, positive, bias)])
    write("distributions.jsonl", rows)


def check_by_quadrature(kind, u, v, zeroth, first):
    noise = (lambda y: exp(-abs(y)) / 2) if kind == "laplace" else density
    digits, mp.dps = mp.dps, 40
    width = min(1 / (1 + v), 1)
    stops = [0] + sorted({width * mpf(2) ** k for k in range(-3, 12)}
                         | ({u + step * width * mpf(2) ** k for k in range(-3, 12) for step in (0, 1)} if u > 0 else set())) + [inf]
    for k, value in ((0, zeroth), (1, first)):
        found = quad(lambda y: y ** k * exp(-v * y) * noise(y - u) / value, stops)
        assert abs(found - 1) < 1e-20, (kind, u, v, k, found)
    mp.dps = digits


def transforms():
    random.seed(3)
    rows = []
    cases = []
    for kind in ("laplace", "gaussian"):
        for i in range(420):
            spread = random.choice([1.0, 0.1, 25.0, 10 / 3, 1000.0 / 7])
            u = random.choice([0.0, random.random(), 10 ** random.uniform(-6, 0), 10 ** random.uniform(0, 2.845 if kind == "laplace" else 1.57)])
            if random.random() < 0.25:
                u = -u
            v = 10 ** random.uniform(-12, 6)
            if i % 3 == 1:
                v = 10 ** random.uniform(-2, 1.5)
            if i % 3 == 2 and u > 0:  # around the switches: c x small for Laplace, v near z for Gaussian
                v = (1 if kind == "laplace" else u) * (1 + random.choice([-1, 0, 1]) * 10 ** random.uniform(-16, 0))
            cases.append((kind, spread, spread * u, v / spread))
        cases.append((kind, 10.0, 500.0 if kind == "laplace" else 350.0, 0.0))
    for kind, spread, x, s in cases:
        X, B, S = mpf(x), mpf(spread), mpf(s)
        u, v = X / B, S * B
        mp.dps = 200 + int(abs(u) * 0.45 if kind == "laplace" else u * u / 4)
        if kind == "laplace":
            # moment k of (u + eta)_+ exp(-v .): below u the density is e^(y - u) / 2, above e^(u - y) / 2
            def part(k):
                above = exp(u) / 2 * gammainc(k + 1, (1 + v) * max(u, 0)) / (1 + v) ** (k + 1)
                if u <= 0:
                    return above
                c = 1 - v
                if abs(c * u) < mpf(10) ** -20:
                    low = sum(c ** m * u ** (m + k + 1) / (mp.factorial(m) * (m + k + 1)) for m in range(8))
                else:
                    low = [expm1(c * u) / c, (exp(c * u) * (c * u - 1) + 1) / c ** 2, (exp(c * u) * ((c * u) ** 2 - 2 * c * u + 2) - 2) / c ** 3][k]
                return above + exp(-u) / 2 * low
            zero = exp(-u) / 2 if u >= 0 else 1 - exp(u) / 2
        else:
            w = v - u
            if w > 40:
                # asymptotic series, terms fall to 1e-300 for w > 40
                def part(k):
                    terms, term, j = mpf(0), mp.factorial(k) / w ** (k + 1), 0
                    while j < 350 and abs(term) > abs(terms) * mpf(10) ** -50:
                        terms += term
                        j += 1
                        term = (-1) ** j * mp.factorial(k + 2 * j) / (mp.factorial(j) * mpf(2) ** j * w ** (k + 1 + 2 * j))
                    return density(u) * terms
            else:
                h = upper(w) / density(w)
                def part(k):
                    return density(u) * [h, 1 - w * h, (1 + w * w) * h - w][k]
            zero = upper(u)
        phi = zero + part(0)
        gone = 1 - phi
        if len(rows) % 40 == 0:  # the closed forms above against the definition
            check_by_quadrature(kind, u, v, part(0), part(1))
        rows.append([kind, spread, x, s] + [text(t) for t in (phi, log1p(-gone) if gone < 0.5 else log(phi), B * part(1), B * B * part(2), B * part(1) / phi)])
        mp.dps = 60
    write("transforms.jsonl", rows)


def quadrature():
    # Golub and Welsch: eigenvalues of the Jacobi matrix, weights from the first components of its eigenvectors
    mp.dps = 150
    rows = []
    families = {
        "legendre": (lambda k: mpf(0), lambda k: k / sqrt(mpf(4 * k * k - 1)), mpf(2)),
        "laguerre": (lambda k: mpf(2 * k + 1), lambda k: mpf(k), mpf(1)),
        "hermite": (lambda k: mpf(0), lambda k: sqrt(mpf(k) / 2), sqrt(pi)),
    }
    for name, (diagonal, side, mass) in families.items():
        for n in RULES:
            jacobi = mp.matrix(n, n)
            for k in range(n):
                jacobi[k, k] = diagonal(k)
                if k + 1 < n:
                    jacobi[k, k + 1] = jacobi[k + 1, k] = side(k + 1)
            values, vectors = mp.eigsy(jacobi)
            order = sorted(range(n), key=lambda i: values[i])
            nodes = [values[i] if abs(values[i]) > 1e-100 else mpf(0) for i in order]
            rows.append([name, n, [text(x) for x in nodes], [text(mass * vectors[0, i] ** 2) for i in order]])
    mp.dps = 60
    write("gauss-rules.jsonl", rows)


RULES = (2, 3, 4, 5, 8, 13, 16, 32, 33, 64)


def tails():
    mp.dps = 400
    rows = []
    for scales in ([3.0, 0.9], [1.0, 0.5, 0.25, 0.75, 0.9], [10.0, 0.1, 7.5, 3.25, 9.75], [1 + k / 64 for k in range(40)]):
        for reach in (1e-6, 0.01, 0.3, 1.0, 4.0, 20.0, 100.0, 600.0):
            t = reach * max(scales)
            # partial fractions of the transform, distinct scales
            p = mpf(0)
            for j, b in enumerate(scales):
                product = mpf(1)
                for k, other in enumerate(scales):
                    if k != j:
                        product *= mpf(b) ** 2 / (mpf(b) ** 2 - mpf(other) ** 2)
                p += product * exp(-mpf(t) / mpf(b)) / 2
            rows.append([scales, t, text(p)])
    for n in (2, 10, 300):
        for reach in (1e-3, 0.5, 1.0, 3.0, 10.0, 25.0):
            t = reach * float(mp.sqrt(2 * n))
            # equal scales: the difference of two Gamma(n) as a race of exponentials
            p = mpf(0)
            for k in range(n):
                p += mp.binomial(n - 1 + k, k) * mpf(2) ** -(n + k) * exp(-mpf(t)) * sum(mpf(t) ** i / mp.factorial(i) for i in range(n - k))
            rows.append([[1.0] * n, t, text(p)])
    mp.dps = 60
    write("weighted-sum-tails.jsonl", rows)


def gamma():
    random.seed(5)
    cases = [(1.0, 0.0), (1.0, 2.0), (2.0, 600.0), (6.0, 1e-5), (51.0, 52.0), (51.0, 51.999), (3001.0, 3100.0), (3001.0, 2800.0)]
    for _ in range(120):
        a = float(random.choice((0.5, 2, 3, 6, 11, 51, 501, 13165)))
        cases.append((a, a * 10 ** random.uniform(-2, 1.2)))
    rows = []
    for a, x in cases:
        q = gammainc(mpf(a), mpf(x), inf, regularized=True)
        if q > mpf(10) ** -300:
            rows.append([a, x, text(q)])
    write("upper-gamma.jsonl", rows)


if __name__ == "__main__":
    jobs = {"special": special, "distributions": distributions, "transforms": transforms, "quadrature": quadrature, "tails": tails, "gamma": gamma}
    for name in sys.argv[1:] or jobs:
        jobs[name]()
