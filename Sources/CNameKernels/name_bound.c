#include "name_bound.h"
#include "name_words.h"
#include "quick_look.h"
#include "signature.h"
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
  if (cost < 0 || !(join->glance & NAMESCREEN_FUZZY) || length_of(token->glance) <= 3) return 0;
  float value = score->joined * by_spelling(spelling, own, other, score);
  return value >= score->floor ? value : 0;
}

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
/// m (s - c') over the pairs to reach c' times what is missing (at least half a weight) and what contradicts (at least both
/// weights).
static int may_reach(
    const namescreen_query *query, const listed_name *name, const namescreen_score *score, const meetings *m) {
  int32_t rows = query->count, columns = name->token_count;
  float needed = score->cutoff, contradicting = 0;
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
      contradicting += (float)pairs * (1 - score->missing) * (least_row + least_column);
    }
  }
  float sum = -needed * contradicting, loss = score->missing * needed;
  for (int32_t i = 0; i < rows; i++) {
    float weight = query->words[i].weight, gain = -loss * weight;
    if (m->joined[i] > 0) gain = 2 * weight * (m->joined[i] > needed ? m->joined[i] - needed : 0);
    if (m->met_rows >> i & 1) {
      for (int32_t j = 0; j < columns; j++) {
        if (m->high[i][j] <= 0) continue;
        float value = pair_gain(weight, m->weights[j], m->high[i][j] - needed);
        if (value > gain) gain = value;
      }
    }
    sum += gain;
  }
  for (uint32_t left = lonely_columns; left; left &= left - 1) sum -= loss * m->weights[__builtin_ctz(left)];
  return sum > -1e-4f;
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
      float added = pair_gain(word->weight, m.weights[j], value - score->cutoff);
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
      float added = pair_gain(word->weight, m.weights[j], value - score->cutoff);
      if (added > gain) gain = added;
    }
    reach += gain - most[i];
    if (reach < -1e-4f) return 0;
  }
  return may_reach(query, name, score, &m);
}

void namescreen_query_begin(namescreen_query *query) {
  query->count = query->join_count = 0;
  query->loose_joins = query->unlike_words = 0;
  query->started_words = query->started_consonants = query->started_joins = 0;
}

void namescreen_query_add_word(
    namescreen_query *query, const namescreen_word *word, const namescreen_worth *worth,
    const namescreen_worth *consonant_worth, float most_weight, float reach, int32_t is_unlike) {
  int32_t place = query->count++;
  if (place >= MOST) return;
  query->words[place] = *word;
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
  query->spans[place] = (uint16_t)(first << 8 | last);
  if (!is_loose) return;
  query->loose_joins |= 1ull << place;
  query->join_worths[place] = namescreen_worth_of(join->skeleton, length_of(join->glance), distances);
}

/// How far ahead of its use a name's offset, its row and its words are fetched, and it is read.
#define OFFSET_AHEAD 18
#define ROW_AHEAD 12
#define WORDS_AHEAD 6
#define READ_AHEAD 2
/// Names that are read at a time: a power of two above `READ_AHEAD`.
#define READ 4

/// Keeps the candidates of one run; returns how many.
INLINE int64_t admit_run(
    namescreen_query *query, quick_query *quick, const namescreen_run *run, const namescreen_units *units,
    const namescreen_names *names, const namescreen_score *score, const uint32_t *candidates, int64_t count,
    uint32_t *kept) {
  // Words that no candidate is known to have come first, the heaviest before: most names fail by them.
  uint8_t order[MOST];
  int32_t last = 0, rows = query->count < MOST ? query->count : MOST;
  for (int32_t known = 0; known < 2; known++)
    for (int32_t n = 0; n < rows; n++)
      if ((int32_t)(run->words >> query->order[n] & 1) == known) order[last++] = query->order[n];
  if (quick) begin_run(quick, query, run->unmet, score);
  // What a name's words look like is written in small pieces and read in large ones, so that it needs some time between.
  listed_name read[READ];
  int is_judged[READ];
  int64_t found = 0;
  for (int64_t i = -READ_AHEAD; i < count; i++) {
    if (i + OFFSET_AHEAD < count) __builtin_prefetch(names->offsets + candidates[i + OFFSET_AHEAD]);
    if (i + ROW_AHEAD < count) __builtin_prefetch(names->rows + names->offsets[candidates[i + ROW_AHEAD]]);
    if (i + WORDS_AHEAD < count) fetch_words(units, names, candidates[i + WORDS_AHEAD]);
    int64_t next = i + READ_AHEAD;
    if (next < count) is_judged[next % READ] = read_name(&read[next % READ], units, names, candidates[next]);
    if (i < 0) continue;
    uint32_t candidate = candidates[i];
    const listed_name *name = &read[i % READ];
    if (is_judged[i % READ]) {
      if (quick && !quick_admits(quick, order, run->joined, name, score)) continue;
      if (!admits(query, order, run->joined, units, score, name)) continue;
    }
    kept[found++] = candidate;
  }
  return found;
}

WITH_POPCNT
int64_t namescreen_admit(
    namescreen_query *query, const namescreen_run *runs, int64_t run_count, const namescreen_units *units,
    const namescreen_names *names, const namescreen_score *score, uint32_t *candidates) {
  quick_query quick;
  int is_quick = begin_quick(&quick, query, score);
  int64_t kept = 0, start = 0;
  for (int64_t r = 0; r < run_count; r++) {
    kept += admit_run(
        query, is_quick ? &quick : 0, &runs[r], units, names, score, candidates + start, runs[r].end - start,
        candidates + kept);
    start = runs[r].end;
  }
  return kept;
}

WITH_POPCNT
int64_t namescreen_alike_consonants(
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

WITH_POPCNT
int64_t namescreen_alike_light(
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
