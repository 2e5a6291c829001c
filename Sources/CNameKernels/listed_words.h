/// Which listed words are spelled like one of the query: those that common words are looked for among.
#pragma once
#include "name_words.h"
#include "spelling_rows.h"

static int64_t alike_consonants(
    const namescreen_units *units, const uint32_t *among, int64_t count, uint64_t query, const int32_t *limits,
    uint32_t *found) {
  int64_t kept = 0;
  for (int64_t i = 0; i < count; i++) {
    uint32_t unit = among[i];
    uint64_t other = glance_of(unit_at(units, unit));
    int32_t cost = STRONG_COST * excess(query & ~other, other & ~query, STRONG_ONCE_MASK);
    found[kept] = unit;
    kept += cost <= limits[larger(length_of(query), length_of(other))];
  }
  return kept;
}

static int64_t alike_light(
    uint64_t word, const namescreen_worth *worth, namescreen_spelling *spelling, const namescreen_worth *consonant_worth,
    namescreen_spelling *consonants, const namescreen_units *units, const uint32_t *light, int64_t count,
    uint32_t token_count, uint32_t *found) {
  int64_t kept = 0;
  for (int64_t i = 0; i < count; i++) {
    const namescreen_unit *unit = unit_at(units, light[i]);
    uint64_t other = glance_of(unit);
    if ((word ^ other) & NAMESCREEN_PARTICLE) continue;
    int32_t length = length_of(other), longer = larger(length, length_of(word)), cost;
    const uint8_t *skeleton = skeleton_of(units, unit);
    // Joined neighbours are compared letter by letter, whatever their script.
    if (((word ^ other) & NAMESCREEN_VOWELLESS) && consonants && light[i] < token_count) {
      if (namescreen_least_by_worth(consonant_worth, unit->occurrences, length) > consonants->limits[longer]) continue;
      uint8_t letters[NAMESCREEN_LONGEST];
      cost = spelling_cost_of(consonants, letters, namescreen_write_consonants(skeleton, length, letters));
    } else {
      if (larger(namescreen_least_by_worth(worth, unit->occurrences, length), gaps(word, other)) >
          spelling->limits[longer])
        continue;
      cost = spelling_cost_of(spelling, skeleton, length);
    }
    if (cost >= 0) found[kept++] = light[i];
  }
  return kept;
}
