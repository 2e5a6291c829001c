/// Bounds of the spelling cost from signatures; the layout is that of SkeletonSignature.swift.
#pragma once
#include <stdint.h>

#if defined(__x86_64__) && defined(__linux__)
#define WITH_POPCNT __attribute__((target_clones("popcnt", "default")))
#else
#define WITH_POPCNT
#endif

/// Strong consonants, classes of sonorants, vowels.
#define STRONG_MASK 0x00000003FFFFFFFFull
#define SONORANT_MASK 0x000000FC00000000ull
#define VOWEL_MASK 0x0003FF0000000000ull
/// Of the strong consonants, which occur at all.
#define STRONG_ONCE_MASK 0x000000000001FFFFull
#define STRONG_COST 40
#define SONORANT_COST 35
#define VOWEL_COST 25
/// The cheapest gap, and the cheapest of another letter than h, j and w.
#define GAP_COST 30
#define FIRM_GAP_COST 50

static inline __attribute__((always_inline)) int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }
static inline __attribute__((always_inline)) int32_t smaller(int32_t a, int32_t b) { return a < b ? a : b; }

static inline __attribute__((always_inline)) int32_t excess(uint64_t more, uint64_t less, uint64_t mask) {
  return larger(__builtin_popcountll(more & mask), __builtin_popcountll(less & mask));
}

static inline __attribute__((always_inline)) int32_t namescreen_least_cost(uint64_t a, uint64_t b) {
  uint64_t more = a & ~b, less = b & ~a;
  return STRONG_COST * excess(more, less, STRONG_MASK) + SONORANT_COST * excess(more, less, SONORANT_MASK) +
         VOWEL_COST * excess(more, less, VOWEL_MASK);
}
