#include "name_words.h"

void namescreen_query_begin(namescreen_query *query) {
  query->count = query->join_count = 0;
  query->loose_joins = query->unlike_words = 0;
  query->started_words = query->started_consonants = query->started_joins = 0;
}

uint64_t namescreen_query_number(namescreen_query *query) { return ++query->last_number; }

void namescreen_query_add_word(
    namescreen_query *query, uint64_t number, const namescreen_word *word, const namescreen_worth *worth,
    const namescreen_worth *consonant_worth, float most_weight, float reach, int32_t is_unlike) {
  int32_t place = query->count++;
  if (place >= MOST) return;
  query->words[place] = *word;
  query->word_numbers[place] = number;
  query->worths[place] = *worth;
  query->consonant_worths[place] = *consonant_worth;
  query->most_weights[place] = most_weight;
  query->reaches[place] = reach;
  if (is_unlike) query->unlike_words |= 1ull << place;
  // Into the order, after those that weigh as much.
  int32_t before = place;
  for (; before > 0 && query->words[query->order[before - 1]].weight < word->weight; before--)
    query->order[before] = query->order[before - 1];
  query->order[before] = (uint8_t)place;
}

void namescreen_query_add_join(
    namescreen_query *query, const namescreen_word *join, int32_t first, int32_t last, int32_t is_loose,
    const uint8_t *distances) {
  int32_t place = query->join_count++;
  if (place >= NAMESCREEN_MOST_JOINS) return;
  query->joins[place] = *join;
  query->join_numbers[place] = namescreen_query_number(query);
  query->spans[place] = (uint16_t)(first << 8 | last);
  if (!is_loose) return;
  query->loose_joins |= 1ull << place;
  query->join_worths[place] = namescreen_worth_of(join->skeleton, length_of(join->glance), distances);
}
