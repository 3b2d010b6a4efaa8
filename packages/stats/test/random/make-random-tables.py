"""Writes negative-log.json and normal-draws.json beside this script, computed to 40 digits from the definitions.

    python3 packages/stats/test/random/make-random-tables.py
"""
import json
import pathlib
import random
from statistics import NormalDist
from mpmath import mp, mpf, erfc, findroot, log, nstr, sqrt

mp.dps = 40
random.seed(20)
HERE = pathlib.Path(__file__).parent


def write(name, rows):
    HERE.joinpath(name).write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")


# 31-bit magnitudes m and -ln((2 m + 1) / 2^32): both ends, both sides of every piece of the table, a random sample
magnitudes = [0, 1, 2, 3, 2**31 - 1, 2**31 - 2, 2**30, 2**30 - 1]
magnitudes += [2**30 + i * 2**23 + side for i in range(1, 128) for side in (-1, 0)]
magnitudes += [int(2 ** random.uniform(0, 31)) for _ in range(200)]
fractions = [1 - 2.0**-53, 1 - 2.0**-20, 0.5, 2.0**-54, 2.0**-32, 2.0**-1074, 1e-300, 0.075, 1 - 1 / 256, 1 - 1 / 256 - 2.0**-53]
fractions += [random.random() ** random.choice([1, 8]) for _ in range(200)] + [1 - random.random() / 512 for _ in range(100)]
rows = [{"magnitude": m, "value": nstr(-log(mpf(2 * m + 1) / 2**32), 25)} for m in magnitudes]
write("negative-log.json", rows + [{"fraction": p, "value": nstr(-log(mpf(p)), 25)} for p in fractions])


def upper_quantile(tail):
    start = mpf(-NormalDist().inv_cdf(float(tail)))
    return findroot(lambda x: log(erfc(x / sqrt(mpf(2))) / 2 / tail), (start, start + mpf(10) ** -8), tol=mpf(10) ** -55)


# two words and the normal draw they make: tail (k + 1/2) / 2^53, k of 52 bits
pairs = [(0, 0), (0, 2**32 - 1), (1, 0), (2**31 - 1, 2**32 - 1), (2**31, 0), (2**32 - 1, 0), (322122546, 2**32 - 1), (322122547, 0)]
pairs += [(int(2 ** random.uniform(0, 32)), random.getrandbits(32)) for _ in range(150)]
pairs += [(random.getrandbits(32), random.getrandbits(32)) for _ in range(150)]
draws = []
for first, second in pairs:
    k = (first % 2**31) * 2**21 + (second >> 11)
    z = upper_quantile((mpf(k) + mpf(1) / 2) / 2**53)
    draws.append({"first": first, "second": second, "value": nstr(-z if first >= 2**31 else z, 25)})
write("normal-draws.json", draws)
