/// Names that hold one unit, sifted by the heaviest of their other words.
///
/// A name of which nothing of the query may meet that word lacks a partner for it, and with it most names of a common word are
/// out of reach: a few bytes a name, one after another, tell so, where its row and its words stand all over the index.
#pragma once
#include "name_blocks.h"

/// The companion is kept whatever it is: there is none, or it is in a join, which may meet what it does not.
#define COMPANION_KEPT 1
/// How many words the name has, in the bits above.
#define COMPANION_WORDS_SHIFT 1
/// Steps a weight in what is written of weights.
#define COMPANION_STEPS 16

/// Side by side by name: as in the row, what the unit says, what all words of the name weigh in steps, rounded up, and traits.
typedef struct {
  uint64_t *glances, *occurrences;
  uint32_t *entries;
  uint8_t *weights, *traits;
} companions;

INLINE int64_t companions_size(int64_t count) { return count * (2 * sizeof(uint64_t) + sizeof(uint32_t) + 2 * sizeof(uint8_t)); }

INLINE companions companions_in(uint8_t *memory, int64_t count) {
  companions all = {.glances = (uint64_t *)memory};
  all.occurrences = all.glances + count;
  all.entries = (uint32_t *)(all.occurrences + count);
  all.weights = (uint8_t *)(all.entries + count);
  all.traits = all.weights + count;
  return all;
}

static void write_companion(
    companions *all, int64_t place, uint32_t unit, uint32_t number, const namescreen_units *units,
    const namescreen_names *names, const namescreen_score *score) {
  name_row row = row_of(names, number);
  int32_t heaviest = -1, own = -1;
  float weight = 0, most = -1;
  for (int32_t j = 0; j < row.token_count; j++) {
    float of_word = score->weights[row.entries[j] >> 24];
    weight += of_word;
    if (own < 0 && (row.entries[j] & 0xFFFFFF) == unit) {
      own = j;
    } else if (of_word > most) {
      heaviest = j;
      most = of_word;
    }
  }
  float steps = weight * COMPANION_STEPS + 1;
  all->weights[place] = steps < 255 ? (uint8_t)steps : 255;
  int is_kept = heaviest < 0 || own < 0 || row.token_count > MOST_LISTED || row.join_count > MOST_LISTED_JOINS;
  for (int32_t p = 0; p < row.join_count && !is_kept; p++)
    is_kept = heaviest >= row.spans[p] >> 8 && heaviest <= (row.spans[p] & 0xFF);
  all->traits[place] = (uint8_t)(is_kept ? COMPANION_KEPT : row.token_count << COMPANION_WORDS_SHIFT);
  all->entries[place] = is_kept ? 0 : row.entries[heaviest];
  const namescreen_unit *companion = unit_at(units, all->entries[place] & 0xFFFFFF);
  all->glances[place] = is_kept ? 0 : glance_of(companion);
  all->occurrences[place] = is_kept ? 0 : companion->occurrences;
}

static int64_t sift_companions(
    const quick_query *query, const uint8_t *order, const uint32_t *holders, int64_t count, const uint8_t *memory,
    const namescreen_units *units, const namescreen_score *score, uint32_t *kept) {
  companions all = companions_in((uint8_t *)memory, count);
  block_words words;
  int32_t kinds[BLOCK_WORDS];
  float values[BLOCK_WORDS], most[BLOCK_WORDS];
  int64_t found = 0;
  uint64_t relations = 0;
  for (int32_t i = 0; i < query->count; i++) relations |= query->words[i].relations;
  for (int64_t start = 0; start < count; start += BLOCK_WORDS) {
    words.count = (int32_t)(count - start < BLOCK_WORDS ? count - start : BLOCK_WORDS);
    uint64_t size = (uint64_t)words.count;
    __builtin_memcpy(words.glances, all.glances + start, size * sizeof(uint64_t));
    __builtin_memcpy(words.occurrences, all.occurrences + start, size * sizeof(uint64_t));
    __builtin_memcpy(words.entries, all.entries + start, size * sizeof(uint32_t));
    for (int32_t j = 0; j < words.count; j++) kinds[j] = kind_place(words.entries[j], score);
    for (int32_t j = 0; j < words.count; j++)
      words.relations[j] =
          relations && words.glances[j] & NAMESCREEN_RELATED ? unit_at(units, words.entries[j] & 0xFFFFFF)->relation_bits : 0;
    // What is left to reach where the companion meets a word, which then adds this and no more.
    block_bits met;
    for (int32_t j = 0; j < words.count; j++) most[j] = NO_PAIR;
    for (int32_t place = 0; place < query->count; place++) {
      const quick_word *word = &query->words[order[place]];
      set_gains(word, &words, kinds, values, &met, score);
      for (int32_t j = 0; j < words.count; j++) most[j] = values[j] - word->reach > most[j] ? values[j] - word->reach : most[j];
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      set_values(&query->joins[k], &words, values, &met, score);
      for (int32_t j = 0; j < words.count; j++)
        if (values[j] > 0) most[j] = 0;
    }
    for (int32_t j = 0; j < words.count; j++) {
      uint8_t traits = all.traits[start + j];
      float weight = query->weight + (float)all.weights[start + j] / COMPANION_STEPS;
      float own = score->weights[words.entries[j] >> 24];
      int is_kept = traits & COMPANION_KEPT || query->reach + most[j] >= -1e-4f ||
                    !(is_out_of_reach(query->reach, own, weight, score) ||
                      is_met_too_little(query, (traits >> COMPANION_WORDS_SHIFT) - 1, own, weight, score));
      kept[found] = holders[start + j];
      found += is_kept;
    }
  }
  return found;
}
