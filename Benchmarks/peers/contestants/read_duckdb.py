"""Parquet into memory in DuckDB: read_duckdb.py FILE COLUMNS COLUMN VALUE OUTPUT THREADS; see read_pyarrow.py.

A table of DuckDB's own is what it is fastest at: an Arrow table of the same rows takes it longer.
"""

import sys
import time

import duckdb

path, columns, column, value, output, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
wanted = columns or "*"
condition = f"WHERE {column} = '{value}'" if column else ""
start = time.perf_counter()
connection.execute(f"CREATE TABLE found AS SELECT {wanted} FROM read_parquet('{path}') {condition}")
print(time.perf_counter() - start)
if output:
    connection.execute(f"COPY found TO '{output}' (FORMAT parquet)")
