#include "plain_text.h"
#include "signature.h"
#include <string.h>

/// The letters that repeat most in romanised names, whose third occurrence has a bit.
static const char repeated[] = "aeionrlmhtsu";

static int32_t third_bit(uint8_t letter) {
  const char *place = memchr(repeated, letter, sizeof repeated - 1);
  return place ? 52 + (int32_t)(place - repeated) : -1;
}

namescreen_plain_row namescreen_plain_row_of(const uint8_t *text, int64_t length) {
  namescreen_plain_row row = {.letters = 0};
  for (int64_t i = 0; i < length; i++) {
    if (i < 4) row.head |= (uint32_t)text[i] << 8 * i;
    uint64_t bit = 0;
    if (text[i] >= 'a' && text[i] <= 'z') {
      bit = 1ull << (text[i] - 'a');
      int32_t third = third_bit(text[i]);
      if (row.letters & bit) bit <<= 26;
      if (row.letters & bit) bit = third < 0 ? 0 : 1ull << third;
      if (row.letters & bit) bit = 0;
    }
    row.letters |= bit;
    row.others += bit == 0;
  }
  return row;
}

void namescreen_plain_query_set(namescreen_plain_query *query, const uint8_t *text, int64_t length) {
  query->row = namescreen_plain_row_of(text, length);
  query->length = (int32_t)length;
  memset(query->places, 0, sizeof query->places);
  if (length > NAMESCREEN_LONGEST_PLAIN) return;
  for (int64_t i = 0; i < length; i++) query->places[text[i]] |= 1ull << i;
}

WITH_POPCNT int64_t namescreen_plain_candidates(
    const namescreen_plain_query *query, const namescreen_plain_row *rows, int64_t first, int64_t end,
    const int32_t *needs, uint32_t *found) {
  namescreen_plain_row own = query->row;
  int64_t count = 0;
  for (int64_t i = first; i < end; i++) {
    namescreen_plain_row row = rows[i];
    uint32_t others = row.others < own.others ? row.others : own.others;
    int32_t most = __builtin_popcountll(row.letters & own.letters) + (int32_t)others;
    // A bit above the head stands for its end.
    int32_t prefix = __builtin_ctzll((uint64_t)(row.head ^ own.head) | 1ull << 32) / 8;
    found[count] = (uint32_t)i;
    count += most >= needs[prefix];
  }
  return count;
}

namescreen_plain_matches namescreen_plain_match(
    const namescreen_plain_query *query, const uint8_t *text, int32_t length) {
  namescreen_plain_matches matches = {0, 0};
  int32_t longer = length > query->length ? length : query->length;
  int32_t window = longer / 2 > 1 ? longer / 2 - 1 : 0;
  uint64_t met = 0, matched = 0, places = (1ull << (window + 1)) - 1;
  for (int32_t i = 0; i < length; i++) {
    uint64_t free = query->places[text[i]] & places & ~met;
    met |= free & -free;
    matched |= (uint64_t)(free != 0) << i;
    places = places << 1 | (i < window);
  }
  for (; matched; matched &= matched - 1, met &= met - 1) {
    matches.count++;
    matches.moved += !(query->places[text[__builtin_ctzll(matched)]] & met & -met);
  }
  return matches;
}
