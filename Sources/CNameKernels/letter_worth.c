#include "letter_worth.h"

/// The last letter has no second bit.
#define OCCURRENCES 62

static const uint8_t letters[256] = {
    ['a'] = 1,  ['b'] = 2,  ['c'] = 3,  ['d'] = 4,  ['e'] = 5,  ['f'] = 6,  ['g'] = 7,  ['h'] = 8,
    ['i'] = 9,  ['j'] = 10, ['k'] = 11, ['l'] = 12, ['m'] = 13, ['n'] = 14, ['o'] = 15, ['p'] = 16,
    ['q'] = 17, ['r'] = 18, ['s'] = 19, ['t'] = 20, ['u'] = 21, ['v'] = 22, ['w'] = 23, ['x'] = 24,
    ['y'] = 25, ['z'] = 26, ['C'] = 27, ['S'] = 28, ['W'] = 29, ['X'] = 30, ['Z'] = 31,
};

static inline uint8_t letter_of(uint8_t byte) { return letters[byte]; }

uint64_t namescreen_occurrences(const uint8_t *word, int32_t length) {
  uint64_t occurrences = 0;
  for (int32_t i = 0; i < length; i++) {
    // No letter's bit is shifted out.
    uint64_t first = (1ull << letter_of(word[i])) >> 1;
    occurrences |= first | (occurrences & first) << 31;
  }
  return occurrences;
}

static inline int32_t smaller(int32_t a, int32_t b) { return a < b ? a : b; }

/// What each letter is worth to a query.
static void measure(const uint8_t *query, int32_t length, const uint8_t *distances, int32_t *worths) {
  uint32_t own = 0;
  for (int32_t i = 0; i < length; i++) own |= 1u << letter_of(query[i]);
  own &= ~1u;
  worths[0] = 0;
  for (int32_t letter = 1; letter < NAMESCREEN_LETTERS; letter++) {
    const uint8_t *from = distances + letter * NAMESCREEN_LETTERS;
    int32_t most = -smaller(NAMESCREEN_MOST_WORTH, from[0]);
    for (uint32_t left = own; left; left &= left - 1) {
      int32_t other = __builtin_ctz(left);
      int32_t value = smaller(NAMESCREEN_MOST_WORTH, distances[other * NAMESCREEN_LETTERS]) - from[other];
      if (value > most) most = value;
    }
    worths[letter] = most;
  }
}

static void add(namescreen_worth *worth, int32_t bit, int32_t value) {
  uint64_t steps = NAMESCREEN_WORTH_LEVELS;
  for (int32_t level = 0; level < NAMESCREEN_WORTH_LEVELS; level++)
    steps -= value > NAMESCREEN_WORTH_STEP * level - NAMESCREEN_MOST_WORTH;
  for (int32_t digit = 0; digit < NAMESCREEN_WORTH_DIGITS; digit++) worth->below[digit] |= (steps >> digit & 1) << bit;
}

namescreen_worth namescreen_worth_of(const uint8_t *query, int32_t length, const uint8_t *distances) {
  namescreen_worth worth = {.total = 0};
  int32_t worths[NAMESCREEN_LETTERS];
  measure(query, length, distances, worths);
  for (int32_t i = 0; i < length; i++) worth.total += worths[letter_of(query[i])];
  for (int32_t bit = 0; bit < OCCURRENCES; bit++) add(&worth, bit, worths[bit % 31 + 1]);
  return worth;
}

namescreen_worth namescreen_worth_of_consonants(const uint8_t *query, int32_t length, const uint8_t *distances) {
  namescreen_worth worth = {.total = 0};
  int32_t worths[NAMESCREEN_LETTERS];
  measure(query, length, distances, worths);
  for (int32_t i = 0; i < length; i++) worth.total += worths[letter_of(query[i])];
  for (int32_t bit = 0; bit < OCCURRENCES; bit++) {
    int32_t letter = bit % 31 + 1, value = worths[letter];
    int is_vowel = letter == 1 || letter == 5 || letter == 9 || letter == 15 || letter == 21;
    // A second occurrence may be the other half of a doubled letter, and then counts for nothing.
    if (is_vowel || (bit >= 31 && value < 0)) value = 0;
    add(&worth, bit, value);
  }
  return worth;
}
