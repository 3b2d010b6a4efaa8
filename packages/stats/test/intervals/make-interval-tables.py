"""Writes student.json and clopper-pearson.json beside this script, computed with 40 digits from the definitions.

    python3 packages/stats/test/intervals/make-interval-tables.py student clopper-pearson

Student: the root of the upper tail of the density, integrated numerically. Clopper-Pearson: the root of a plain sum of binomial
probabilities. Neither uses the incomplete beta function, as the package does. Arguments are exact doubles; 20 digits are written.
"""
import json
import pathlib
import sys
from mpmath import mp, mpf, erfinv, exp, findroot, log, log1p, loggamma, nstr, pi, quad, sqrt

mp.dps = 40
HERE = pathlib.Path(__file__).parent


def write(name, rows):
    HERE.joinpath(name).write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")


def student_density(df):
    scale = loggamma((df + 1) / 2) - loggamma(df / 2) - log(df * pi) / 2
    return lambda t: exp(scale - (df + 1) / 2 * log1p(t * t / df))


def student_tail(t, df):
    density = student_density(df)
    if t < 1:
        return mpf(1) / 2 - quad(density, [0, t / 2, t])
    # t / u for the tail: u in (0, 1]; pieces follow the scale 1 / t on which a normal tail falls
    def piece(u):
        return density(t / u) * t / u**2
    cuts = [mpf(1)]
    while cuts[-1] > mpf("1e-6") and piece(cuts[-1]) > piece(mpf(1)) * mpf(10) ** -45:
        cuts.append(cuts[-1] * max(mpf("0.5"), 1 - 2 / min(t, sqrt(df) + 1) ** 2))
    return quad(piece, [0] + cuts[::-1]) if df < 1000 else quad(piece, cuts[::-1])


def student_upper_quantile(p, df):
    start = sqrt(mpf(2)) * erfinv(1 - 2 * p)
    if df < 30:
        # ln tail is nearly linear in ln t far out: secant from the leading term of the tail
        density = student_density(df)
        far = (density(mpf(10) ** 30) * mpf(10) ** (30 * (df + 1)) / df / p) ** (1 / df)
        start = max(start, far) if p < mpf("0.01") else start
    root = findroot(lambda u: log(student_tail(exp(u), df) / p), (log(start), log(start) + mpf("0.01")), tol=mpf(10) ** -50)
    return exp(root)


def binomial_tail(p, start, step, n):
    """Sum of the probabilities of start, start + step, ... (step 1 up to n, step -1 down to 0)."""
    k = start
    term = exp(loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p))
    total = mpf(0)
    while 0 <= k <= n and term > total * mpf(10) ** -35:
        total += term
        term *= (n - k) * p / ((k + 1) * (1 - p)) if step > 0 else k * (1 - p) / ((n - k + 1) * p)
        k += step
    return total


def bisect(increasing, low, high):
    for _ in range(100):
        middle = (low + high) / 2
        if increasing(middle) > 0:
            high = middle
        else:
            low = middle
    return low


def clopper_pearson(k, n, confidence):
    tail = (1 - mpf(confidence)) / 2
    guess = mpf(k) / n
    lower, upper = mpf(0), mpf(1)
    if k > 0:
        top = log(guess) if k < n else log(1 - mpf(10) ** -12)
        lower = exp(bisect(lambda u: binomial_tail(exp(u), k, 1, n) - tail, top - 30, top))
    if k < n:
        # on a logarithmic scale of p for few successes, of 1 - p for few failures
        reach = min(1 - mpf(10) ** -30, guess + 12 * sqrt(guess * (1 - guess) / n) + mpf(60) / n)
        upper = bisect(lambda p: tail - binomial_tail(p, k, -1, n), guess if k else mpf(10) ** -30, reach)
    return lower, upper


def student_table():
    for df in [0.5, 1, 2, 2.5, 3, 7, 10, 31, 63, 1000, 1e5, 999999.0, 1e6 + 1, 1e8]:
        for p in [1e-30, 1e-9, 1e-4, 0.025, 0.2, 0.25, 0.3, 0.45, 0.4990234375]:
            yield {"p": p, "df": df, "t": nstr(student_upper_quantile(mpf(p), mpf(df)), 20)}


def clopper_pearson_table():
    cases = [(0, 1), (0, 10), (1, 10), (3, 10), (9, 10), (10, 10), (1, 2), (50, 1000), (999, 1000)]
    cases += [(0, 10**6), (1, 10**6), (500000, 10**6), (999990, 10**6), (7, 10**9)]
    for k, n in cases:
        for confidence in [0.5, 0.95, 0.999999]:
            lower, upper = clopper_pearson(k, n, confidence)
            row = {"successes": k, "trials": n, "confidence": confidence}
            yield row | {"lower": nstr(lower, 20), "upper": nstr(upper, 20), "belowOne": nstr(1 - upper, 20)}


if "student" in sys.argv:
    write("student.json", list(student_table()))
if "clopper-pearson" in sys.argv:
    write("clopper-pearson.json", list(clopper_pearson_table()))
