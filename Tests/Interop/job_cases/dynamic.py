"""The transforms that AWS wrote for Glue Studio."""

from random_tables import numbered, people, table


def rows_of(job, rows=60):
    return job.parquet(numbered(table(60, rows, word="word", digit="digit", double="small_double", time="time_text")))


def concatenation(job):
    rows = rows_of(job)
    job.write(job.dynamic(rows, "gs_concat", colName="all", colList=["word", "digit", "double"]))
    job.write(job.dynamic(rows, "gs_concat", colName="word", colList="word, digit", spacer=" – ", nullValue="∅"))


def split(job):
    rows = rows_of(job)
    job.write(job.dynamic(rows, "gs_split", colName="word", pattern="[e-i]", newColName="parts"))
    job.write(job.dynamic(rows, "gs_split", colName="digit", pattern="\\.|-"))
    parts = job.dynamic(rows, "gs_split", colName="time", pattern="-", newColName="parts")
    job.write(job.dynamic(parts, "gs_array_to_cols", colName="parts", colList="year, month", indexes="1,2"))


def array_to_columns(job):
    rows = job.parquet(people(61, 60))
    job.write(job.dynamic(rows, "gs_array_to_cols", colName="tags", colList=["a", "b", "c", "d", "e"]))
    job.write(job.dynamic(rows, "gs_array_to_cols", colName="tags", colList=["third", "first"], indexes=["3", "1"]))


def flatten(job):
    rows = job.parquet(people(62, 60))
    job.write(job.dynamic(rows, "gs_flatten"))
    job.write(job.dynamic(rows, "gs_flatten", maxLevels="1", separator="_"))


def null_rows(job):
    rows = job.parquet(table(63, 300, word="word", digit="digit"))
    job.write(job.dynamic(rows, "gs_null_rows"))
    job.write(job.dynamic(rows, "gs_null_rows", extended="true"))


def timestamps(job):
    rows = job.parquet(numbered(table(64, 80, time="time_text", count="int", double="small_double")))
    job.write(job.dynamic(rows, "gs_to_timestamp", colName="time", colType="iso", newColName="moment"))
    for unit in ("seconds", "milliseconds", "microseconds"):
        job.write(job.dynamic(rows, "gs_to_timestamp", colName="count", colType=unit))
        job.write(job.dynamic(rows, "gs_to_timestamp", colName="double", colType=unit, newColName="moment"))


def repartition(job):
    job.write(job.dynamic(rows_of(job), "gs_repartition", numPartitionsStr="3"))


CASES = {
    "concat": concatenation,
    "split": split,
    "array-to-cols": array_to_columns,
    "flatten": flatten,
    "null-rows": null_rows,
    "to-timestamp": timestamps,
    "repartition": repartition,
}
