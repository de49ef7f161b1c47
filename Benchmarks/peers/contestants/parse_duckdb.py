"""CSV to typed columns in memory in DuckDB: parse_duckdb.py INPUT THREADS."""

import sys
import time

import duckdb

path, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
start = time.perf_counter()
connection.execute(
    f"""CREATE TABLE parsed AS
    FROM read_csv('{path}', header = true, delim = ',', quote = '"', escape = '"', sample_size = -1)"""
)
seconds = time.perf_counter() - start
columns = connection.execute("DESCRIBE parsed").fetchall()
(rows,) = connection.execute("SELECT count(*) FROM parsed").fetchone()
print(seconds, rows, len(columns), sep="\n")
for name, kind, *_ in columns:
    if kind in ("BIGINT", "DOUBLE"):
        print(connection.execute(f'SELECT sum("{name}") FROM parsed').fetchone()[0])
