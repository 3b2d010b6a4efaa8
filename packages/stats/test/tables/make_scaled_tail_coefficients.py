"""Writes ../../src/special/scaled-tail-coefficients.ts: the polynomials behind scaledTail.

r_k(x) = integral over u > 0 of u^k exp(-x u - u^2/2) du / sqrt(2 pi), k = 0, 1, 2, for 0 <= x <= 32.
The half line is cut where 96 / (4 + x) is an integer; on each piece r_k is interpolated at Chebyshev
points, in v = (c - x) / (4 + x), where c is the centre of the piece as a double. 60 digits throughout;
the largest relative error of the exact polynomials is printed (1e-21, 4e-20, 3e-18 for k = 0, 1, 2).

    python3 make_scaled_tail_coefficients.py && npm run format
"""
import pathlib
from mpmath import mp, mpf, sqrt, pi, exp, erfc, cos, matrix, lu_solve, polyval, nstr

mp.dps = 60
OFFSET, PIECES, DEGREE, FIRST = 4, 24, 10, 2


def scaled_tail(k, x):
    h0 = sqrt(pi / 2) * exp(x * x / 2) * erfc(x / sqrt(mpf(2)))
    return [h0, 1 - x * h0, (1 + x * x) * h0 - x][k] / sqrt(2 * pi)


def fit(k, i):
    points = DEGREE + 1
    centre = mpf(float(mpf(PIECES * OFFSET) / (i + mpf(1) / 2) - OFFSET))
    inverse = lambda v: (centre - OFFSET * v) / (1 + v)
    low = (centre - (mpf(PIECES * OFFSET) / i - OFFSET)) / (mpf(PIECES * OFFSET) / i)
    high = (centre - (mpf(PIECES * OFFSET) / (i + 1) - OFFSET)) / (mpf(PIECES * OFFSET) / (i + 1))
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * j + 1) / (2 * points)) for j in range(points)]
    vandermonde = matrix(points, points)
    for a in range(points):
        for b in range(points):
            vandermonde[a, b] = nodes[a] ** b
    coefficients = list(lu_solve(vandermonde, matrix([scaled_tail(k, inverse(v)) for v in nodes])))
    checks = [low + (high - low) * mpf(q) / 16 for q in range(17)]
    error = max(abs(polyval(coefficients[::-1], v) / scaled_tail(k, inverse(v)) - 1) for v in checks)
    return centre, coefficients, error


out = [
    "// Written by test/tables/make_scaled_tail_coefficients.py; do not edit.",
    "",
    "/** Pieces are numbered floor(96 / (4 + x)); the first kept is 2, which ends at x = 44. */",
    f"export const firstPiece = {FIRST};",
    "",
    "/** Coefficients of a piece, constant term first. */",
    f"export const coefficientsPerPiece = {DEGREE + 1};",
    "",
]
for k in range(3):
    fits = [fit(k, i) for i in range(FIRST, PIECES)]
    if k == 0:
        out.append("/** Centres of the pieces. */")
        out.append("export const centres = Float64Array.of(")
        out += [f"  {float(c)!r}," for c, _, _ in fits]
        out += [");", ""]
    out.append(f"/** Order {k}. */")
    out.append(f"export const order{k} = Float64Array.of(")
    out += [f"  {float(c)!r}," for _, cs, _ in fits for c in cs]
    out += [");", ""]
    print(k, nstr(max(e for _, _, e in fits), 3))
text = "\n".join(out)
pathlib.Path(__file__).parent.joinpath("../../src/special/scaled-tail-coefficients.ts").write_text(text)
