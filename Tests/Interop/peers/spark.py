"""Apache Spark, which stands on parquet-java, the strictest reader of all."""

import functools

import pyarrow as pa
from pyspark.sql import SparkSession

NAME = "spark"

CONFIGURATION = {
    # Enough for the seed job's whole output at once.
    "spark.driver.memory": "3g",
    # A session lives for minutes and sees little data: the second compiler and parallel collectors cost more than they
    # give, more than half of all time.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
    # Spark has no nanoseconds: TIMESTAMP(NANOS) is an illegal type to it, unless it may read the plain integers.
    "spark.sql.legacy.parquet.nanosAsLong": "true",
    "spark.sql.timeType.enabled": "true",
}

CANNOT_READ = {"time_millis": "Illegal Parquet type: INT32 (TIME(MILLIS,false))"}

# Its vectorised reader splits bytes for signed integers only.
CANNOT_READ_ENCODED = {
    ("uint32", "BYTE_STREAM_SPLIT"): 'Cannot call the method "readUnsignedIntegers"',
    ("uint64", "BYTE_STREAM_SPLIT"): 'Cannot call the method "readUnsignedLongs"',
}

CANNOT_WRITE = {
    **{f"uint{bits}": "Spark has no unsigned integers" for bits in (8, 16, 32, 64)},
    **{f"{zone}_nanos": "Spark's timestamps count microseconds" for zone in ("local", "utc")},
    "time_millis": "Spark's conversion from Arrow knows no time32",
    "time_nanos": "Spark writes times in microseconds",
}


@functools.cache
def session() -> SparkSession:
    builder = SparkSession.builder.master("local[2]").appName("Inlay's interoperability tests")
    for key, value in CONFIGURATION.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def stop() -> None:
    if session.cache_info().currsize:
        session().stop()


def read(path) -> pa.Table:
    return session().read.parquet(str(path)).toArrow()


def write(table, path, codec) -> None:
    """Writes one file, under the name that is asked for instead of Spark's own."""
    folder = path.with_suffix(".spark")
    frame = session().createDataFrame(table.drop_columns([name for name in CANNOT_WRITE if name in table.column_names]))
    frame.coalesce(1).write.mode("overwrite").option("compression", codec).parquet(str(folder))
    (part,) = folder.glob("part-*.parquet")
    part.rename(path)
