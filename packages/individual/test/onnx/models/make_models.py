"""Makes the ONNX files beside it, and answers.json: what scikit-learn and PyTorch themselves answer.

Needs onnx, numpy, scikit-learn, skl2onnx and torch (made with 1.23, 2.4, 1.9, 1.20 and 2.15). Weights of the files that are not
trained are formulas, which the tests repeat.
"""

import json
import pathlib
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto as T
from onnx import helper, numpy_helper
from skl2onnx import to_onnx
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
N = "batch"


def tensor(name, *shape, kind=T.FLOAT):
    return helper.make_tensor_value_info(name, kind, list(shape))


def write(name, nodes, inputs, outputs, **constants):
    held = [numpy_helper.from_array(np.asarray(value, np.float32), key) for key, value in constants.items()]
    graph = helper.make_graph(nodes, name, inputs, outputs, held)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())


node = helper.make_node

# One column of probabilities, and of logits: weights .5, -.25, 1, intercept -.5.
linear = dict(w=[[0.5], [-0.25], [1]], b=[-0.5])
score = node("Gemm", ["x", "w", "b"], ["score"])
write("logistic", [score, node("Sigmoid", ["score"], ["p"])], [tensor("x", N, 3)], [tensor("p", N, 1)], **linear)
write("logit", [score], [tensor("x", N, 3)], [tensor("score", N, 1)], **linear)
write("any-width", [score], [tensor("x", N, "columns")], [tensor("score", N, 1)], **linear)
write("batch-of-four", [score], [tensor("x", 4, 3)], [tensor("score", 4, 1)], **linear)


# 7-33-19-3 with ReLU and softmax, as Keras writes it: sizes that no block of a matrix kernel divides.
def spread(rows, columns):
    return [[((7 * i + 3 * j) % 11 - 5) / 16 for j in range(columns)] for i in range(rows)]


def network(name, last):
    sizes, nodes, constants, above = (7, 33, 19, 3), [], {}, "x"
    for k, (rows, columns) in enumerate(zip(sizes, sizes[1:])):
        constants[f"w{k}"] = spread(rows, columns)
        constants[f"b{k}"] = [((5 * j) % 7 - 3) / 8 for j in range(columns)]
        nodes += [node("MatMul", [above, f"w{k}"], [f"m{k}"]), node("Add", [f"m{k}", f"b{k}"], [f"a{k}"])]
        above = f"a{k}"
        if k < 2:
            nodes.append(node("Relu", [above], [f"r{k}"]))
            above = f"r{k}"
    write(name, [*nodes, *last(above)], [tensor("x", N, 7)], [tensor("y", N, 3)], **constants)


network("network", lambda above: [node("Softmax", [above], ["y"], axis=1)])

# Files that cannot be read as a model of one row at a time.
x3, y3 = tensor("x", N, 3), tensor("y", N, 3)
write("across-rows", [node("Softmax", ["x"], ["y"], axis=0)], [x3], [y3])
write("three-sigmoids", [node("Sigmoid", ["x"], ["y"])], [x3], [y3])
write("two-inputs", [node("Add", ["x", "z"], ["y"])], [x3, tensor("z", N, 3)], [y3])
write("two-outputs", [node("Relu", ["x"], ["y"]), node("Neg", ["x"], ["z"])], [x3], [y3, tensor("z", N, 3)])
write("pictures", [node("Relu", ["x"], ["y"])], [tensor("x", N, 3, 8, 8)], [tensor("y", N, 3, 8, 8)])
write("transposed", [node("Transpose", ["x"], ["y"], perm=[1, 0])], [x3], [tensor("y", 3, N)])
write("unknown-operator", [node("Soothsayer", ["x"], ["y"], domain="nowhere")], [x3], [y3])
for name, kind in (("doubles", T.DOUBLE), ("integers", T.INT64), ("strings", T.STRING)):
    write(name, [node("Identity", ["x"], ["y"])], [tensor("x", N, 3, kind=kind)], [tensor("y", N, 3, kind=kind)])

