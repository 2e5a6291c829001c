/// A lower bound of the spelling cost from the letters of two words, whatever their order.
///
/// Let each letter be worth something, such that two letters differ in worth by no more than it costs to take one for the
/// other, and none is worth more, or less than nothing by more, than it costs to leave it out. Then no edit changes the
/// worth of a word by more than it costs, so two words cost at least what their worths differ by: the dual of moving the one's
/// letters to the other's (Kantorovich and Rubinstein 1958). Letters of the query are worth as much as they may be, and others
/// as little; on the other side worths are rounded up to quarters, so that a word's worth is a few counts of bits.
#pragma once
#include <stdint.h>

/// Letters that have a worth; 0 is none.
#define NAMESCREEN_LETTERS 32
/// The most that a letter is worth: half of what two letters cost that are never confused; and a quarter of the range.
#define NAMESCREEN_MOST_WORTH 50
#define NAMESCREEN_WORTH_STEP 25
#define NAMESCREEN_WORTH_LEVELS 4
#define NAMESCREEN_WORTH_DIGITS 3

typedef struct {
  /// By how many steps an occurrence is worth less than the most, in binary digits: those with a 1 in each.
  uint64_t below[NAMESCREEN_WORTH_DIGITS];
  /// What the query is worth.
  int32_t total;
} namescreen_worth;

/// A bit for the first and for the second occurrence of each letter: a to z are letters 1 to 26, then C, S, W, X, Z; others
/// have no bit. Letter n has bits n - 1 and n + 30.
uint64_t namescreen_occurrences(const uint8_t *word, int32_t length);
/// Those of h, j and w, which cost little to leave out.
#define FAINT_OCCURRENCES (1ull << 7 | 1ull << 9 | 1ull << 22)

/// The worths of letters for a query.
///
/// - Parameter distances: NAMESCREEN_LETTERS x NAMESCREEN_LETTERS least costs of coming from one letter to another by any number
///   of edits; row and column 0 those of leaving a letter out.
namescreen_worth namescreen_worth_of(const uint8_t *query, int32_t length, const uint8_t *distances);

/// The same for a row of consonants, which is compared with the consonants of words, doubled ones once.
namescreen_worth namescreen_worth_of_consonants(const uint8_t *query, int32_t length, const uint8_t *distances);

/// At least what a word costs; may be below 0. What has no bit may be worth the most.
static inline __attribute__((always_inline)) int32_t namescreen_least_by_worth(
    const namescreen_worth *worth, uint64_t occurrences, int32_t length) {
  int32_t steps = 0;
#pragma unroll
  for (int32_t digit = 0; digit < NAMESCREEN_WORTH_DIGITS; digit++)
    steps += __builtin_popcountll(occurrences & worth->below[digit]) << digit;
  return worth->total - NAMESCREEN_MOST_WORTH * length + NAMESCREEN_WORTH_STEP * steps;
}
