"""Pages, their checksums, and the page index of a file with every type."""

import pytest
from every_type import NAMES
from page_checks import CHECKS, chunks_with_rows
from parquet_file import ParquetFile


@pytest.fixture(
    scope="module", params=[(50_000, "snappy"), (20_001, "gzip"), (20_001, "none")], ids=lambda case: case[1]
)
def written(request, converted):
    path, table = converted(*request.param)
    return ParquetFile(path), table


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("position", range(len(NAMES)), ids=NAMES)
def test_holds(check, position, written):
    check(chunks_with_rows(*written, position))
