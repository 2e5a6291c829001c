/// Where a processor counts bits in lanes (AVX-512 VPOPCNTDQ) and looks up bytes in tables (VBMI): code for it, and whether this
/// one does.
#pragma once
#include "lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define HAS_LANED_CODE 1
#define LANES_TARGET target("avx512f,avx512dq,avx512vl,avx512bw,avx512vbmi,avx512vpopcntdq")
#define LANED __attribute__((LANES_TARGET))
#define LANED_INLINE static inline __attribute__((always_inline, LANES_TARGET))

/// Of 64 bits, and of 32.
#define WIDE_LANES 8
#define NARROW_LANES 16

LANED_INLINE __m512i all_of(uint64_t value) { return _mm512_set1_epi64((long long)value); }

LANED_INLINE __m512i common(__m512i bits, uint64_t mask) {
  return _mm512_popcnt_epi64(_mm512_and_si512(bits, all_of(mask)));
}

LANED_INLINE __m512i excess_in_lanes(__m512i more, __m512i less, uint64_t mask) {
  return _mm512_max_epi64(common(more, mask), common(less, mask));
}

/// The first lanes, `left` of them at most.
LANED_INLINE __mmask8 lanes_of(int64_t left) { return (__mmask8)(left < WIDE_LANES ? (1u << left) - 1 : 0xFF); }
#else
#define HAS_LANED_CODE 0
#endif
