/// Which of a name's words, or of its joined neighbours, letters do not rule out: eight at a time where the processor counts bits
/// in lanes (AVX-512 VPOPCNTDQ), all of them elsewhere.
///
/// A sieve before the look at each pair: it follows the same bounds, with one limit for all kinds of listed words.
#pragma once
#include "bit_lanes.h"
#include "name_words.h"

/// A word or a join of the query as the sieve reads it.
typedef struct {
  const namescreen_worth *worth;
  uint64_t glance;
  /// The traits of joins that are kept whatever their letters.
  uint64_t special;
  /// The share of the length that letters may cost.
  float most_share;
  /// Whether the glances tell as well: not when consonants alone are compared.
  int32_t has_classes;
} sieve;

#if HAS_LANED_CODE
/// `namescreen_least_by_worth`.
LANED_INLINE __m512d worth_costs(const sieve *own, __m512i lengths, __m512i occurrences) {
  __m512i quarters = _mm512_sub_epi64(
      _mm512_slli_epi64(_mm512_popcnt_epi64(occurrences), 2), _mm512_slli_epi64(lengths, 1));
  for (int32_t level = 0; level < NAMESCREEN_WORTH_LEVELS; level++)
    quarters = _mm512_sub_epi64(quarters, common(occurrences, own->worth->above[level]));
  return _mm512_fmadd_pd(
      _mm512_cvtepi64_pd(quarters), _mm512_set1_pd(NAMESCREEN_WORTH_STEP), _mm512_set1_pd(own->worth->total));
}

/// `namescreen_least_cost`.
LANED_INLINE __m512d class_costs(const sieve *own, __m512i glances) {
  __m512i word = all_of(own->glance);
  __m512i more = _mm512_andnot_si512(glances, word), less = _mm512_andnot_si512(word, glances);
  __m512d costs = _mm512_mul_pd(
      _mm512_cvtepi64_pd(excess_in_lanes(more, less, STRONG_MASK)), _mm512_set1_pd(STRONG_COST));
  costs = _mm512_fmadd_pd(
      _mm512_cvtepi64_pd(excess_in_lanes(more, less, SONORANT_MASK)), _mm512_set1_pd(SONORANT_COST), costs);
  return _mm512_fmadd_pd(
      _mm512_cvtepi64_pd(excess_in_lanes(more, less, VOWEL_MASK)), _mm512_set1_pd(VOWEL_COST), costs);
}

/// The lanes whose letters cost no more than the share: `namescreen_least_by_worth` and `namescreen_least_cost`.
LANED_INLINE __mmask8 lanes_in_reach(const sieve *own, __mmask8 lanes, __m512i glances, __m512i occurrences) {
  __m512i lengths = _mm512_srli_epi64(glances, NAMESCREEN_LENGTH_SHIFT);
  __m512i longer = _mm512_max_epi64(lengths, all_of(own->glance >> NAMESCREEN_LENGTH_SHIFT));
  // A length of 0 shares as 1 does.
  __m512d limits = _mm512_mul_pd(
      _mm512_cvtepi64_pd(_mm512_max_epi64(longer, all_of(1))), _mm512_set1_pd((double)own->most_share * (1 + 1e-6)));
  __mmask8 kept = _mm512_mask_cmp_pd_mask(lanes, worth_costs(own, lengths, occurrences), limits, _CMP_LE_OQ);
  if (!own->has_classes || !kept) return kept;
  return _mm512_mask_cmp_pd_mask(kept, class_costs(own, glances), limits, _CMP_LE_OQ);
}

/// The lanes whose words a word of the query may meet, or which have `special` traits.
LANED_INLINE __mmask8 lanes_of_words(
    const sieve *own, uint64_t special_traits, __mmask8 lanes, __m512i glances, const uint64_t *occurrences) {
  __m512i unlike = _mm512_xor_si512(glances, all_of(own->glance));
  __mmask8 special = _mm512_mask_test_epi64_mask(lanes, glances, all_of(special_traits));
  // A particle and another word meet when they are equal.
  __mmask8 other = _mm512_mask_test_epi64_mask(lanes, unlike, all_of(NAMESCREEN_PARTICLE));
  __mmask8 equal = _mm512_mask_testn_epi64_mask(other, unlike, all_of(NAMESCREEN_SIGNATURE_MASK));
  __mmask8 alike =
      lanes_in_reach(own, lanes & ~special & ~other, glances, _mm512_maskz_loadu_epi64(lanes, occurrences));
  return special | equal | alike;
}

/// The lanes whose joins `own` may meet, or whose words when `own` is a join: loose ones by their letters, others by their classes
/// alone.
LANED_INLINE __mmask8 lanes_of_joins(
    const sieve *own, __mmask8 lanes, const uint64_t *glances, const uint64_t *occurrences) {
  __m512i glance = _mm512_maskz_loadu_epi64(lanes, glances);
  __m512i unlike = _mm512_xor_si512(glance, all_of(own->glance));
  __mmask8 special = _mm512_mask_test_epi64_mask(lanes, glance, all_of(own->special));
  __mmask8 equal = _mm512_mask_testn_epi64_mask(
      lanes, unlike, all_of(NAMESCREEN_SIGNATURE_MASK | ~0ull << NAMESCREEN_LENGTH_SHIFT));
  __mmask8 loose = own->glance & NAMESCREEN_FUZZY ? lanes
                                                  : _mm512_mask_test_epi64_mask(lanes, glance, all_of(NAMESCREEN_FUZZY));
  __mmask8 alike =
      lanes_in_reach(own, loose & ~special & ~equal, glance, _mm512_maskz_loadu_epi64(lanes, occurrences));
  return special | equal | alike;
}

/// The words of a name, a bit each, that a word of the query may meet; those with `special` traits are kept.
LANED static uint32_t sift_words(
    const sieve *own, uint64_t special_traits, const uint64_t *glances, const uint64_t *occurrences, int32_t count) {
  uint32_t kept = 0;
  for (int32_t first = 0; first < count; first += WIDE_LANES) {
    __mmask8 lanes = lanes_of(count - first);
    __m512i glance = _mm512_maskz_loadu_epi64(lanes, glances + first);
    kept |= (uint32_t)lanes_of_words(own, special_traits, lanes, glance, occurrences + first) << first;
  }
  return kept;
}

/// The joins among `glances`, a bit each, that `own` may meet, or the words when `own` is a join.
LANED static uint32_t sift_joins(const sieve *own, const uint64_t *glances, const uint64_t *occurrences, int32_t count) {
  uint32_t kept = 0;
  for (int32_t first = 0; first < count; first += WIDE_LANES)
    kept |= (uint32_t)lanes_of_joins(own, lanes_of(count - first), glances + first, occurrences + first) << first;
  return kept;
}
#else
static uint32_t sift_words(
    const sieve *own, uint64_t special_traits, const uint64_t *glances, const uint64_t *occurrences, int32_t count) {
  return ~0u;
}
static uint32_t sift_joins(const sieve *own, const uint64_t *glances, const uint64_t *occurrences, int32_t count) {
  return ~0u;
}
#endif
