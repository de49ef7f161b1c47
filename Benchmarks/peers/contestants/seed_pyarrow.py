"""The seed job in pyarrow: seed_pyarrow.py ALBUMS ARTISTS TRACKS OUTPUT THREADS.

The smaller tables are the right sides of the joins, which are those that Acero holds in its hash tables. No value of
the real files holds a line end, so pyarrow need not allow for such.
"""

import sys

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

*inputs, output, threads = sys.argv[1:]
pa.set_cpu_count(int(threads))
pa.set_io_thread_count(int(threads))


def read(path):
    # Blocks larger than the usual ones, with which the large file is read faster.
    reading = pyarrow.csv.ReadOptions(block_size=8 << 20)
    with open(path) as file:  # noqa: PTH123
        names = file.readline().rstrip("\n").split(",")
    converting = pyarrow.csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=True
    )
    return pyarrow.csv.read_csv(path, reading, convert_options=converting)


albums, artists, tracks = (read(path) for path in inputs)
# Only one of two columns of a name can stay: the albums' own are called as they are, and artists have none of theirs.
joined = albums.join(artists, "artist_id", "id", join_type="inner").join(tracks, "track_id", "id", join_type="inner")
wanted = tracks.column_names[1:] + artists.column_names[1:] + albums.column_names
pyarrow.parquet.write_table(joined.select(wanted), output, compression="snappy")
