"""Writes src/random/log-table.ts: 128 reciprocals of 21 bits and their logarithms, computed to 40 digits and rounded once.

    python3 packages/stats/test/random/make-log-table.py > packages/stats/src/random/log-table.ts
"""
from mpmath import mp, mpf, log

mp.dps = 40
print("""/**
 * Reciprocals c of the midpoints of 128 equal pieces of [1/2, 1), rounded to 20 binary places, each followed by ln c; the last piece has
 * c = 1 so that logarithms next to 1 keep their relative accuracy. Written by test/random/make-log-table.py.
 */
// biome-ignore format: a table reads better in its own columns
export const logTable = Float64Array.of(""")
for i in range(128):
    c = mpf(1) if i == 127 else mpf(int(mpf(2) ** 20 / (mpf(1) / 2 + (i + mpf(1) / 2) / 256) + mpf(1) / 2)) / 2**20
    print(f"  {float(c)!r}, {float(log(c))!r},")
print(");")
