#include "signature_scan.h"

#if defined(__x86_64__) && defined(__linux__)
#define WITH_POPCNT __attribute__((target_clones("popcnt", "default")))
#else
#define WITH_POPCNT
#endif

#define LETTER 40
#define SONORANT 35
#define VOWEL 25

static inline __attribute__((always_inline)) int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static inline __attribute__((always_inline)) int32_t excess(uint64_t more, uint64_t less, uint64_t mask) {
  return larger(__builtin_popcountll(more & mask), __builtin_popcountll(less & mask));
}

static inline __attribute__((always_inline)) int32_t least_cost(uint64_t a, uint64_t b) {
  uint64_t more = a & ~b, less = b & ~a;
  return LETTER * excess(more, less, NAMESCREEN_STRONG_MASK) + SONORANT * excess(more, less, NAMESCREEN_SONORANT_MASK) +
         VOWEL * excess(more, less, NAMESCREEN_VOWEL_MASK);
}

WITH_POPCNT
int64_t namescreen_scan_signatures(
    const uint64_t *signatures, int64_t first, int64_t last, uint64_t query, int32_t limit, uint32_t *found) {
  int64_t count = 0;
  for (int64_t i = first; i < last; i++) {
    uint64_t other = signatures[i];
    uint64_t more = query & ~other, less = other & ~query;
    int32_t letters = LETTER * excess(more, less, NAMESCREEN_STRONG_MASK);
    if (__builtin_expect(letters > limit, 1)) continue;
    int32_t cost = letters + SONORANT * excess(more, less, NAMESCREEN_SONORANT_MASK) +
                   VOWEL * excess(more, less, NAMESCREEN_VOWEL_MASK);
    found[count] = (uint32_t)i;
    count += cost <= limit;
  }
  return count;
}

WITH_POPCNT
void namescreen_least_costs(
    const uint64_t *queries, int64_t rows, const uint64_t *signatures, const uint32_t *units, int64_t columns,
    int32_t *costs) {
  for (int64_t j = 0; j < columns; j++) {
    uint64_t other = signatures[units[j]];
    for (int64_t i = 0; i < rows; i++) costs[i * columns + j] = least_cost(queries[i], other);
  }
}
