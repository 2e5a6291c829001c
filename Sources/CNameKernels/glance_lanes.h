/// What the letters that one of two words has and the other has not cost at least, eight words at a time.
#pragma once
#include "bit_lanes.h"

/// A lower bound of the cost of words against one, from the letters that one side has too many of (`namescreen_least_cost`), and
/// from those of the shorter one that are lost beside the gaps that make up its length.
///
/// - Parameters:
///   - glance: The word's, of which `length` is the length; only its signature counts.
///   - is_faint: Whether it has letters that cost little to leave out, and which of the others have.
LANED counts glance_costs(
    uint64_t glance, int32_t length, int32_t is_faint, wide others, counts lengths, choice are_faint) {
  wide more = glance & ~others, less = others & ~glance;
  counts strong_more = counted(more & STRONG_MASK), strong_less = counted(less & STRONG_MASK);
  counts sonorants_more = counted(more & SONORANT_MASK), sonorants_less = counted(less & SONORANT_MASK);
  counts vowels_more = counted(more & VOWEL_MASK), vowels_less = counted(less & VOWEL_MASK);
  counts exchanged = STRONG_COST * most_of(strong_more, strong_less) +
                     SONORANT_COST * most_of(sonorants_more, sonorants_less) + VOWEL_COST * most_of(vowels_more, vowels_less);
  choice shorter = lengths < length;
  counts lost = STRONG_COST * (shorter ? strong_less : strong_more) +
                SONORANT_COST * (shorter ? sonorants_less : sonorants_more) + VOWEL_COST * (shorter ? vowels_less : vowels_more);
  choice faint = is_faint ? shorter | are_faint : ~shorter & are_faint;
  counts gaps = __builtin_elementwise_abs(lengths - length) * (faint ? (counts)GAP_COST : (counts)FIRM_GAP_COST);
  return most_of(exchanged, gaps + lost);
}
