"""The seed job in DuckDB: seed_duckdb.py ALBUMS ARTISTS TRACKS OUTPUT THREADS.

Declaring the columns instead of letting them be sniffed is the faster way; giving up the order of the rows was not.
"""

import sys
from pathlib import Path

import duckdb

albums, artists, tracks, output, threads = sys.argv[1:]


def read(path):
    with Path(path).open() as file:
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in file.readline().rstrip("\n").split(","))
    # No text stands for null, so that empty texts stay empty.
    return f"""read_csv('{path}', columns = {{{columns}}}, auto_detect = false, header = true,
      delim = ',', quote = '"', escape = '"', nullstr = '\x01')"""


connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
connection.execute(f"""
COPY (
  SELECT tracks.* EXCLUDE (id), artists.* EXCLUDE (id), albums.*
  FROM {read(albums)} albums
  JOIN {read(artists)} artists ON artists.id = albums.artist_id
  JOIN {read(tracks)} tracks ON tracks.id = albums.track_id
) TO '{output}' (FORMAT parquet, COMPRESSION snappy)
""")
