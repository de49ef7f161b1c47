"""The rows that the seed job must give, joined by DuckDB from the same CSV files."""

from pathlib import Path

import pyarrow as pa
from peers import duck

JOIN = """
SELECT tracks.* EXCLUDE (id), artists.* EXCLUDE (id), albums.*
FROM albums
JOIN artists ON artists.id = albums.artist_id
JOIN tracks ON tracks.id = albums.track_id
"""


def join(albums: Path, artists: Path, tracks: Path) -> pa.Table:
    """Every column of tracks, artists and albums but the two ids that the job drops, in this order, as text."""
    connection = duck.connect()
    for name, path in ("albums", albums), ("artists", artists), ("tracks", tracks):
        # No text stands for null, not even the empty one.
        connection.execute(f"""CREATE VIEW {name} AS FROM read_csv('{path}', all_varchar = true, header = true,
          delim = ',', quote = '"', escape = '"', nullstr = '\x01', strict_mode = true)""")
    return connection.sql(JOIN).to_arrow_table()
