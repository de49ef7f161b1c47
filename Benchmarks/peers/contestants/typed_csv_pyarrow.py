"""How pyarrow reads CSV with types: those of the first block, which is as large as pyarrow makes it by itself.

No value of the real files holds a line end. To allow for them (`newlines_in_values`) costs pyarrow up to sixteen times
the time with small blocks, and the threads of all but one with a single large one.
"""

import pyarrow as pa
import pyarrow.csv


def read_typed(path: str) -> pa.Table:
    """Reads a file as a table; a field without quotes that is empty is null."""
    converting = pyarrow.csv.ConvertOptions(
        null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    return pyarrow.csv.read_csv(path, convert_options=converting)
