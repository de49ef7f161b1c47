// Brotli's two halves, which are libraries of their own.
#pragma once
#include <brotli/decode.h>
#include <brotli/encode.h>
