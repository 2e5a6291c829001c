/// The names that a block leaves, by what each pair of words adds as it is.
#pragma once
#include "close_look.h"
#include "name_blocks.h"

/// Whether a name of a block may reach the cut-off by what each pair of words, or of a word and a join, adds as it is.
static int block_admits(
    namescreen_query *query, const quick_query *quick, const uint8_t *order, const name_block *block, int32_t n,
    const namescreen_units *units, const namescreen_score *score) {
  int32_t first = block->first_word[n], end = block->first_word[n + 1];
  float reach = block->reach[n], lost = block->lost[n], weight = quick->weight + block->weight[n];
  uint32_t met = 0;
  for (int32_t place = 0; place < quick->count; place++) {
    const quick_word *word = &quick->words[order[place]];
    float best = block->best[place][n], gain = NO_PAIR;
    if (best == NO_PAIR) continue;
    for (int32_t j = first; j < end; j++) {
      if (block->gains[place][j] == NO_PAIR) continue;
      float value = known_look(query, order[place], units, block->words.entries[j] & 0xFFFFFF, score);
      if (value <= 0) continue;
      met |= 1u << (j - first);
      float added = pair_gain(word->weight, block->weights[j], value - score->cutoff);
      if (added > gain) gain = added;
    }
    if (block->joined[place] >> n & 1) {
      for (int32_t p = block->first_join[n]; p < block->first_join[n + 1]; p++) {
        if (block->join_values[place][p] == 0) continue;
        float value = known_join(query, order[place], 0, units, block->joins.entries[p] & 0xFFFFFF, score);
        if (value <= 0) continue;
        met |= block->spans[p];
        float added = join_gain(word->weight, block->join_weights[p], value, score);
        if (added > gain) gain = added;
      }
      for (int32_t k = 0; k < query->join_count; k++) {
        int32_t start = query->spans[k] >> 8, last = query->spans[k] & 0xFF;
        if (order[place] < start || order[place] > last || !(query->loose_joins >> k & 1)) continue;
        for (int32_t j = first; j < end; j++) {
          if (glance_join(query->joins[k].glance, block->words.glances[j], score) == 0) continue;
          float value = known_join(query, k, 1, units, block->words.entries[j] & 0xFFFFFF, score);
          if (value <= 0) continue;
          met |= 1u << (j - first);
          float added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
          if (added > gain) gain = added;
        }
      }
    }
    reach -= best > word->alone ? best : word->alone;
    if (gain == NO_PAIR) lost += word->weight;
    else reach += gain > word->alone ? gain : word->alone;
    if (is_out_of_reach(reach, lost, weight, score)) return 0;
  }
  // Words that only seemed to be met.
  uint32_t alone = block->met[n] & ~met & ((1u << (end - first)) - 1);
  for (; alone; alone &= alone - 1) lost += block->weights[first + __builtin_ctz(alone)];
  return !is_out_of_reach(reach, lost, weight, score);
}
