// The C interface of libsnappy. A header of our own is needed because a module map must name a header beside
// itself, while the system's header lies wherever pkg-config says.
#pragma once
#include <snappy-c.h>
