"""Thrift's compact protocol, as far as Parquet needs it: structures as dictionaries from field id to value.

The format is described in `thrift-compact-protocol.md` of Apache Thrift.
"""

import struct


class Reader:
    """Reads values one after the other from bytes."""

    def __init__(self, data: bytes, offset: int = 0):
        self.data = data
        self.offset = offset

    def byte(self) -> int:
        self.offset += 1
        return self.data[self.offset - 1]

    def varint(self) -> int:
        value, shift = 0, 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def zigzag(self) -> int:
        value = self.varint()
        return value >> 1 ^ -(value & 1)

    def take(self, count: int) -> bytes:
        self.offset += count
        return self.data[self.offset - count : self.offset]

    def value(self, kind: int):
        match kind:
            case 1 | 2:  # In a list a boolean is a byte: 1 is true, 2 is false.
                return self.byte() == 1
            case 3:
                return struct.unpack("b", self.take(1))[0]
            case 4 | 5 | 6:
                return self.zigzag()
            case 7:
                return struct.unpack("<d", self.take(8))[0]
            case 8:
                return self.take(self.varint())
            case 9 | 10:
                return self.list()
            case 12:
                return self.structure()
        raise ValueError(f"no such type: {kind}")

    def list(self) -> list:
        header = self.byte()
        count = header >> 4 if header >> 4 < 15 else self.varint()
        return [self.value(header & 0x0F) for _ in range(count)]

    def structure(self) -> dict:
        fields, field = {}, 0
        while header := self.byte():
            field = field + (header >> 4) if header >> 4 else self.zigzag()
            kind = header & 0x0F
            # A boolean field's value stands in its type.
            fields[field] = kind == 1 if kind in (1, 2) else self.value(kind)
        return fields
