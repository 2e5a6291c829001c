/// How alike words are as they are written, next to exact: what the quick looks leave is compared letter by letter.
#pragma once
#include "name_words.h"
#include "spelling_rows.h"

INLINE int has_form(const namescreen_word *query, uint32_t unit) { return unit - query->first_equal < query->equal_count; }

/// The strongest relation that both words stand in.
static float related(const namescreen_word *a, const namescreen_word *b, const namescreen_score *score) {
  float best = 0;
  for (int32_t i = 0; i < a->code_count; i++) {
    for (int32_t j = 0; j < b->code_count; j++) {
      if (((a->codes[i] ^ b->codes[j]) & 0xFFFFFF) != 0) continue;
      uint32_t x = a->codes[i] >> 24, y = b->codes[j] >> 24;
      float value = 0;
      if (x == y) value = score->related[x & 15];
      else if ((x == NAMESCREEN_NICKNAMED && y == NAMESCREEN_NICKNAME) || (x == NAMESCREEN_NICKNAME && y == NAMESCREEN_NICKNAMED))
        value = score->related[NAMESCREEN_NICKNAME];
      if (value > best) best = value;
    }
  }
  return best;
}

/// An upper bound of the similarity of two words, for nearly all from their glances alone.
INLINE float glance(
    const namescreen_word *a, const namescreen_units *units, uint32_t unit, uint64_t other, const namescreen_score *score) {
  uint64_t either = a->glance | other, both = a->glance & other, one = either ^ both;
  if (has_form(a, unit) && !(one & NAMESCREEN_VOWELLESS)) return one & NAMESCREEN_COLLAPSING ? score->across_scripts : 1;
  if (one & NAMESCREEN_PARTICLE) return 0;
  float value = 0;
  if (both & NAMESCREEN_RELATED) {
    namescreen_word b = word_of(units, unit);
    value = related(a, &b, score);
  }
  if (either & NAMESCREEN_NUMBER) return value;
  if (either & NAMESCREEN_INITIAL) {
    namescreen_word b = word_of(units, unit);
    // I is an initial and a number.
    if (length_of(a->glance) == 0 || length_of(b.glance) == 0 || a->skeleton[0] != b.skeleton[0]) return value;
    float by_letter = both & NAMESCREEN_INITIAL ? score->romanization : score->initial;
    return by_letter > value ? by_letter : value;
  }
  if (one & NAMESCREEN_VOWELLESS) return value > 0 ? value : consonants_at_a_glance(a->glance, other, score);
  int32_t cost = cost_at_a_glance(a->glance, other, score->limits);
  if (cost >= 0) {
    float by_letters = spelled((float)cost, (float)larger(length_of(a->glance), length_of(other)), score);
    if (by_letters > score->romanization) by_letters = score->romanization;
    if (by_letters > value) value = by_letters;
  }
  if (one & NAMESCREEN_COLLAPSING) value *= score->across_scripts;
  return value >= score->floor ? value : 0;
}

/// Whether two skeletons differ in the order of two neighbouring letters alone.
static int differ_by_transposition(const namescreen_word *a, const namescreen_word *b) {
  int32_t length = length_of(a->glance), first = 0;
  if (length != length_of(b->glance)) return 0;
  while (first < length && a->skeleton[first] == b->skeleton[first]) first++;
  if (first + 1 >= length || a->skeleton[first] != b->skeleton[first + 1] || a->skeleton[first + 1] != b->skeleton[first])
    return 0;
  for (int32_t index = first + 2; index < length; index++)
    if (a->skeleton[index] != b->skeleton[index]) return 0;
  return 1;
}

/// An upper bound of the similarity of words by their spelling, next to exact.
static float by_spelling(
    namescreen_spelling *spelling, const namescreen_word *a, const namescreen_word *b, const namescreen_score *score) {
  int32_t cost = spelling_cost_of(spelling, b->skeleton, length_of(b->glance));
  if (cost < 0) return 0;
  float length = (float)larger(length_of(a->glance), length_of(b->glance));
  uint8_t known = a->frequency < b->frequency ? a->frequency : b->frequency;
  float share = (float)known / score->attested_level;
  float doubt = 1 + score->attested * (share < 1 ? share : 1);
  if ((a->glance ^ b->glance) & NAMESCREEN_COLLAPSING || (doubt > 1 && share < 1 && differ_by_transposition(a, b))) doubt = 1;
  float value = spelled(doubt * (float)cost, length, score);
  return value < score->romanization ? value : score->romanization;
}

/// The kernel that holds a word of the query.
static namescreen_spelling *word_spelling(namescreen_query *query, int32_t row, const namescreen_score *score) {
  const namescreen_word *word = &query->words[row];
  if (!(query->started_words >> row & 1))
    namescreen_spelling_start(query->spellings[row], word->skeleton, length_of(word->glance), score->limits);
  query->started_words |= 1ull << row;
  return query->spellings[row];
}

static namescreen_spelling *consonant_spelling(namescreen_query *query, int32_t row, const namescreen_score *score) {
  const namescreen_word *word = &query->words[row];
  if (!(query->started_consonants >> row & 1)) {
    uint8_t consonants[NAMESCREEN_LONGEST];
    int32_t count = namescreen_write_consonants(word->skeleton, length_of(word->glance), consonants);
    namescreen_spelling_start(query->consonants[row], consonants, count, score->consonant_limits);
  }
  query->started_consonants |= 1ull << row;
  return query->consonants[row];
}

