/// The rows of the weighted edit distance, eight cells at a time. See include/spelling.h.
#pragma once
#include "spelling.h"
#include <string.h>

#define LANES 8
#define WIDTH 48
/// Cell 0 of a row stands here, so that cells 1... are aligned.
#define ORIGIN 7
/// More than any limit, little enough that a few of them can be added.
#define FAR 8000
#define REVERSED 48
#define DEPTHS (NAMESCREEN_LONGEST + 2)

typedef int16_t lanes __attribute__((vector_size(16)));
typedef int16_t loose_lanes __attribute__((vector_size(16), aligned(2)));

struct namescreen_spelling_costs {
  int32_t gaps[NAMESCREEN_SYMBOLS];
  /// The same in bytes, and those of a word's first letter.
  _Alignas(64) uint8_t gap_bytes[NAMESCREEN_SYMBOLS];
  uint8_t first_gap_bytes[NAMESCREEN_SYMBOLS];
  uint8_t substitution[NAMESCREEN_SYMBOLS][NAMESCREEN_SYMBOLS];
  uint8_t code[256];
  int32_t transposition, first_letter_percent;
  /// By bit of a set of letters: its symbol, the least that losing it costs, and the same unless for another letter of a set.
  uint8_t set_symbol[NAMESCREEN_SET_SIZE];
  int32_t least_loss[NAMESCREEN_SET_SIZE], loss_alone[NAMESCREEN_SET_SIZE];
  /// By bit: the letters that it costs less to become than that, by cost, and how many costs there are.
  struct {
    uint32_t letters;
    int32_t cost;
  } nearer[NAMESCREEN_SET_SIZE][NAMESCREEN_SET_SIZE];
  int32_t nearer_count[NAMESCREEN_SET_SIZE];
  /// The cheapest gap of a letter of a set.
  int32_t set_gap;
  /// The bit of each symbol, 0 for none.
  uint32_t set_bit[NAMESCREEN_SYMBOLS];
};

struct namescreen_spelling {
  _Alignas(16) int16_t rows[DEPTHS][ORIGIN + 1 + WIDTH];
  /// What each letter of the query costs against a symbol; filled for a symbol when it is first met.
  _Alignas(16) int16_t profile[NAMESCREEN_SYMBOLS][WIDTH];
  /// What it costs to leave out the query's letters up to each.
  _Alignas(16) int16_t deletions[WIDTH];
  /// Limits by how far the word is ahead of the query, from far ahead to far behind.
  int16_t ahead[2 * REVERSED];
  /// Where the query has a symbol.
  uint64_t places[NAMESCREEN_SYMBOLS];
  uint64_t is_profiled;
  int32_t limits[2 * DEPTHS];
  const namescreen_spelling_costs *costs;
  /// The symbols of the query and of the word.
  uint8_t query[WIDTH], word[WIDTH];
  int32_t length;
};

static inline __attribute__((always_inline)) lanes load(const int16_t *from) { return *(const loose_lanes *)from; }
static inline __attribute__((always_inline)) void store(int16_t *to, lanes value) { *(loose_lanes *)to = value; }
static inline __attribute__((always_inline)) lanes all(int16_t value) {
  return (lanes){value, value, value, value, value, value, value, value};
}
static inline __attribute__((always_inline)) lanes least(lanes a, lanes b) { return __builtin_elementwise_min(a, b); }

/// Each lane the least of itself and those before it.
static inline __attribute__((always_inline)) lanes running_least(lanes a) {
  const lanes far = all(INT16_MAX);
  a = least(a, __builtin_shufflevector(far, a, 0, 8, 9, 10, 11, 12, 13, 14));
  a = least(a, __builtin_shufflevector(far, a, 0, 1, 8, 9, 10, 11, 12, 13));
  return least(a, __builtin_shufflevector(far, a, 0, 1, 2, 3, 8, 9, 10, 11));
}

static inline __attribute__((always_inline)) int any(lanes a) {
  typedef int64_t halves __attribute__((vector_size(16)));
  halves b = (halves)a;
  return (b[0] | b[1]) != 0;
}

/// A limit as cells are held against it.
static inline int16_t limited(int32_t limit) { return (int16_t)(limit < FAR / 2 ? limit : INT16_MAX); }

