#include "spelling.h"
#include "spelling_rows.h"
#include <stdlib.h>

/// What each letter of a set costs at least to come, go or become another, and to come or go without another letter of a set.
static void measure_letters(namescreen_spelling_costs *costs) {
  costs->set_gap = INT16_MAX;
  for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
    uint8_t letter = costs->code[(uint8_t)NAMESCREEN_SET_LETTERS[NAMESCREEN_SET_SIZE - 1 - bit]];
    costs->set_symbol[bit] = letter;
    costs->set_bit[letter] = 1u << bit;
  }
  for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
    uint8_t letter = costs->set_symbol[bit];
    int32_t any = costs->gaps[letter], alone = any;
    if (any < costs->set_gap) costs->set_gap = any;
    for (int32_t other = 0; other < NAMESCREEN_SYMBOLS; other++) {
      int32_t cost = costs->substitution[letter][other];
      if (other == letter) continue;
      if (cost < any) any = cost;
      if (cost < alone && !costs->set_bit[other]) alone = cost;
    }
    costs->least_loss[bit] = any;
    costs->loss_alone[bit] = alone;
    for (int32_t cost = any; cost < alone; cost++) {
      uint32_t letters = 0;
      for (int32_t other = 0; other < NAMESCREEN_SET_SIZE; other++)
        if (other != bit && costs->substitution[letter][costs->set_symbol[other]] == cost) letters |= 1u << other;
      if (!letters) continue;
      int32_t place = costs->nearer_count[bit]++;
      costs->nearer[bit][place].letters = letters;
      costs->nearer[bit][place].cost = cost;
    }
  }
}

namescreen_spelling_costs *namescreen_spelling_costs_create(
    const uint8_t *substitution, const uint8_t *gap, const uint8_t *code, int32_t transposition, int32_t first_letter_percent) {
  namescreen_spelling_costs *costs = aligned_alloc(64, sizeof(namescreen_spelling_costs));
  if (!costs) return NULL;
  memset(costs, 0, sizeof *costs);
  memcpy(costs->substitution, substitution, sizeof costs->substitution);
  memcpy(costs->code, code, sizeof costs->code);
  for (int32_t symbol = 0; symbol < NAMESCREEN_SYMBOLS; symbol++) {
    costs->gaps[symbol] = costs->gap_bytes[symbol] = gap[symbol];
    costs->first_gap_bytes[symbol] = (uint8_t)(gap[symbol] * first_letter_percent / 100);
  }
  costs->transposition = transposition;
  costs->first_letter_percent = first_letter_percent;
  measure_letters(costs);
  return costs;
}

namescreen_spelling *namescreen_spelling_create(const namescreen_spelling_costs *costs) {
  namescreen_spelling *s = aligned_alloc(16, (sizeof(namescreen_spelling) + 15) / 16 * 16);
  if (!s) return NULL;
  memset(s, 0, sizeof *s);
  s->costs = costs;
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
    s->query[j] = s->costs->code[query[j]];
    int32_t gap = s->costs->gaps[s->query[j]];
    sum += j == 0 ? gap * s->costs->first_letter_percent / 100 : gap;
    s->deletions[j] = s->rows[0][ORIGIN + 1 + j] = (int16_t)sum;
  }
  for (; j % LANES; j++) s->deletions[j] = s->rows[0][ORIGIN + 1 + j] = (int16_t)(sum + FAR);
}

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

uint32_t namescreen_spelling_key(const namescreen_spelling *s, const uint8_t *word, int32_t length) {
  uint32_t set = 0;
  for (int32_t i = 0; i < length; i++) set |= s->costs->set_bit[s->costs->code[word[i]]];
  return (length > 0 ? (uint32_t)s->costs->code[word[0]] << NAMESCREEN_SET_SIZE : 0) | set;
}
