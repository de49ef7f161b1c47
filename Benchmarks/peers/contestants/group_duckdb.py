"""Groups of a Parquet file in DuckDB: group_duckdb.py FILE KEY THREADS."""

import sys
import time

import duckdb

path, key, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
# The sums do not depend on the order of the groups, so it need not be kept.
connection.execute("SET preserve_insertion_order = false")
start = time.perf_counter()
found = connection.execute(f"""
SELECT count(*), sum(s), sum(n), sum(m), sum(least), sum(greatest), max(key) FROM (
  SELECT {key} AS key, sum(a) AS s, count(*) AS n, avg(x) AS m, min(a) AS least, max(a) AS greatest
  FROM read_parquet('{path}') GROUP BY {key})
""").fetchone()
print(time.perf_counter() - start, *found, sep="\n")
