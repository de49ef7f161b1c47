"""A join of two Parquet files in DuckDB: join_duckdb.py LEFT RIGHT KIND THREADS."""

import sys
import time

import duckdb

left, right, kind, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
# The sums do not depend on the order of the rows, so it need not be kept.
connection.execute("SET preserve_insertion_order = false")
sums = "count(*), sum(a), sum(b)" + ("" if kind == "semi" else ", sum(c), sum(d)")
start = time.perf_counter()
found = connection.execute(
    f"SELECT {sums} FROM read_parquet('{left}') AS l {kind} JOIN read_parquet('{right}') AS r ON l.key = r.key"
).fetchone()
print(time.perf_counter() - start, *found, sep="\n")
