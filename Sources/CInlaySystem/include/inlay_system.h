// Calls of the C library that Swift's own module of it leaves out.
#pragma once

/// Keeps memory that was freed for the next one who asks, instead of giving it back to the system: mallopt(3). Where the
/// C library has no such call it does nothing.
void inlay_keep_freed_memory(void);

/// Opens a file for reading and writing that has no name, in a folder: it is gone when it is closed, however the process
/// ends. open(2) with O_TMPFILE; returns -1, with `errno` set, where the system or the file system has no such files.
int inlay_open_unnamed(const char *folder);
