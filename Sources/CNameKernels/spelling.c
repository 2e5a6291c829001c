#include "spelling.h"
#include "signature.h"
#include "spelling_rows.h"
#include <stdlib.h>

namescreen_spelling *namescreen_spelling_create(
    const uint8_t *substitution, const uint8_t *gap, const uint8_t *code, int32_t transposition,
    int32_t first_letter_percent) {
  namescreen_spelling *s = aligned_alloc(16, (sizeof(namescreen_spelling) + 15) / 16 * 16);
  if (!s) return NULL;
  memset(s, 0, sizeof *s);
  memcpy(s->substitution, substitution, sizeof s->substitution);
  memcpy(s->code, code, sizeof s->code);
  for (int32_t symbol = 0; symbol < NAMESCREEN_SYMBOLS; symbol++) s->gaps[symbol] = gap[symbol];
  s->transposition = transposition;
  s->first_letter_percent = first_letter_percent;
  return s;
}

void namescreen_spelling_destroy(namescreen_spelling *spelling) { free(spelling); }

static void set_query(namescreen_spelling *s, const uint8_t *query, int32_t length) {
  if (length > NAMESCREEN_LONGEST) length = NAMESCREEN_LONGEST;
  s->length = length;
  s->is_profiled = 0;
  s->rows[0][ORIGIN] = 0;
  int32_t sum = 0, j = 0;
  for (; j < length; j++) {
    s->query[j] = s->code[query[j]];
    int32_t gap = s->gaps[s->query[j]];
    sum += j == 0 ? gap * s->first_letter_percent / 100 : gap;
    s->deletions[j] = s->rows[0][ORIGIN + 1 + j] = (int16_t)sum;
  }
  for (; j % LANES; j++) s->deletions[j] = s->rows[0][ORIGIN + 1 + j] = (int16_t)(sum + FAR);
}

static int16_t limited(int32_t limit) { return (int16_t)(limit < FAR / 2 ? limit : INT16_MAX); }

void namescreen_spelling_start(
    namescreen_spelling *s, const uint8_t *query, int32_t length, const int32_t *limits) {
  set_query(s, query, length);
  memcpy(s->limits, limits, sizeof s->limits);
  for (int32_t i = 0; i < 2 * REVERSED; i++) {
    int32_t beyond = REVERSED - i > 0 ? REVERSED - i : 0, longer = s->length + beyond;
    int16_t limit = longer < 2 * DEPTHS ? limited(limits[longer]) : INT16_MIN / 2;
    s->ahead[i] = limit;
  }
}

int32_t namescreen_spelling_cost(
    namescreen_spelling *s, const uint8_t *a, int32_t a_length, const uint8_t *b, int32_t b_length, int32_t limit) {
  set_query(s, a, a_length);
  int16_t most = limited(limit);
  for (int32_t i = 0; i < 2 * DEPTHS; i++) s->limits[i] = limit;
  for (int32_t i = 0; i < 2 * REVERSED; i++) s->ahead[i] = most;
  return spelling_cost_of(s, b, b_length < NAMESCREEN_LONGEST ? b_length : NAMESCREEN_LONGEST);
}

/// The first word from `from` on that shares fewer than `depth` letters with the one before it.
static inline int64_t end_of_run(const namescreen_vocabulary *words, int64_t from, int32_t depth) {
  int64_t i = from;
  typedef uint8_t bytes __attribute__((vector_size(16)));
  typedef uint8_t loose_bytes __attribute__((vector_size(16), aligned(1)));
  typedef uint64_t halves __attribute__((vector_size(16)));
  uint8_t d = (uint8_t)depth;
  const bytes limit = {d, d, d, d, d, d, d, d, d, d, d, d, d, d, d, d};
  while (i + 16 <= words->count) {
    halves shorter = (halves)(*(const loose_bytes *)(words->shared + i) < limit);
    // Bytes of a vector stand in the order of memory: index files are little endian throughout.
    if (shorter[0]) return i + __builtin_ctzll(shorter[0]) / 8;
    if (shorter[1]) return i + 8 + __builtin_ctzll(shorter[1]) / 8;
    i += 16;
  }
  while (i < words->count && words->shared[i] >= depth) i++;
  return i;
}

/// Letters that are entered before signatures are asked: a row ends a run of many words at once.
#define FIRST_LETTERS 3

WITH_POPCNT
int64_t namescreen_spelled_words(
    namescreen_spelling *s, uint64_t signature, const namescreen_vocabulary *words, namescreen_spelled *found) {
  int64_t count = 0;
  int32_t length = s->length, entered = 0;
  for (int64_t i = 0; i < words->count;) {
    if (words->shared[i] < entered) entered = words->shared[i];
    const uint8_t *word = words->bytes + words->offsets[i];
    int32_t end = (int32_t)(words->offsets[i + 1] - words->offsets[i]);
    int32_t limit = s->limits[larger(end, length)], gaps = GAP_COST * (end > length ? end - length : length - end);
    int32_t fits = gaps <= limit && namescreen_least_cost(signature, words->signatures[i]) <= limit;
    int32_t last = fits ? end : end < FIRST_LETTERS ? end : FIRST_LETTERS;
    int32_t depth = entered, alive = 1;
    while (depth < last && alive) {
      depth++;
      alive = enter(s, word[depth - 1], depth);
    }
    if (!alive) {
      entered = depth - 1;
      i = end_of_run(words, i + 1, depth);
      continue;
    }
    entered = depth;
    if (fits) {
      int32_t cost = cost_at(s, end);
      if (cost <= limit) found[count++] = (namescreen_spelled){(uint32_t)i, cost};
    }
    i++;
  }
  return count;
}
