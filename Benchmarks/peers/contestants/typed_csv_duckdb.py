"""How DuckDB reads CSV with types: sniffed over the whole file, as the others do."""


def typed_csv(path: str) -> str:
    """What stands behind FROM to read a file."""
    return f"read_csv('{path}', header = true, delim = ',', quote = '\"', escape = '\"', sample_size = -1)"
