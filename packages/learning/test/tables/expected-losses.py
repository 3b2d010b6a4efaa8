"""Expected losses of a normal score, to 30 digits (mpmath): writes expected-losses.json beside this file."""
import json
import pathlib

from mpmath import exp, inf, log1p, mp, mpf, npdf, quad

mp.dps = 40


def logistic(margin):
    return max(-margin, mpf(0)) + log1p(exp(-abs(margin)))


def hinge(half_width):
    def loss(margin):
        if margin < 1 - half_width:
            return 1 - margin
        return (1 + half_width - margin) ** 2 / (4 * half_width) if margin <= 1 + half_width else mpf(0)

    return loss


def expected(loss, mean, deviation, kinks):
    points = sorted({mean + k * deviation for k in range(-14, 15)} | {mpf(k) for k in kinks})
    return quad(lambda z: loss(z) * npdf(z, mean, deviation), [p for p in points if abs(p - mean) <= 14 * deviation])


rows = []
for mean in ("0", "0.3", "-2", "7", "-25"):
    for deviation in ("0.001", "0.02", "0.3", "0.5", "1", "4", "30"):
        m, s, h = mpf(mean), mpf(deviation), mpf("0.5")
        rows.append(
            {
                "mean": float(mean),
                "deviation": float(deviation),
                "logistic": mp.nstr(expected(logistic, m, s, [0]), 20),
                "smoothHinge": mp.nstr(expected(hinge(h), m, s, [1 - h, 1 + h]), 20),
            }
        )
pathlib.Path(__file__).with_name("expected-losses.json").write_text(json.dumps(rows, indent=1) + "\n")
