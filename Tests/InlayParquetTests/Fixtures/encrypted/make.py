"""Makes the encrypted files beside it, whose rows and keys `EncryptedFixtures.swift` knows too.

Needs the packages of Tests/Interop/requirements.txt. pyarrow takes keys for whole files, or wrapped ones for columns by
way of a key management service; parquet-java, which comes with Spark, takes keys for columns and writes bloom filters.
"""

import base64
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.parquet.encryption as pe

HERE = Path(__file__).parent
ROWS = 60
FOOTER_KEY = b"0123456789012345"
WORD_KEY = b"1234567890123450"
VALUE_KEY = b"123456789012345123456789"
LONG_KEY = b"01234567890123456789012345678901"

TABLE = pa.table(
    {
        "id": pa.array(range(ROWS), pa.int64()),
        "word": pa.array([None if i % 7 == 0 else f"word {i % 6}" for i in range(ROWS)]),
        "value": pa.array([None if i % 5 == 0 else i / 8 for i in range(ROWS)]),
    }
)


def path(name):
    return HERE / f"{name}.parquet.encrypted"


def write(name, properties, **options):
    options = {"row_group_size": 40, "write_page_index": True, **options}
    pq.write_table(TABLE, path(name), encryption_properties=properties, **options)


def with_one_key():
    """Files of one key; each has another combination of what there is to choose."""
    make = pe.create_encryption_properties
    pages = {"data_page_version": "2.0", "data_page_size": 64, "write_batch_size": 8}
    write("gcm", make(FOOTER_KEY))
    write("gcm_v2", make(FOOTER_KEY), **pages, compression="none", use_dictionary=["word"])
    write("ctr", make(LONG_KEY, encryption_algorithm="AES_GCM_CTR_V1"), **pages)
    write("signed", make(VALUE_KEY, plaintext_footer=True), compression="none", use_dictionary=False)
    write("prefix", make(FOOTER_KEY, aad_prefix=b"tester"))
    write("prefix_left_out", make(FOOTER_KEY, aad_prefix=b"tester", store_aad_prefix=False))


class Keys(pe.KmsClient):
    """Wraps a key by putting the name of the master key in front of it: the form is a service's own affair."""

    def wrap_key(self, key_bytes, master_key_identifier):
        return base64.b64encode(master_key_identifier.encode() + b":" + key_bytes)

    def unwrap_key(self, wrapped_key, master_key_identifier):
        return base64.b64decode(wrapped_key).removeprefix(master_key_identifier.encode() + b":")


def with_wrapped_keys():
    """Files whose key metadata are pyarrow's key material in JSON."""
    factory = pe.CryptoFactory(lambda _: Keys())
    connection = pe.KmsConnectionConfig()
    for name, footer, algorithm, bits in [
        ("wrapped_gcm", False, "AES_GCM_V1", 128),
        ("wrapped_ctr", True, "AES_GCM_CTR_V1", 256),
    ]:
        configuration = pe.EncryptionConfiguration(
            footer_key="kf",
            column_keys={"kc1": ["word"], "kc2": ["value"]},
            encryption_algorithm=algorithm,
            plaintext_footer=footer,
            double_wrapping=False,
            cache_lifetime=timedelta(minutes=5),
            data_key_length_bits=bits,
        )
        write(name, factory.file_encryption_properties(connection, configuration))


def with_java():
    """Files of parquet-java: keys by column, pages of the second version, bloom filters, several row groups."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    jvm = spark.sparkContext._jvm
    crypto, hadoop = jvm.org.apache.parquet.crypto, jvm.org.apache.parquet.hadoop
    types = "required int32 id; optional binary word (STRING); optional double value;"
    schema = jvm.org.apache.parquet.schema.MessageTypeParser.parseMessageType(f"message m {{ {types} }}")
    factory = jvm.org.apache.parquet.example.data.simple.SimpleGroupFactory(schema)
    versions = jvm.org.apache.parquet.column.ParquetProperties.WriterVersion
    for name, signed, version in [
        ("java_v1", True, versions.PARQUET_1_0),
        ("java_v2", False, versions.PARQUET_2_0),
    ]:
        columns = jvm.java.util.HashMap()
        for column, key, metadata in [("word", WORD_KEY, b"kc1"), ("value", VALUE_KEY, b"kc2")]:
            builder = crypto.ColumnEncryptionProperties.builder(column)
            properties = builder.withKey(bytearray(key)).withKeyMetaData(bytearray(metadata)).build()
            columns.put(properties.getPath(), properties)
        builder = crypto.FileEncryptionProperties.builder(bytearray(FOOTER_KEY))
        builder = builder.withFooterKeyMetadata(bytearray(b"kf")).withEncryptedColumns(columns)
        if signed:
            builder = builder.withPlaintextFooter()
        path(name).unlink(missing_ok=True)
        writer = hadoop.example.ExampleParquetWriter.builder(jvm.org.apache.hadoop.fs.Path(str(path(name))))
        writer = writer.withType(schema).withWriterVersion(version).withEncryption(builder.build())
        writer = writer.withBloomFilterEnabled("word", True).withDictionaryEncoding("word", False)
        writer = writer.withPageRowCountLimit(20).withMaxBloomFilterBytes(32).build()
        for row in TABLE.to_pylist():
            group = factory.newGroup()
            for column, value in row.items():
                if value is not None:
                    group.add(column, value)
            writer.write(group)
        writer.close()
        (HERE / f".{path(name).name}.crc").unlink(missing_ok=True)


if __name__ == "__main__":
    with_one_key()
    with_wrapped_keys()
    with_java()
