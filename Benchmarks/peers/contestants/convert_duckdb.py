"""CSV to typed Parquet in DuckDB: convert_duckdb.py INPUT OUTPUT THREADS.

Types are sniffed over the whole file, as the others do; the order of the rows is kept.
"""

import sys

import duckdb

path, output, threads = sys.argv[1:]
connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
connection.execute(
    f"""COPY (FROM read_csv('{path}', header = true, delim = ',', quote = '"', escape = '"', sample_size = -1))
    TO '{output}' (FORMAT parquet, COMPRESSION snappy)"""
)