static inline void make_profile(struct namescreen_spelling *s, uint8_t symbol) {
  const uint8_t *costs = s->costs->substitution[symbol];
  int16_t *profile = s->profile[symbol];
  uint64_t places = 0;
  int32_t j = 0;
  for (; j < s->length; j++) {
    profile[j] = costs[s->query[j]];
    places |= (uint64_t)(s->query[j] == symbol) << j;
  }
  for (; j % LANES; j++) profile[j] = FAR;
  s->places[symbol] = places;
  s->is_profiled |= 1ull << symbol;
}

/// Enters letter number `depth`, from 1 to NAMESCREEN_LONGEST, after those before it; 0 when no word that begins so can stay
/// within its limit.
///
/// A cell at letter j of a query of length n that stands at d letters of the word lets a word of n + max(0, d - j) letters
/// follow without further gaps, and each letter more costs a gap of 30 at least, which is more than it adds to the limit
/// (27 at the floor of similarity). So the cell's distance is held against the limit of that length; and a cell of the row
/// before, with a transposition, likewise where the letter is the query's next but one.
static inline __attribute__((always_inline)) int enter(struct namescreen_spelling *s, uint8_t letter, int32_t depth) {
  uint8_t symbol = s->costs->code[letter];
  if (!(s->is_profiled >> symbol & 1)) make_profile(s, symbol);
  s->word[depth] = symbol;
  const int16_t *last = s->rows[depth - 1];
  int16_t *current = s->rows[depth];
  const int16_t *profile = s->profile[symbol];
  int32_t length = s->length, first = s->costs->first_letter_percent;
  int16_t insertion = (int16_t)(depth == 1 ? s->costs->gaps[symbol] * first / 100 : s->costs->gaps[symbol]);
  int16_t edge = last[ORIGIN] + insertion;
  current[ORIGIN] = edge;
  int within = edge <= s->limits[length + depth];
  uint64_t exchanged = depth > 1 ? s->places[s->word[depth - 1]] & s->places[symbol] << 1 : 0;
  const int16_t *ahead = s->ahead + REVERSED - depth;
  for (int32_t j = 0; j < length; j += LANES) {
    lanes costs = load(profile + j), upper = load(last + ORIGIN + 1 + j);
    if (depth == 1 && j == 0) costs[0] = (int16_t)(costs[0] * first / 100);
    lanes cells = least(load(last + ORIGIN + j) + costs, upper + all(insertion));
    if (__builtin_expect((exchanged >> j & 0xFF) != 0, 0)) {
      const int16_t *before_last = s->rows[depth - 2];
      for (int32_t k = 0; k < LANES; k++) {
        if (!(exchanged >> (j + k) & 1)) continue;
        int16_t cost = (int16_t)(before_last[ORIGIN + j + k - 1] + s->costs->transposition);
        if (cost < cells[k]) cells[k] = cost;
      }
    }
    // A cell may also be reached from those before it by leaving letters out: a running least once their costs are taken off.
    lanes deletions = load(s->deletions + j);
    cells = least(running_least(cells - deletions), all(edge)) + deletions;
    store(current + ORIGIN + 1 + j, cells);
    edge = cells[LANES - 1] - deletions[LANES - 1];
    within |= any(cells <= load(ahead + 1 + j));
  }
  if (within) return 1;
  for (uint64_t begins = s->places[symbol] >> 1; begins; begins &= begins - 1) {
    int32_t j = __builtin_ctzll(begins), beyond = depth - 1 - j;
    if (last[ORIGIN + j] + s->costs->transposition <= s->limits[length + (beyond > 0 ? beyond : 0)]) return 1;
  }
  return 0;
}

static inline __attribute__((always_inline)) int32_t cost_at(const struct namescreen_spelling *s, int32_t depth) {
  return s->rows[depth][ORIGIN + s->length];
}

/// The cost of a word against the query, or -1 when it is above the limit of the longer length.
static inline int32_t spelling_cost_of(struct namescreen_spelling *s, const uint8_t *word, int32_t length) {
  for (int32_t depth = 1; depth <= length; depth++)
    if (!enter(s, word[depth - 1], depth)) return -1;
  int32_t cost = cost_at(s, length), limit = s->limits[length > s->length ? length : s->length];
  return cost <= limit ? cost : -1;
}
