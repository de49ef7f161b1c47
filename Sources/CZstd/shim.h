// Zstandard. A module map cannot name a header whose folder differs from system to system; this file can.
#pragma once
#include <zstd.h>
