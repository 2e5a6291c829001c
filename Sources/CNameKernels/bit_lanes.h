/// Eight words side by side, in whatever vectors the target has: bits, counts and numbers in lanes.
///
/// The vectors are the compiler's, so what is written once runs on every processor; kernels_of_target.h compiles it for each.
#pragma once
#include "signature.h"
#include <string.h>

#define WIDE_LANES 8

#define LANED static inline __attribute__((always_inline))

/// Of 64 bits, and of 32 with a sign; a choice is all ones in the lanes that are chosen.
typedef uint64_t wide __attribute__((ext_vector_type(WIDE_LANES)));
typedef int32_t counts __attribute__((ext_vector_type(WIDE_LANES)));
typedef int32_t choice __attribute__((ext_vector_type(WIDE_LANES)));
typedef float numbers __attribute__((ext_vector_type(WIDE_LANES)));

LANED wide load_wide(const uint64_t *from) {
  wide loaded;
  memcpy(&loaded, from, sizeof loaded);
  return loaded;
}
LANED counts load_counts(const uint32_t *from) {
  counts loaded;
  memcpy(&loaded, from, sizeof loaded);
  return loaded;
}

LANED numbers load_numbers(const float *from) {
  numbers loaded;
  memcpy(&loaded, from, sizeof loaded);
  return loaded;
}
LANED counts load_bytes(const uint8_t *from) {
  typedef uint8_t bytes __attribute__((ext_vector_type(WIDE_LANES)));
  bytes loaded;
  memcpy(&loaded, from, sizeof loaded);
  return __builtin_convertvector(loaded, counts);
}
/// Of counts below 256.
LANED void store_bytes(uint8_t *to, counts all) {
  typedef uint8_t bytes __attribute__((ext_vector_type(WIDE_LANES)));
  bytes stored = __builtin_convertvector(all, bytes);
  memcpy(to, &stored, sizeof stored);
}

/// The first lanes, `left` of them at most, a bit each.
LANED uint8_t lanes_of(int64_t left) { return (uint8_t)(left < WIDE_LANES ? (1u << left) - 1 : 0xFF); }

/// The lanes that are chosen, a bit each.
LANED uint8_t bits_of_choice(choice chosen) {
#if defined(TARGET_AVX2)
  __m256i all;
  memcpy(&all, &chosen, sizeof all);
  return (uint8_t)_mm256_movemask_ps(_mm256_castsi256_ps(all));
#else
  typedef _Bool lanes __attribute__((ext_vector_type(WIDE_LANES)));
  lanes bits = __builtin_convertvector(chosen, lanes);
  uint8_t byte;
  memcpy(&byte, &bits, sizeof byte);
  return byte;
#endif
}

/// What stands at each place behind `first`.
LANED numbers gathered(const float *first, counts places) {
  numbers found;
#if defined(TARGET_AVX512) || defined(TARGET_AVX2)
  __m256i all;
  memcpy(&all, &places, sizeof all);
  __m256 read = _mm256_i32gather_ps(first, all, sizeof(float));
  memcpy(&found, &read, sizeof found);
#else
  for (int32_t lane = 0; lane < WIDE_LANES; lane++) found[lane] = first[places[lane]];
#endif
  return found;
}

LANED counts gathered_counts(const int32_t *first, counts places) {
  counts found;
#if defined(TARGET_AVX512) || defined(TARGET_AVX2)
  __m256i all;
  memcpy(&all, &places, sizeof all);
  all = _mm256_i32gather_epi32(first, all, sizeof(int32_t));
  memcpy(&found, &all, sizeof found);
#else
  for (int32_t lane = 0; lane < WIDE_LANES; lane++) found[lane] = first[places[lane]];
#endif
  return found;
}

LANED choice has_any(wide bits, uint64_t mask) { return __builtin_convertvector((bits & mask) != 0, choice); }
LANED choice has_none(wide bits, uint64_t mask) { return __builtin_convertvector((bits & mask) == 0, choice); }

LANED counts counted(wide bits) { return __builtin_convertvector(__builtin_elementwise_popcount(bits), counts); }
LANED counts most_of(counts a, counts b) { return __builtin_elementwise_max(a, b); }
LANED numbers most_of_numbers(numbers a, numbers b) { return __builtin_elementwise_max(a, b); }
LANED numbers least_of_numbers(numbers a, numbers b) { return __builtin_elementwise_min(a, b); }
LANED numbers numbers_of(counts all) { return __builtin_convertvector(all, numbers); }
LANED counts lengths_of(wide glances) { return __builtin_convertvector(glances >> NAMESCREEN_LENGTH_SHIFT, counts); }
