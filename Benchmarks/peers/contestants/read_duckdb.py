"""Parquet into memory in DuckDB: read_duckdb.py FILE COLUMNS COLUMN VALUE THREADS; see read_pyarrow.py.

A table of DuckDB's own is what it is fastest at: an Arrow table of the same rows takes it longer.
"""

import sys
import time

import duckdb

path, columns, column, value, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
wanted = columns or "*"
condition = f"WHERE {column} = '{value}'" if column else ""
start = time.perf_counter()
connection.execute(f"CREATE TABLE found AS SELECT {wanted} FROM read_parquet('{path}') {condition}")
seconds = time.perf_counter() - start
rows = connection.execute("SELECT count(*) FROM found").fetchone()[0]
print(seconds, rows, len(connection.execute("DESCRIBE found").fetchall()), sep="\n")
