"""Random jobs give the rows that DuckDB gives, within a budget of memory too.

`make fuzz-plans` makes others for as long as one likes.
"""

import pytest
import random_plans

COUNT = 60


@pytest.mark.parametrize("number", range(COUNT))
def test_duckdb_gives_the_rows_of_a_random_job(number, inlay, tmp_path):
    random_plans.check(str(number), inlay, tmp_path)
