/// Which words, or joined neighbours, letters do not rule out, eight at a time.
///
/// A sieve before the look at each pair: it follows the same bounds, with one limit for all kinds of listed words.
#pragma once
#include "glance_lanes.h"
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
  /// Whether the word has a letter that costs little to leave out.
  int32_t has_faint;
  /// Whether it is a join of the query, which is held against words.
  int32_t is_join;
} sieve;

/// `namescreen_least_by_worth`.
LANED counts worth_costs(const sieve *own, counts lengths, wide occurrences) {
  counts steps = counted(occurrences & own->worth->below[0]);
  for (int32_t digit = 1; digit < NAMESCREEN_WORTH_DIGITS; digit++)
    steps += counted(occurrences & own->worth->below[digit]) << digit;
  return own->worth->total - NAMESCREEN_MOST_WORTH * lengths + NAMESCREEN_WORTH_STEP * steps;
}

/// What the letters of glances cost at least, and the lengths: `glance_costs`.
LANED counts class_costs(const sieve *own, wide glances, counts lengths, wide occurrences) {
  return glance_costs(
      own->glance, length_of(own->glance), own->has_faint, glances, lengths, has_any(occurrences, FAINT_OCCURRENCES));
}

/// The longer lengths of the word and of others; a length of 0 counts as 1.
LANED counts longer_lengths(const sieve *own, counts lengths) {
  int32_t length = length_of(own->glance);
  return most_of(lengths, (counts)(length > 1 ? length : 1));
}

/// The lanes whose letters cost no more than the share: `namescreen_least_by_worth` and `glance_costs`.
LANED choice lanes_in_reach(const sieve *own, choice lanes, wide glances, wide occurrences) {
  counts lengths = lengths_of(glances);
  numbers limits = numbers_of(longer_lengths(own, lengths)) * (own->most_share * (1 + ROUNDING));
  choice kept = lanes & (numbers_of(worth_costs(own, lengths, occurrences)) <= limits);
  if (!own->has_classes || !bits_of_choice(kept)) return kept;
  return kept & (numbers_of(class_costs(own, glances, lengths, occurrences)) <= limits);
}

/// The lanes whose joins `own` may meet, or whose words when `own` is a join: loose ones by their letters, others by their classes
/// alone.
LANED choice lanes_of_joins(const sieve *own, wide glances, wide occurrences) {
  wide unlike = glances ^ own->glance;
  // Legal forms meet by their relations, others not loosely where the word is short.
  choice forms = has_any(glances, own->special);
  choice related = forms & has_any(glances, own->glance & NAMESCREEN_RELATED);
  choice equal = ~forms & has_none(unlike, NAMESCREEN_SIGNATURE_MASK | ~0ull << NAMESCREEN_LENGTH_SHIFT);
  choice loose = own->glance & NAMESCREEN_FUZZY ? (choice)(-1) : has_any(glances, NAMESCREEN_FUZZY);
  loose &= own->is_join ? lengths_of(glances) > SHORT_WORD : (choice)(length_of(own->glance) > SHORT_WORD ? -1 : 0);
  return related | equal | lanes_in_reach(own, loose & ~forms & ~equal, glances, occurrences);
}

/// The joins among `glances`, a bit each, that `own` may meet, or the words when `own` is a join.
///
/// Whole vectors are read: there is room behind the last.
static uint32_t sift_joins(const sieve *own, const uint64_t *glances, const uint64_t *occurrences, int32_t count) {
  uint32_t kept = 0;
  for (int32_t first = 0; first < count; first += WIDE_LANES) {
    choice lanes = lanes_of_joins(own, load_wide(glances + first), load_wide(occurrences + first));
    kept |= (uint32_t)(bits_of_choice(lanes) & lanes_of(count - first)) << first;
  }
  return kept;
}

/// The words of a name, a bit each, that a word of the query may meet; those with `special` traits are kept.
///
/// Whole vectors are read: there is room behind the last.
static uint32_t sift_words(
    const sieve *own, uint64_t special_traits, const uint64_t *glances, const uint64_t *occurrences, int32_t count) {
  uint32_t kept = 0;
  for (int32_t first = 0; first < count; first += WIDE_LANES) {
    wide all = load_wide(glances + first), unlike = all ^ own->glance;
    choice special = has_any(all, special_traits);
    // A particle and another word meet when they are equal.
    choice other = has_any(unlike, NAMESCREEN_PARTICLE), equal = other & has_none(unlike, NAMESCREEN_SIGNATURE_MASK);
    choice lanes = special | equal | lanes_in_reach(own, ~special & ~other, all, load_wide(occurrences + first));
    kept |= (uint32_t)(bits_of_choice(lanes) & lanes_of(count - first)) << first;
  }
  return kept;
}
