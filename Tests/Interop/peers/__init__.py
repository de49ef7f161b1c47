"""The engines that must read what Inlay writes, and write what Inlay must read.

Each module here is one peer, with the same three members: `NAME`, `read(path)` and `write(table, path, codec)`. What a
peer cannot do is named in its module, by column of the table of every type, and by encoding
where it depends on that, with the reason.
"""