static namescreen_spelling *join_spelling(namescreen_query *query, int32_t number, const namescreen_score *score) {
  const namescreen_word *join = &query->joins[number];
  if (!(query->started_joins >> number & 1))
    namescreen_spelling_start(query->join_spellings[number], join->skeleton, length_of(join->glance), score->limits);
  query->started_joins |= 1ull << number;
  return query->join_spellings[number];
}

/// The same for words whose glance is above 0, next to exact.
static float look(
    namescreen_query *query, int32_t row, const namescreen_units *units, uint32_t unit,
    const namescreen_score *score) {
  const namescreen_word *a = &query->words[row], word = word_of(units, unit), *b = &word;
  uint64_t either = a->glance | b->glance, both = a->glance & b->glance, one = either ^ both;
  if (has_form(a, unit) && !(one & NAMESCREEN_VOWELLESS)) return one & NAMESCREEN_COLLAPSING ? score->across_scripts : 1;
  float value = both & NAMESCREEN_RELATED ? related(a, b, score) : 0;
  if (either & NAMESCREEN_NUMBER) return value;
  if (either & NAMESCREEN_INITIAL) {
    float by_letter = both & NAMESCREEN_INITIAL ? score->romanization : score->initial;
    return by_letter > value ? by_letter : value;
  }
  if (one & NAMESCREEN_VOWELLESS) {
    if (value > 0) return value;
    uint8_t consonants[NAMESCREEN_LONGEST];
    namescreen_spelling *spelling = consonant_spelling(query, row, score);
    int32_t count = namescreen_write_consonants(b->skeleton, length_of(b->glance), consonants), own = spelling->length;
    if (count < 2 || own < 2) return 0;
    int32_t cost = spelling_cost_of(spelling, consonants, count);
    if (cost < 0) return 0;
    value = score->consonants * spelled((float)cost, (float)larger(count, own), score);
    return value >= score->floor ? value : 0;
  }
  float by_letters = by_spelling(word_spelling(query, row, score), a, b, score);
  if (by_letters > value) value = by_letters;
  if (one & NAMESCREEN_COLLAPSING) value *= score->across_scripts;
  return value + ROUNDING >= score->floor ? value : 0;
}

/// The same for a join whose glance is above 0; `spelling` holds one of the two words.
static float look_join(
    namescreen_spelling *spelling, int spells_join, const namescreen_word *join, const namescreen_word *token,
    const namescreen_score *score) {
  if ((join->glance | token->glance) & NAMESCREEN_LEGAL_FORM) return related(join, token, score) > 0 ? score->joined : 0;
  const namescreen_word *other = spells_join ? token : join, *own = spells_join ? join : token;
  int32_t cost = spelling_cost_of(spelling, other->skeleton, length_of(other->glance));
  if (cost == 0 && length_of(join->glance) == length_of(token->glance)) return score->joined;
  if (cost < 0 || !(join->glance & NAMESCREEN_FUZZY) || length_of(token->glance) <= SHORT_WORD) return 0;
  float value = score->joined * by_spelling(spelling, own, other, score);
  return value >= score->floor ? value : 0;
}

/// Beside the number of a word in what is remembered: it is compared with joined neighbours.
#define WITH_JOIN (1ull << 63)

/// Where what is known is remembered, and whether it is.
INLINE namescreen_remembered *remembered(namescreen_query *query, uint64_t key, uint32_t unit, int *is_known) {
  uint64_t mixed = (key << 24 ^ key >> 40 ^ unit) * 0x9E3779B97F4A7C15ull;
  namescreen_remembered *place = &query->remembered[mixed >> 40 & (NAMESCREEN_REMEMBERED - 1)];
  *is_known = place->key == key && place->unit == unit;
  place->key = key;
  place->unit = unit;
  return place;
}

/// How alike a word of the query and a listed word are at most, next to exact.
static float known_look(
    namescreen_query *query, int32_t row, const namescreen_units *units, uint32_t unit, const namescreen_score *score) {
  int is_known;
  namescreen_remembered *place = remembered(query, query->word_numbers[row], unit, &is_known);
  if (is_known) return place->value;
  place->value = glance(&query->words[row], units, unit, glance_of(unit_at(units, unit)), score);
  if (place->value > 0) place->value = look(query, row, units, unit, score);
  return place->value;
}

/// How alike a join and a word are at most: one of the query's joins and a listed word, or a word of the query and neighbours of a
/// name.
static float known_join(
    namescreen_query *query, int32_t number, int is_own, const namescreen_units *units, uint32_t unit,
    const namescreen_score *score) {
  int is_known;
  uint64_t key = is_own ? query->join_numbers[number] : query->word_numbers[number] | WITH_JOIN;
  namescreen_remembered *place = remembered(query, key, unit, &is_known);
  if (is_known) return place->value;
  namescreen_word listed = word_of(units, unit);
  const namescreen_word *join = is_own ? &query->joins[number] : &listed, *word = is_own ? &listed : &query->words[number];
  place->value = glance_join(join->glance, word->glance, score);
  if (place->value > 0) {
    namescreen_spelling *spelling = is_own ? join_spelling(query, number, score) : word_spelling(query, number, score);
    place->value = look_join(spelling, is_own, join, word, score);
  }
  return place->value;
}
