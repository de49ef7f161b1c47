"""CSV to typed columns in memory in DuckDB: parse_duckdb.py INPUT OUTPUT THREADS; see parse_pyarrow.py."""

import sys
import time

import duckdb
from typed_csv_duckdb import typed_csv

path, output, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
start = time.perf_counter()
connection.execute(f"CREATE TABLE parsed AS FROM {typed_csv(path)}")
print(time.perf_counter() - start)
if output:
    connection.execute(f"COPY parsed TO '{output}' (FORMAT parquet)")
