// Calls of the C library that Swift's own module of it leaves out.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Keeps memory that was freed for the next one who asks, instead of giving it back to the system: mallopt(3). Where the
/// C library has no such call it does nothing.
void inlay_keep_freed_memory(void);

/// Opens a file for reading and writing that has no name, in a folder: it is gone when it is closed, however the process
/// ends. open(2) with O_TMPFILE; returns -1, with `errno` set, where the system or the file system has no such files.
int inlay_open_unnamed(const char *folder);

/// Whether the process was told to ignore a signal: sigaction(2). Swift cannot compare addresses of handlers.
bool inlay_is_ignored(int signal);

/// Swaps what two paths of one file system name, in one step: renameat2(2), renamex_np(2). Returns 0, or -1 with errno.
int inlay_exchange(const char *path, const char *other);

/// Whether a file has extended attributes, those of the system's own security left aside: listxattr(2).
bool inlay_has_attributes(const char *path);

/// Watches a mapping of a file, whose pages may vanish when the file shrinks or its disk fails: the process gets SIGBUS
/// for touching them. With the first mapping a handler of that signal is set up, which puts zeros in the place of such
/// pages, and hands on to the handler before it what it does not know. Returns the number of the mapping, or -1 when it
/// cannot be watched.
int inlay_watch_mapping(const void *memory, size_t byte_count);

/// Whether pages of a mapping have vanished.
bool inlay_mapping_failed(int number);

/// Ends the watch, before the memory is given back; returns whether pages have vanished.
bool inlay_forget_mapping(int number);
