/// Where a processor counts bits in lanes (AVX-512 VPOPCNTDQ): code for it, and whether this one does.
#pragma once
#include "lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define HAS_LANED_CODE 1
#define LANED __attribute__((target("avx512f,avx512dq,avx512vl,avx512vpopcntdq")))
#define LANED_INLINE static inline __attribute__((always_inline, target("avx512f,avx512dq,avx512vl,avx512vpopcntdq")))
#else
#define HAS_LANED_CODE 0
#endif
