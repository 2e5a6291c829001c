/// Symbols of letters, 32 side by side, looked up in tables of as many bytes as there are symbols: by what the target has for it.
#pragma once
#include "spelling.h"
#include <string.h>

#define SYMBOL_LANES 32

typedef uint8_t symbols __attribute__((ext_vector_type(SYMBOL_LANES)));
typedef int16_t cells __attribute__((ext_vector_type(SYMBOL_LANES)));

/// Symbols as tables are read by them.
typedef struct {
#if defined(TARGET_AVX512)
  __m512i all;
#elif defined(TARGET_AVX2)
  /// Those of each 16 symbols; others have the high bit, by which nothing is read.
  __m256i of[NAMESCREEN_SYMBOLS / 16];
#else
  symbols all;
#endif
} symbol_places;

static inline __attribute__((always_inline)) symbol_places places_of(symbols all) {
  symbol_places places;
#if defined(TARGET_AVX512)
  __m256i bytes;
  memcpy(&bytes, &all, sizeof bytes);
  places.all = _mm512_castsi256_si512(bytes);
#elif defined(TARGET_AVX2)
  for (int32_t part = 0; part < NAMESCREEN_SYMBOLS / 16; part++) {
    symbols place = __builtin_elementwise_add_sat(all ^ (uint8_t)(16 * part), (symbols)0x70);
    memcpy(&places.of[part], &place, sizeof place);
  }
#else
  places.all = all;
#endif
  return places;
}

/// What a table of NAMESCREEN_SYMBOLS bytes says of each symbol.
static inline __attribute__((always_inline)) cells look_up(const symbol_places *places, const uint8_t *table) {
  symbols found;
#if defined(TARGET_AVX512)
  __m256i bytes = _mm512_castsi512_si256(_mm512_permutexvar_epi8(places->all, _mm512_loadu_si512(table)));
  memcpy(&found, &bytes, sizeof found);
#elif defined(TARGET_AVX2)
  __m256i bytes = _mm256_setzero_si256();
  for (int32_t part = 0; part < NAMESCREEN_SYMBOLS / 16; part++) {
    __m256i entries = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * part)));
    bytes = _mm256_or_si256(bytes, _mm256_shuffle_epi8(entries, places->of[part]));
  }
  memcpy(&found, &bytes, sizeof found);
#else
  for (int32_t lane = 0; lane < SYMBOL_LANES; lane++) found[lane] = table[places->all[lane]];
#endif
  return __builtin_convertvector(found, cells);
}

/// What a table of 16 bytes says of each number below 16.
static inline __attribute__((always_inline)) symbols look_up_16(symbols all, const uint8_t *table) {
  symbols found;
#if defined(TARGET_AVX512) || defined(TARGET_AVX2)
  __m256i bytes;
  memcpy(&bytes, &all, sizeof bytes);
  bytes = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table)), bytes);
  memcpy(&found, &bytes, sizeof found);
#else
  for (int32_t lane = 0; lane < SYMBOL_LANES; lane++) found[lane] = table[all[lane]];
#endif
  return found;
}

/// The lanes that are chosen, a bit each.
static inline __attribute__((always_inline)) uint32_t bits_of_symbols(symbols chosen) {
  typedef _Bool lanes __attribute__((ext_vector_type(SYMBOL_LANES)));
  lanes all = __builtin_convertvector(chosen, lanes);
  uint32_t bits;
  memcpy(&bits, &all, sizeof bits);
  return bits;
}

/// Whether any lane is chosen.
static inline __attribute__((always_inline)) int is_any(symbols chosen) {
  return __builtin_reduce_or(chosen) != 0;
}
