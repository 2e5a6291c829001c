/// The words of a vocabulary that are near a query, many groups, words and spellings at a time, where the processor has lanes.
/// Part of vocabulary.c, which does the same one by one.
#pragma once
#include "word_batch.h"

#if HAS_LANED_CODE
LANED_INLINE __m512i steps_of(__m512i letters, const uint32_t *steps) {
  __m512i count = _mm512_popcnt_epi32(_mm512_and_si512(letters, _mm512_set1_epi32((int)steps[0])));
  count = _mm512_slli_epi32(count, FIRST_STEP / STEP - 1);
  for (int32_t step = 1; step < STEPS; step++)
    count = _mm512_add_epi32(
        count, _mm512_popcnt_epi32(_mm512_and_si512(letters, _mm512_set1_epi32((int)steps[step]))));
  return count;
}

/// The groups among `count`, a bit each, whose sets of letters may be within the limits.
LANED_INLINE uint32_t sift_groups(const set_query *query, const uint32_t *keys, uint32_t count) {
  __mmask16 lanes = (__mmask16)(count < NARROW_LANES ? (1u << count) - 1 : 0xFFFF);
  __m512i sets = _mm512_maskz_loadu_epi32(lanes, keys), own = _mm512_set1_epi32((int)query->set);
  __m512i counted = _mm512_set1_epi32((int)query->counted);
  __m512i more = _mm512_and_si512(_mm512_andnot_si512(sets, own), counted);
  __m512i less = _mm512_and_si512(_mm512_andnot_si512(own, sets), counted);
  // A limit below 0 leaves no group.
  int32_t most_lost = query->more_limit < 0 ? -1 : query->more_limit / STEP;
  int32_t most_gained = query->less_limit < 0 ? -1 : query->less_limit / STEP;
  __mmask16 kept =
      _mm512_mask_cmple_epi32_mask(lanes, steps_of(more, query->lost_steps), _mm512_set1_epi32(most_lost));
  return _mm512_mask_cmple_epi32_mask(kept, steps_of(less, query->gained_steps), _mm512_set1_epi32(most_gained));
}

/// A walk through groups: those from `next` to `end` are to be seen, and of those from `base` on the ones whose bits are set.
typedef struct {
  uint32_t next, end, base, sifted;
} group_walk;

/// The next group that may hold words within the limits, or the end.
LANED_INLINE uint32_t next_sifted(
    const namescreen_spelling *s, const set_query *query, const uint32_t *keys, group_walk *walk) {
  for (;;) {
    while (walk->sifted) {
      uint32_t group = walk->base + (uint32_t)__builtin_ctz(walk->sifted);
      walk->sifted &= walk->sifted - 1;
      if (set_fits(s, query, keys[group] & NAMESCREEN_SET_MASK)) return group;
    }
    if (walk->next >= walk->end) return walk->end;
    uint32_t left = walk->end - walk->next, count = left < NARROW_LANES ? left : NARROW_LANES;
    walk->base = walk->next;
    walk->sifted = sift_groups(query, keys + walk->base, count);
    walk->next += count;
  }
}

/// The limits by length, where a vector can look them up.
typedef struct {
  __m512i low, high;
} limit_table;

LANED_INLINE limit_table limits_by_length(const namescreen_spelling *s) {
  int16_t limits[64];
  for (int32_t length = 0; length < 64; length++) limits[length] = limited(s->limits[length]);
  return (limit_table){_mm512_loadu_si512(limits), _mm512_loadu_si512(limits + 32)};
}

/// What so many letters of each class cost.
LANED_INLINE __m512i cost_of_letters(__m512i strong, __m512i sonorants, __m512i vowels) {
  __m512i cost = _mm512_mul_epu32(strong, all_of(STRONG_COST));
  cost = _mm512_add_epi64(cost, _mm512_mul_epu32(sonorants, all_of(SONORANT_COST)));
  return _mm512_add_epi64(cost, _mm512_mul_epu32(vowels, all_of(VOWEL_COST)));
}

