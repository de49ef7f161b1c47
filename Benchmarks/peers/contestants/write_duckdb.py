"""Parquet from memory in DuckDB: write_duckdb.py INPUT OUTPUT THREADS; only the writing counts."""

import sys
import time

import duckdb

path, output, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
connection.execute(f"CREATE TABLE held AS FROM read_parquet('{path}')")
start = time.perf_counter()
connection.execute(f"COPY held TO '{output}' (FORMAT parquet, COMPRESSION snappy)")
seconds = time.perf_counter() - start
print(seconds, connection.execute("SELECT count(*) FROM held").fetchone()[0], sep="\n")
