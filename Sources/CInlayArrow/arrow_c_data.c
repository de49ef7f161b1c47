// The structures are all in the header; a target needs one source.
#include "arrow_c_data.h"