# scikit-learn, from 200 rows of three columns; five rows and what predict_proba says of them.
rng = np.random.default_rng(1)
rows = rng.normal(size=(200, 3)).astype(np.float32)
truth = (rows[:, 0] + rows[:, 1] ** 2 + 0.5 * rng.normal(size=200) > 0.5).astype(int)
asked = np.array([[0, 0, 0], [1, -1, 2], [-2, 0.5, 0.25], [3, 3, -3], [0.125, 1.5, -0.75]], np.float32)
pipeline = make_pipeline(StandardScaler(), LogisticRegression()).fit(rows, truth)
forest = RandomForestClassifier(5, max_depth=3, random_state=1).fit(rows, truth)
named = LogisticRegression().fit(rows, np.where(truth > 0, "yes", "no"))
plus_minus = LogisticRegression().fit(rows, 2 * truth - 1)
answers = {"rows": asked.tolist()}
for name, model, options in (
    ("scikit-pipeline", pipeline, {"zipmap": False}),
    ("scikit-maps", pipeline, {}),
    ("scikit-forest", forest, {"zipmap": False}),
    ("scikit-named", named, {"zipmap": False}),
    ("scikit-plus-minus", plus_minus, {}),
):
    (HERE / f"{name}.onnx").write_bytes(to_onnx(model, rows[:1], options=options).SerializeToString())
    answers[name] = model.predict_proba(asked.astype(np.float64)).tolist()

# Regressions, of one number and of two, which look like logits; a copy behind an operator that hands it on, and one behind a sigmoid, which is a classifier.
line = LinearRegression().fit(rows, 3 * rows[:, 0] - rows[:, 1])
lines = LinearRegression().fit(rows, rows[:, :2] @ [[3, 1], [-1, 2]])
trees = RandomForestRegressor(3, max_depth=2, random_state=1).fit(rows, 50 * rows[:, 0])
for name, model in (("scikit-line", line), ("scikit-lines", lines), ("scikit-trees", trees)):
    (HERE / f"{name}.onnx").write_bytes(to_onnx(model, rows[:1]).SerializeToString())
for name, operator in (("line-handed-on", "Identity"), ("line-sigmoid", "Sigmoid")):
    model = to_onnx(line, rows[:1])
    (made,) = model.graph.output
    model.graph.node.append(node(operator, [made.name], ["y"]))
    made.name = "y"
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())
answers["scikit-line"] = [line.predict(asked).tolist()]

# PyTorch: logits of three classes, with as many rows as wanted, and with one at a time as it exports unless told otherwise.
torch.manual_seed(1)
layers = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 3)).eval()
one = (torch.zeros(1, 3),)
names = dict(dynamo=False, opset_version=17, input_names=["x"], output_names=["logits"])
torch.onnx.export(layers, one, HERE / "torch.onnx", dynamic_axes={"x": {0: N}, "logits": {0: N}}, **names)
torch.onnx.export(layers, one, HERE / "torch-one-row.onnx", **names)
with torch.no_grad():
    answers["torch"] = torch.softmax(layers.double()(torch.tensor(asked).double()), 1).tolist()

(HERE / "answers.json").write_text(json.dumps(answers, indent=1) + "\n")

# The model of fixtures: who gets a loan, of the income, the debt and the years of history of fixtures/loans.csv.
FIXTURES = HERE.parents[4] / "fixtures"
loans = np.genfromtxt(FIXTURES / "loans.csv", delimiter=",", names=True, dtype=None, encoding="utf8")
columns = np.column_stack([loans[name] for name in ("income", "debt", "years")]).astype(np.float32)
lender = RandomForestClassifier(6, max_depth=3, random_state=1).fit(columns, loans["approved"])
written = to_onnx(lender, columns[:1], options={"zipmap": False}).SerializeToString()
(FIXTURES / "loans.onnx").write_bytes(written)
