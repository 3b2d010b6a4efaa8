"""Solutions of logistic stable-fair programs with a covariance bound of 0.1 on all complete rows of Adult, by dense Newton steps in NumPy and a
root search over the one multiplier (SciPy): nothing is shared with the solver that is tested.

python3 make-adult-solutions.py FOLDER, with adult.data and adult.test in FOLDER; writes adult-solutions.jsonl beside itself.
Columns: numbers as they are (fnlwgt left out), texts one-hot, the group as one 0/1 column; standardised (all columns) or raw. Intercept penalised.
"""

import json
import pathlib
import sys

import numpy as np
from scipy.optimize import brentq

NAMES = "age workclass fnlwgt education education-num marital-status occupation relationship race sex capital-gain capital-loss hours-per-week native-country".split()
NUMBERS = {"age", "education-num", "capital-gain", "capital-loss", "hours-per-week"}
folder = pathlib.Path(sys.argv[1])
rows = []
for name in ("adult.data", "adult.test"):
    for line in (folder / name).read_text().splitlines():
        fields = line.strip().rstrip(".").split(", ")
        if len(fields) == 15 and "?" not in fields:
            rows.append(fields)
labels = np.array([1.0 if fields[14] == ">50K" else -1.0 for fields in rows])


def prepared(group, standardised):
    columns = []
    for at, name in enumerate(NAMES):
        texts = np.array([fields[at] for fields in rows])
        if name == "fnlwgt":
            continue
        if name in NUMBERS:
            columns.append(texts.astype(float))
        elif name == group:
            columns.append((texts == ("White" if group == "race" else "Male")).astype(float))
        else:
            columns.extend((texts == value).astype(float) for value in sorted(set(texts)))
    design = np.stack(columns, axis=1)
    texts = np.array([fields[NAMES.index(group)] for fields in rows])
    member = (texts == ("White" if group == "race" else "Male")).astype(float)
    if standardised:
        design = (design - design.mean(0)) / design.std(0)
    return np.hstack([design, np.ones((len(rows), 1))]), member


def minimum(design, weight, tilt, start):
    scale = design.std(0)
    scale[-1] = 1
    scaled = design / scale
    pull = tilt / scale
    x = start * scale

    def value(x):
        return np.mean(np.logaddexp(0, -labels * (scaled @ x))) + weight * np.sum((x / scale) ** 2) + pull @ x

    for _ in range(100):
        chance = 1 / (1 + np.exp(labels * (scaled @ x)))
        slope = -scaled.T @ (labels * chance) / len(labels) + 2 * weight * x / scale**2 + pull
        if np.max(np.abs(slope)) < 1e-10:
            break
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled / len(labels) + np.diag(2 * weight / scale**2)
        step = np.linalg.solve(curve, slope)
        length = 1.0
        while value(x - length * step) > value(x) and length > 1e-6:
            length /= 2
        x = x - length * step
    return x / scale


lines = []
for group in ("race", "sex"):
    for standardised in (True, False):
        design, member = prepared(group, standardised)
        normal = design.T @ (member - member.mean()) / len(labels)
        for weight in (0.001, 0.01, 0.05):
            at = minimum(design, weight, 0 * normal, np.zeros(design.shape[1]))
            multiplier = 0.0
            if abs(normal @ at) > 0.1:
                side = np.sign(normal @ at)

                def over(size):
                    global at
                    at = minimum(design, weight, side * size * normal, at)
                    return side * (normal @ at) - 0.1

                multiplier = side * brentq(over, 0, 5, xtol=1e-12)
            margins = labels * (design @ at)
            lines.append({
                "group": group,
                "standardised": standardised,
                "weight": weight,
                "columns": design.shape[1] - 1,
                "objective": float(np.mean(np.logaddexp(0, -margins)) + weight * np.sum(at**2)),
                "multiplier": float(multiplier),
                "covariance": float(normal @ at),
                "favourable": int(np.sum(design @ at >= 0)),
                "right": int(np.sum((design @ at >= 0) == (labels > 0))),
            })
            print(lines[-1], flush=True)
path = pathlib.Path(__file__).with_name("adult-solutions.jsonl")
path.write_text("".join(json.dumps(line) + "\n" for line in lines))
