"""Whether two tables hold the same rows the same number of times, in any order, as DuckDB counts them."""

import pyarrow as pa
from peers import duck


def assert_same_rows(actual: pa.Table, expected: pa.Table) -> None:
    assert actual.column_names == expected.column_names
    assert actual.num_rows == expected.num_rows
    connection = duck.connect()
    connection.register("actual", actual)
    connection.register("expected", expected)
    extra = connection.sql("FROM actual EXCEPT ALL FROM expected LIMIT 3").fetchall()
    assert not extra, f"rows that should not be there, or not so often: {extra}"
