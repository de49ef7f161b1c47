// Calls of the C library that Swift's own module of it leaves out.
#pragma once

/// Keeps memory that was freed for the next one who asks, instead of giving it back to the system: mallopt(3). Where the
/// C library has no such call it does nothing.
void inlay_keep_freed_memory(void);
