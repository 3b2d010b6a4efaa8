"""Makes the Parquet files beside it, with pyarrow 26: an implementation of the format that is not the one under test."""

import datetime
import pathlib

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent

counts = pa.table(
    {
        "id": pa.array(["15001", "15005", "15007"]),
        "count": pa.array([67096, 69, None], pa.int64()),
        "weight": pa.array([0.1, 2.5, 1e-7], pa.float64()),
        "small": pa.array([1, -2, 3], pa.int32()),
        "open": pa.array([True, False, None]),
        "day": pa.array([datetime.date(2020, 4, 1), None, datetime.date(1999, 12, 31)]),
    }
)
pq.write_table(counts, HERE / "counts-snappy.parquet", compression="snappy")
pq.write_table(counts, HERE / "counts-plain.parquet", compression="none", use_dictionary=False)
pq.write_table(counts, HERE / "counts-zstd.parquet", compression="zstd")
pq.write_table(pa.table({"id": ["a"], "parts": [[1, 2]]}), HERE / "nested.parquet")
pq.write_table(counts.slice(0, 0), HERE / "no-rows.parquet")

steps = [(step, group) for step in (0, 10) for group in ("Female", "Male", None)]
log = {
    "step": pa.array([step for step, _ in steps], pa.int64()),
    "group": pa.array([group for _, group in steps]),
}
for place, field in enumerate(
    ["loss", "innerRaw", "innerClipped", "curvatureRaw", "curvatureClipped", "hessianTrace"]
):
    log[field] = pa.array([row + place / 8 for row in range(len(steps))])
log["learningRate"] = pa.array([0.5] * len(steps))
log["noiseVariance"] = pa.array([0.25] * len(steps), pa.float32())
pq.write_table(pa.table(log), HERE / "log.parquet")

loans = HERE.parents[3] / "fixtures" / "loans.csv"
pq.write_table(pyarrow.csv.read_csv(loans), HERE / "loans.parquet")