/// The words among up to eight, a bit each, that may be within the limits by `cost_at_least`.
LANED_INLINE __mmask8 glances_in_reach(
    const namescreen_spelling *s, uint64_t glance, const limit_table *table, const uint64_t *glances, uint32_t count) {
  __mmask8 lanes = lanes_of(count);
  __m512i own = all_of(glance), others = _mm512_maskz_loadu_epi64(lanes, glances);
  __m512i more = _mm512_andnot_si512(others, own), less = _mm512_andnot_si512(own, others);
  __m512i strong_more = common(more, STRONG_MASK), strong_less = common(less, STRONG_MASK);
  __m512i sonorants_more = common(more, SONORANT_MASK), sonorants_less = common(less, SONORANT_MASK);
  __m512i vowels_more = common(more, VOWEL_MASK), vowels_less = common(less, VOWEL_MASK);
  __m512i exchanged = cost_of_letters(
      _mm512_max_epi64(strong_more, strong_less), _mm512_max_epi64(sonorants_more, sonorants_less),
      _mm512_max_epi64(vowels_more, vowels_less));

  __m512i length = all_of((uint64_t)s->length);
  __m512i lengths = _mm512_min_epi64(_mm512_srli_epi64(others, NAMESCREEN_LENGTH_SHIFT), all_of(NAMESCREEN_LONGEST));
  __mmask8 shorter = _mm512_cmplt_epi64_mask(lengths, length);
  // What the shorter one alone has.
  __m512i lost = cost_of_letters(
      _mm512_mask_mov_epi64(strong_more, shorter, strong_less), _mm512_mask_mov_epi64(sonorants_more, shorter, sonorants_less),
      _mm512_mask_mov_epi64(vowels_more, shorter, vowels_less));
  __mmask8 faint = _mm512_test_epi64_mask(_mm512_mask_mov_epi64(others, shorter, own), all_of(NAMESCREEN_HAS_FAINT));
  __m512i gap = _mm512_mask_mov_epi64(all_of(FIRM_GAP_COST), faint, all_of(GAP_COST));
  __m512i gaps = _mm512_mul_epu32(_mm512_abs_epi64(_mm512_sub_epi64(lengths, length)), gap);

  __m512i least = _mm512_max_epi64(exchanged, _mm512_add_epi64(gaps, lost));
  // In the low bits of each lane.
  __m512i limits = _mm512_permutex2var_epi16(table->low, _mm512_max_epi64(lengths, length), table->high);
  return _mm512_mask_cmple_epi64_mask(lanes, least, _mm512_and_si512(limits, all_of(0xFFFF)));
}

/// Takes the words of a batch that are within their limits, and empties it.
LANED_INLINE void take_batch(const namescreen_spelling *s, word_batch *batch, findings *all) {
  if (batch->count == 0) return;
  for (uint32_t within = find_costs(s, batch); within; within &= within - 1) {
    int32_t place = __builtin_ctz(within);
    take(all, batch->words[place], batch->costs[place]);
  }
  batch->count = batch->longest = 0;
}

/// Adds a word to a batch, which is taken when it is full.
LANED_INLINE void compare(
    const namescreen_spelling *s, word_batch *batch, uint32_t word, const uint8_t *letters, int32_t length, findings *all) {
  add_word(batch, word, letters, length, s->limits[larger(length, s->length)]);
  if (batch->count == BATCH_WORDS) take_batch(s, batch, all);
}

LANED static void find_spelled_in_lanes(
    const namescreen_spelling *s, uint64_t glance, const namescreen_vocabulary *words, findings *all) {
  set_query query = set_query_of(s);
  limit_table limits = limits_by_length(s);
  word_batch batch;
  batch.count = batch.longest = 0;
  for (uint8_t first = 0; first < NAMESCREEN_SYMBOLS; first++) {
    group_walk walk = {.next = words->initials[first], .end = words->initials[first + 1]};
    if (walk.next == walk.end || !begin(s, &query, first)) continue;
    for (uint32_t group; (group = next_sifted(s, &query, words->keys, &walk)) < walk.end;) {
      members group_members = members_of(words, group);
      for (uint32_t from = group_members.first; from < group_members.end; from += WIDE_LANES) {
        uint32_t kept = glances_in_reach(s, glance, &limits, words->glances + from, group_members.end - from);
        for (; kept; kept &= kept - 1) {
          uint32_t word = from + (uint32_t)__builtin_ctz(kept);
          compare(s, &batch, word, bytes_of(words, word), length_of_word(words->glances[word]), all);
        }
      }
    }
  }
  take_batch(s, &batch, all);
}

LANED static void find_consonants_in_lanes(
    const namescreen_spelling *s, const namescreen_vocabulary *words, findings *all) {
  set_query query = set_query_of(s);
  begin_consonants(s, &query);
  word_batch batch;
  batch.count = batch.longest = 0;
  uint8_t consonants[NAMESCREEN_LONGEST];
  for (uint8_t first = 0; first < NAMESCREEN_SYMBOLS; first++) {
    group_walk walk = {.next = words->initials[first], .end = words->initials[first + 1]};
    for (uint32_t group; (group = next_sifted(s, &query, words->keys, &walk)) < walk.end;) {
      members group_members = members_of(words, group);
      for (uint32_t word = group_members.first; word < group_members.end; word++) {
        int32_t length = namescreen_write_consonants(
            bytes_of(words, word), length_of_word(words->glances[word]), consonants);
        compare(s, &batch, word, consonants, length, all);
      }
    }
  }
  take_batch(s, &batch, all);
}
#else
static void find_spelled_in_lanes(
    const namescreen_spelling *s, uint64_t glance, const namescreen_vocabulary *words, findings *all) {}
static void find_consonants_in_lanes(
    const namescreen_spelling *s, const namescreen_vocabulary *words, findings *all) {}
#endif
