/// Population-count loops over skeleton signatures, with the POPCNT instruction where the processor has it.
#pragma once
#include <stdint.h>

/// Layout of a signature (see SkeletonSignature.swift): strong consonants, classes of sonorants, vowels.
#define NAMESCREEN_STRONG_MASK 0x00000003FFFFFFFFull
#define NAMESCREEN_SONORANT_MASK 0x000000FC00000000ull
#define NAMESCREEN_VOWEL_MASK 0x0003FF0000000000ull

/// Writes the indices `i` in `first..<last` whose signature admits a spelling cost of at most `limit` (1/100 edits)
/// from `query`, to `found`, which must have room for `last - first` of them. Returns how many.
int64_t namescreen_scan_signatures(
    const uint64_t *signatures, int64_t first, int64_t last, uint64_t query, int32_t limit, uint32_t *found);

/// Least spelling costs between `rows` query signatures and the signatures of `columns` units, row-major, to `costs`.
void namescreen_least_costs(
    const uint64_t *queries, int64_t rows, const uint64_t *signatures, const uint32_t *units, int64_t columns,
    int32_t *costs);
