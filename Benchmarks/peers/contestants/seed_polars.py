"""The seed job in Polars: seed_polars.py MODE ALBUMS ARTISTS TRACKS OUTPUT THREADS.

There are two modes, for neither wins in both time and memory: `collect` is the faster one, `sink` streams into the
file, and with the order of the albums kept it needs the least memory.
"""

import os
import sys

mode, albums, artists, tracks, output, threads = sys.argv[1:]
os.environ["POLARS_MAX_THREADS"] = threads

import polars  # noqa: E402 The number of threads must be set before.

albums, artists, tracks = (
    polars.scan_csv(path, infer_schema=False, empty_string_is_null=False) for path in (albums, artists, tracks)
)
order = "left" if mode == "sink" else None
joined = albums.join(artists, left_on="artist_id", right_on="id", maintain_order=order).join(
    tracks, left_on="track_id", right_on="id", maintain_order=order
)
names = [table.collect_schema().names() for table in (tracks, artists, albums)]
wanted = joined.select(names[0][1:] + names[1][1:] + names[2])
if mode == "sink":
    wanted.sink_parquet(output, compression="snappy", engine="streaming")
else:
    wanted.collect().write_parquet(output, compression="snappy")
