/// The last and closest bound of the score of two names, each pair of words as it is.
#pragma once
#include "close_look.h"

/// Bounds of the similarities between a query and one name.
typedef struct {
  float high[MOST][MOST_LISTED];
  /// The best join that holds each word of the query.
  float joined[MOST];
  float weights[MOST_LISTED];
  uint64_t met_rows;
  uint32_t met_columns;
} meetings;

/// Whether a score of the cut-off is possible.
///
/// With K leftovers sure to contradict, the factor f raises the cut-off c to c' = c / f^K, and a score of c needs the sum of
/// m (s - c') over the pairs to reach c' times what contradicts (at least both weights) and what else has no partner costs.
static int may_reach(
    const namescreen_query *query, const listed_name *name, const namescreen_score *score, const meetings *m) {
  int32_t rows = query->count, columns = name->token_count;
  float needed = score->cutoff, contradicting = 0, unmatched = 0, weight = 0;
  uint64_t lonely_rows = ~m->met_rows & (~0ull >> (64 - rows));
  uint32_t lonely_columns = ~m->met_columns & ((1u << columns) - 1);
  if (lonely_rows && lonely_columns) {
    float factor = name->is_person ? score->person_factor : score->organisation_factor;
    for (uint8_t slot = 1; slot <= NAMESCREEN_SLOTS; slot++) {
      int32_t row_count = 0, column_count = 0;
      float least_row = 2, least_column = 2;
      for (int32_t i = 0; i < rows; i++) {
        if (!(lonely_rows >> i & 1) || score->slot[query->words[i].role] != slot) continue;
        row_count++;
        if (query->words[i].weight < least_row) least_row = query->words[i].weight;
      }
      if (row_count == 0) continue;
      for (int32_t j = 0; j < columns; j++) {
        if (!(lonely_columns >> j & 1) || score->slot[name->entries[j] >> 24 & 15] != slot) continue;
        column_count++;
        if (m->weights[j] < least_column) least_column = m->weights[j];
      }
      int32_t pairs = row_count < column_count ? row_count : column_count;
      for (int32_t k = 0; k < pairs; k++) needed /= factor;
      if (needed > 1) return 0;
      contradicting += (float)pairs * (least_row + least_column);
    }
  }
  for (int32_t j = 0; j < columns; j++) {
    weight += m->weights[j];
    if (lonely_columns >> j & 1) unmatched += m->weights[j];
  }
  float sum = 0;
  for (int32_t i = 0; i < rows; i++) {
    float own = query->words[i].weight, gain = -score->missing * needed * own;
    weight += own;
    if (lonely_rows >> i & 1) {
      unmatched += own;
      continue;
    }
    if (m->joined[i] > 0) gain = 2 * own * (m->joined[i] > needed ? m->joined[i] - needed : 0);
    if (m->met_rows >> i & 1) {
      for (int32_t j = 0; j < columns; j++) {
        if (m->high[i][j] <= 0) continue;
        float value =
            gain_of(query->words[i].glance, name->tokens[j], own, m->weights[j], m->high[i][j], needed, score);
        if (value > gain) gain = value;
      }
    }
    sum += gain;
  }
  float cost = contradicting + least_cost(score, unmatched - contradicting, weight - unmatched);
  return sum - needed * cost > -1e-4f;
}

INLINE void join_words(meetings *m, const uint16_t *span, float value) {
  for (int32_t i = *span >> 8; i <= (*span & 0xFF); i++) {
    if (value > m->joined[i]) m->joined[i] = value;
    m->met_rows |= 1ull << i;
  }
}

INLINE void join_listed(meetings *m, const uint16_t *span, int32_t row, float value) {
  if (value > m->joined[row]) m->joined[row] = value;
  m->met_rows |= 1ull << row;
  m->met_columns |= (2u << (*span & 0xFF)) - (1u << (*span >> 8));
}

/// Most that a word adds to the sum of `may_reach` when the cut-off is needed, joined or not.
INLINE float joined_gain(const namescreen_query *query, const namescreen_score *score, const meetings *m, int32_t row) {
  float weight = query->words[row].weight, needed = score->cutoff;
  if (m->joined[row] == 0) return -score->missing * needed * weight;
  return 2 * weight * (m->joined[row] > needed ? m->joined[row] - needed : 0);
}

/// The highest similarity that a word can have with any of a name's.
INLINE float most_similar(uint64_t word, uint64_t every, uint64_t some, const namescreen_score *score) {
  uint64_t unlike = (word & ~some) | (every & ~word);
  if (unlike & NAMESCREEN_VOWELLESS) {
    float related = word & some & NAMESCREEN_RELATED ? score->most_related : 0;
    return related > score->consonants ? related : score->consonants;
  }
  return unlike & NAMESCREEN_COLLAPSING ? score->across_scripts : 1;
}

