#include "spelling.h"
#include "spelling_rows.h"
#include <stdlib.h>

/// What each letter of a set costs at least to come, go or become another, and to come or go without another letter of a set.
static void measure_letters(namescreen_spelling *s) {
  s->set_gap = INT16_MAX;
  for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
    uint8_t letter = s->code[(uint8_t)NAMESCREEN_SET_LETTERS[NAMESCREEN_SET_SIZE - 1 - bit]];
    s->set_symbol[bit] = letter;
    s->set_bit[letter] = 1u << bit;
  }
  for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
    uint8_t letter = s->set_symbol[bit];
    int32_t any = s->gaps[letter], alone = any;
    if (any < s->set_gap) s->set_gap = any;
    for (int32_t other = 0; other < NAMESCREEN_SYMBOLS; other++) {
      int32_t cost = s->substitution[letter][other];
      if (other == letter) continue;
      if (cost < any) any = cost;
      if (cost < alone && !s->set_bit[other]) alone = cost;
    }
    s->least_loss[bit] = any;
    s->loss_alone[bit] = alone;
  }
}

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
  measure_letters(s);
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
