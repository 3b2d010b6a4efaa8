"""Logistic regression by scikit-learn (lbfgs) on a matrix: one line of JSON in, one line of JSON out, so that start-up is not timed.

The first line names a file of doubles, row by row, with a column of ones for the intercept, and the labels; a job is {"weight": lambda, "tolerance": t}.
"""
import json
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")
setting = json.loads(sys.stdin.readline())
labels = np.array(setting["labels"])
rows = np.fromfile(setting["file"]).reshape(len(labels), -1)
print(json.dumps({"sklearn": sklearn.__version__, "numpy": np.__version__}), flush=True)

for line in sys.stdin:
    job = json.loads(line)
    weight = job["weight"]
    # Its objective is C sum(loss) + |w|^2 / 2.
    size = np.inf if weight == 0 else 1 / (2 * weight * len(labels))
    model = LogisticRegression(C=size, tol=job["tolerance"], max_iter=20000, fit_intercept=False)
    started = time.perf_counter()
    model.fit(rows, labels)
    ms = 1000 * (time.perf_counter() - started)
    at = model.coef_[0]
    objective = np.mean(np.logaddexp(0, -labels * (rows @ at))) + weight * np.sum(at**2)
    slope = -rows.T @ (labels / (1 + np.exp(labels * (rows @ at)))) / len(labels) + 2 * weight * at
    print(
        json.dumps({"ms": ms, "objective": objective, "gradient": float(np.abs(slope).max()), "steps": int(model.n_iter_[0])}),
        flush=True,
    )