/// - Parameter unseen: The words that may equal joined neighbours of the name that are not in its row.
INLINE int admits(
    namescreen_query *query, const uint8_t *order, uint64_t unseen, const namescreen_units *units,
    const namescreen_score *score, const listed_name *name) {
  int32_t rows = query->count, columns = name->token_count;
  if (rows > MOST || query->join_count > NAMESCREEN_MOST_JOINS) return 1;
  meetings m;
  m.met_rows = 0;
  m.met_columns = unseen ? ~0u : 0;
  for (int32_t i = 0; i < rows; i++) {
    m.joined[i] = unseen >> i & 1 ? score->joined : 0;
    if (unseen >> i & 1) m.met_rows |= 1ull << i;
  }
  for (int32_t j = 0; j < columns; j++) m.weights[j] = score->weights[name->entries[j] >> 24];
  uint64_t every = ~0ull, some = 0;
  for (int32_t j = 0; j < columns; j++) {
    every &= name->tokens[j];
    some |= name->tokens[j];
  }
  float reach = 0, most[MOST], joined = score->joined > score->cutoff ? 2 * (score->joined - score->cutoff) : 0;
  for (int32_t i = 0; i < rows; i++) {
    const namescreen_word *word = &query->words[i];
    // What was looked up down to the cut-off and not found adds nothing.
    float excess = most_similar(word->glance, every, some, score) - score->cutoff;
    most[i] = (query->meets_words >> i & 1) && excess > 0 ? query->most_weights[i] * excess : 0;
    if ((query->meets_joins >> i & 1) && joined * word->weight > most[i]) most[i] = joined * word->weight;
    reach += most[i];
  }
  uint64_t seen_joins = 0;
  for (int32_t n = 0; n < rows; n++) {
    int32_t i = order[n];
    const namescreen_word *word = &query->words[i];
    int32_t join_count = name->join_count;
    // At a glance, which is enough for most names.
    float joined_high = m.joined[i], gain = -score->missing * score->cutoff * word->weight;
    for (int32_t p = 0; p < join_count; p++) {
      float value = glance_join(name->joins[p], word->glance, score);
      if (value > joined_high) joined_high = value;
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      if (i < query->spans[k] >> 8 || i > (query->spans[k] & 0xFF) || !(query->loose_joins >> k & 1)) continue;
      for (int32_t j = 0; j < columns; j++) {
        float value = glance_join(query->joins[k].glance, name->tokens[j], score);
        if (value > joined_high) joined_high = value;
      }
    }
    if (joined_high > 0) gain = joined_high > score->cutoff ? 2 * word->weight * (joined_high - score->cutoff) : 0;
    for (int32_t j = 0; j < columns; j++) {
      float value = glance(word, units, name->entries[j] & 0xFFFFFF, name->tokens[j], score);
      m.high[i][j] = value;
      if (value == 0) continue;
      float added =
          gain_of(word->glance, name->tokens[j], word->weight, m.weights[j], value, score->cutoff, score);
      if (added > gain) gain = added;
    }
    if (reach + gain - most[i] < -1e-4f) return 0;

    // Then as they are.
    if (joined_high > 0) {
      for (int32_t p = 0; p < join_count; p++) {
        if (glance_join(name->joins[p], word->glance, score) == 0) continue;
        namescreen_word join = word_of(units, name->join_units[p]);
        float value = look_join(word_spelling(query, i, score), 0, &join, word, score);
        if (value > 0) join_listed(&m, &name->spans[p], i, value);
      }
      for (int32_t k = 0; k < query->join_count; k++) {
        if (i < query->spans[k] >> 8 || i > (query->spans[k] & 0xFF) || seen_joins >> k & 1) continue;
        seen_joins |= 1ull << k;
        if (!(query->loose_joins >> k & 1)) continue;
        for (int32_t j = 0; j < columns; j++) {
          if (glance_join(query->joins[k].glance, name->tokens[j], score) == 0) continue;
          namescreen_word unit = word_of(units, name->entries[j] & 0xFFFFFF);
          float value = look_join(join_spelling(query, k, score), 1, &query->joins[k], &unit, score);
          if (value == 0) continue;
          m.met_columns |= 1u << j;
          join_words(&m, &query->spans[k], value);
        }
      }
    }
    gain = joined_gain(query, score, &m, i);
    for (int32_t j = 0; j < columns; j++) {
      if (m.high[i][j] == 0) continue;
      float value = look(query, i, units, name->entries[j] & 0xFFFFFF, score);
      m.high[i][j] = value;
      if (value == 0) continue;
      m.met_rows |= 1ull << i;
      m.met_columns |= 1u << j;
      float added =
          gain_of(word->glance, name->tokens[j], word->weight, m.weights[j], value, score->cutoff, score);
      if (added > gain) gain = added;
    }
    reach += gain - most[i];
    if (reach < -1e-4f) return 0;
  }
  return may_reach(query, name, score, &m);
}
