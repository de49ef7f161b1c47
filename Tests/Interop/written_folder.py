"""What a job wrote into its target folder."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def parts(folder: Path) -> list[Path]:
    """The files, in the order of their rows."""
    files = sorted(folder.glob("part-*.parquet"))
    assert sorted(folder.iterdir()) == files, "only whole parts may be left in the target"
    return files


def rows(folder: Path) -> pa.Table:
    return pa.concat_tables(pq.read_table(part, page_checksum_verification=True) for part in parts(folder))


def assert_all_optional_texts_without_nulls(folder: Path) -> None:
    for part in parts(folder):
        schema = pq.read_schema(part)
        assert all(field.type == pa.string() and field.nullable for field in schema)
    assert all(column.null_count == 0 for column in rows(folder).columns)
