/// The first and cheapest bound of the score of two names: each pair of words by itself, by the worth of their letters.
#pragma once
#include "name_words.h"

/// What a quick look at a name needs of a word or a join of the query.
typedef struct {
  /// Of all letters, and of those that are compared with most words: in a script without vowels the consonants.
  namescreen_worth letters, worth;
  uint64_t glance, relations;
  /// The words of a join.
  uint64_t words;
  /// What a unit of cost takes off the similarity, times the length, by the listed word's level of frequency.
  float slopes[16];
  float weight;
  /// What the word adds alone, what in a join at most, and what anyhow.
  float alone, joined, reach;
  /// How alike it may be to what it meets, and to what it is related to.
  float most, related;
  /// What is left of a similarity by those letters.
  float scale;
  /// Whether it may equal a word with other letters, and whether it meets listed neighbours read as one word.
  int32_t is_unlike, meets_joins;
  /// What a pair may lose of its similarity when the others add all they can; by role and level of the listed word.
  float most_losses[256];
} quick_word;

typedef struct {
  quick_word words[MOST], joins[MOST];
  int32_t count, join_count;
  /// What all words add at most.
  float reach;
  /// The cost that the floor of similarity leaves, by the longer length.
  float most_cost;
} quick_query;

/// The bits and the value of the relations that may prove something, but not more than `most`.
static void add_relations(quick_word *quick, const namescreen_word *word, float most, const namescreen_score *score) {
  for (int32_t i = 0; i < word->code_count; i++) {
    uint32_t kind = word->codes[i] >> 24 & 15;
    float value = score->related[kind];
    if (value > most && kind == NAMESCREEN_NICKNAMED) value = score->related[NAMESCREEN_NICKNAME];
    if (value > most) continue;
    quick->relations |= namescreen_relation_bit(word->codes[i]);
    if (value > quick->related) quick->related = value;
  }
}

/// - Parameter consonants: What the word's consonants are worth when it is of a script without vowels.
static void set_quick_word(
    quick_word *quick, const namescreen_word *word, const namescreen_worth *worth, const namescreen_worth *consonants,
    float most, const namescreen_score *score) {
  int is_vowelless = (word->glance & NAMESCREEN_VOWELLESS) != 0;
  quick->letters = *worth;
  quick->worth = is_vowelless ? *consonants : *worth;
  quick->glance = word->glance;
  quick->weight = word->weight;
  quick->most = most;
  quick->relations = 0;
  quick->related = 0;
  quick->is_unlike = 0;
  quick->scale = is_vowelless ? score->consonants : 1;
  add_relations(quick, word, most, score);
  for (int32_t level = 0; level < 16; level++) {
    float known = (float)(word->frequency < level ? word->frequency : level) / score->attested_level;
    float doubt = is_vowelless ? 1 : 1 + score->attested * (known < 1 ? known : 1);
    quick->slopes[level] = score->slope * doubt / 100;
  }
}

/// - Parameter others: What the other words add at most.
static void set_most_losses(quick_word *word, float others, const namescreen_score *score) {
  for (int32_t role = 0; role < 16; role++) {
    float weight = -1, loss = 0;
    for (int32_t level = 0; level < 16; level++) {
      int32_t listed = role | level << 4;
      if (score->weights[listed] != weight) {
        weight = score->weights[listed];
        float pair = pair_weight(word->weight, weight), least = score->floor;
        if (pair * (score->cutoff - least) > others) least = score->cutoff - (others + 1e-4f) / pair;
        loss = 1 - least / word->scale + 2 * ROUNDING;
      }
      word->most_losses[listed] = loss;
    }
  }
}

/// Returns whether the query is short enough for quick looks. The words stand in `order`; those of `unmet` meet nothing at the
/// cut-off.
static int make_quick(
    quick_query *quick, const namescreen_query *query, const uint8_t *order, uint64_t unmet, const namescreen_score *score) {
  quick->count = query->count;
  quick->join_count = 0;
  quick->reach = 0;
  if (query->count > MOST || query->join_count > NAMESCREEN_MOST_JOINS) return 0;
  for (int32_t k = 0; k < query->join_count; k++) {
    if (!(query->loose_joins >> k & 1)) continue;
    if (quick->join_count == MOST) return 0;
    quick_word *join = &quick->joins[quick->join_count++];
    int is_met = (query->met_joins >> k & 1) != 0;
    set_quick_word(
        join, &query->joins[k], &query->join_worths[k], &query->join_worths[k], is_met ? 1 : score->cutoff, score);
    join->words = (2ull << (query->spans[k] & 0xFF)) - (1ull << (query->spans[k] >> 8));
  }
  float joined = score->joined > score->cutoff ? 2 * (score->joined - score->cutoff) : 0;
  float initial = score->initial > score->cutoff ? score->initial - score->cutoff : 0;
  for (int32_t n = 0; n < query->count; n++) {
    int32_t i = order[n];
    quick_word *word = &quick->words[n];
    set_quick_word(
        word, &query->words[i], &query->worths[i], &query->consonant_worths[i], unmet >> i & 1 ? score->cutoff : 1, score);
    word->words = 1ull << i;
    word->alone = -score->missing * score->cutoff * word->weight;
    word->is_unlike = query->unlike_words >> i & 1;
    word->meets_joins = query->meets_listed_joins >> i & 1;
    int may_join = 0, is_unmet = (unmet >> i & 1) != 0;
    for (int32_t k = 0; k < quick->join_count; k++) {
      if (!(quick->joins[k].words >> i & 1)) continue;
      may_join |= quick->joins[k].most > score->cutoff;
    }
    word->joined = is_unmet && !may_join ? 0 : joined * word->weight;
    word->reach = query->most_weights[i] * initial;
    if (!is_unmet && query->reaches[i] > word->reach) word->reach = query->reaches[i];
    if (word->joined > word->reach) word->reach = word->joined;
    quick->reach += word->reach;
  }
  quick->most_cost = (1 - score->floor + ROUNDING) * 100 / score->slope;
  for (int32_t n = 0; n < query->count; n++)
    set_most_losses(&quick->words[n], quick->reach - quick->words[n].reach, score);
  return 1;
}

/// 1 / length.
static const float shares[64] = {
    1.f,      1 / 1.f,  1 / 2.f,  1 / 3.f,  1 / 4.f,  1 / 5.f,  1 / 6.f,  1 / 7.f,  1 / 8.f,  1 / 9.f,  1 / 10.f,
    1 / 11.f, 1 / 12.f, 1 / 13.f, 1 / 14.f, 1 / 15.f, 1 / 16.f, 1 / 17.f, 1 / 18.f, 1 / 19.f, 1 / 20.f, 1 / 21.f,
    1 / 22.f, 1 / 23.f, 1 / 24.f, 1 / 25.f, 1 / 26.f, 1 / 27.f, 1 / 28.f, 1 / 29.f, 1 / 30.f, 1 / 31.f, 1 / 32.f,
    1 / 33.f, 1 / 34.f, 1 / 35.f, 1 / 36.f, 1 / 37.f, 1 / 38.f, 1 / 39.f, 1 / 40.f, 1 / 41.f, 1 / 42.f, 1 / 43.f,
    1 / 44.f, 1 / 45.f, 1 / 46.f, 1 / 47.f, 1 / 48.f, 1 / 49.f, 1 / 50.f, 1 / 51.f, 1 / 52.f, 1 / 53.f, 1 / 54.f,
    1 / 55.f, 1 / 56.f, 1 / 57.f, 1 / 58.f, 1 / 59.f, 1 / 60.f, 1 / 61.f, 1 / 62.f, 1 / 63.f};

/// Whether the letters do not tell how alike two words may be.
///
/// - Parameter related: NAMESCREEN_RELATED where the name has a relation of the word's.
INLINE int is_special(const quick_word *word, uint64_t glance, uint64_t related) {
  // A word without vowels is compared with others by its consonants.
  uint64_t vowelless = glance & NAMESCREEN_VOWELLESS;
  return (vowelless | ((word->glance | glance) & NAMESCREEN_INITIAL) | (word->glance & glance & related)) != 0 ||
         word->is_unlike;
}

/// What a unit of cost takes off beside a listed word of a level; a word of another script that says less is not doubted.
INLINE float slope_of(const quick_word *word, uint64_t glance, uint32_t level) {
  return word->slopes[(word->glance ^ glance) & NAMESCREEN_COLLAPSING ? 0 : level];
}

/// What letters cost at least, as a share of the longer length.
INLINE float cost_share(const quick_word *word, const namescreen_worth *worth, uint64_t glance, uint64_t occurrences) {
  int32_t length = length_of(glance);
  return (float)namescreen_least_by_worth(worth, occurrences, length) * shares[larger(length_of(word->glance), length)];
}

/// What a word adds by meeting a word of the name that is not told by letters.
static __attribute__((noinline)) float special_gain(
    const quick_word *word, const listed_name *name, int32_t column, uint64_t related, const namescreen_score *score) {
  uint64_t token = name->tokens[column];
  float weight = score->weights[name->entries[column] >> 24], value = word->most;
  if ((word->glance | token) & NAMESCREEN_INITIAL) {
    value = word->glance & token & NAMESCREEN_INITIAL ? score->romanization : score->initial;
    // Ю is an initial, Yu is a name, and both are one form.
    // I is an initial and a number.
    if (word->glance & token & related && word->related > value) value = word->related;
    if (word->most > value && cost_share(word, &word->letters, token, name->occurrences[column]) <= 0) value = word->most;
    return pair_gain(word->weight, weight, value - score->cutoff);
  }
  if (!word->is_unlike && !(token & NAMESCREEN_VOWELLESS)) {
    value = word->related;
    float loss = slope_of(word, token, name->entries[column] >> 28) * cost_share(word, &word->worth, token, name->occurrences[column]);
    float by_letters = word->scale * (1 - (loss > 0 ? loss : 0) + ROUNDING);
    if (by_letters > word->most) by_letters = word->most;
    if (by_letters > value) value = by_letters;
  }
  return pair_weight(word->weight, weight) * (value - score->cutoff);
}

/// An upper bound of what joined neighbours and a word prove, one of which the query has; 0 where only equal ones would count.
INLINE float quick_join(
    const quick_word *own, uint64_t join, uint64_t token, uint64_t glance, uint64_t occurrences, int32_t level,
    uint64_t relations, float most_cost, const namescreen_score *score) {
  if ((join | token) & NAMESCREEN_LEGAL_FORM)
    return join & token & NAMESCREEN_RELATED && own->relations & relations ? score->joined : 0;
  float cost = cost_share(own, &own->letters, glance, occurrences);
  if (cost > most_cost || glance_join(join, token, score) == 0) return 0;
  float loss = slope_of(own, glance, level) * (cost > 0 ? cost : 0);
  return score->joined * (1 - loss + ROUNDING);
}

/// What a word adds by meeting neighbours of the name read as one word.
INLINE float quick_join_gain(
    const quick_word *word, const listed_name *name, int32_t number, uint64_t relations, float most_cost,
    const namescreen_score *score) {
  uint64_t join = name->joins[number];
  float value =
      quick_join(word, join, word->glance, join, name->join_occurrences[number], 0, relations, most_cost, score);
  if (value < score->floor) return word->alone;
  if (value > word->most) value = word->most;
  float weight = word->weight;
  if (value < score->cutoff) {
    float listed = 0;
    for (int32_t j = name->spans[number] >> 8; j <= (name->spans[number] & 0xFF); j++)
      listed += score->weights[name->entries[j] >> 24];
    if (listed < weight) weight = listed;
  }
  return 2 * weight * (value - score->cutoff);
}

/// The most that one of the query's joins is alike to a word of the name.
INLINE float quick_own_join(
    const quick_word *join, const listed_name *name, uint64_t relations, float most_cost, const namescreen_score *score) {
  float most = 0;
  for (int32_t j = 0; j < name->token_count; j++) {
    uint64_t token = name->tokens[j];
    float value = quick_join(
        join, join->glance, token, token, name->occurrences[j], (int32_t)(name->entries[j] >> 28), relations, most_cost,
        score);
    if (value > most) most = value;
  }
  return most < join->most ? most : join->most;
}

/// Whether the score may reach the cut-off by a quick look at each word of the query: as `may_reach`, each pair by itself, until
/// what is left to add is too little.
INLINE int quick_admits(const quick_query *query, const uint64_t *row, const namescreen_score *score) {
  listed_name name = name_at(row);
  uint64_t relations = row[1];
  float reach = query->reach, joined[MOST];
  uint32_t seen_joins = 0;
  for (int32_t n = 0; n < query->count; n++) {
    const quick_word *word = &query->words[n];
    float gain = word->alone;
    uint64_t related = word->relations & relations ? NAMESCREEN_RELATED : 0;
    for (int32_t j = 0; j < name.token_count; j++) {
      uint64_t token = name.tokens[j];
      float added;
      // AS is a particle of one name and the legal form of another: equal words meet whatever they do.
      if ((word->glance ^ token) & NAMESCREEN_PARTICLE &&
          cost_share(word, &word->letters, token, name.occurrences[j]) > 0)
        continue;
      if (__builtin_expect(is_special(word, token, related), 0)) {
        added = special_gain(word, &name, j, related, score);
      } else {
        uint32_t traits = name.entries[j] >> 24;
        float loss = slope_of(word, token, traits >> 4) * cost_share(word, &word->worth, token, name.occurrences[j]);
        if (loss > word->most_losses[traits]) continue;
        float value = word->scale * (1 - (loss > 0 ? loss : 0) + ROUNDING);
        if (value > word->most) value = word->most;
        added = pair_weight(word->weight, score->weights[traits]) * (value - score->cutoff);
      }
      if (added > gain) gain = added;
    }
    reach -= word->reach;
    if (gain < word->joined && (name.has_loose_joins || word->meets_joins)) {
      for (int32_t p = 0; p < name.join_count; p++) {
        float added = quick_join_gain(word, &name, p, relations, query->most_cost, score);
        if (added > gain) gain = added;
      }
    }
    for (int32_t k = 0; k < query->join_count && gain < word->joined; k++) {
      if (!(query->joins[k].words & word->words)) continue;
      if (!(seen_joins >> k & 1))
        joined[k] = quick_own_join(&query->joins[k], &name, relations, query->most_cost, score);
      seen_joins |= 1u << k;
      if (joined[k] < score->floor) continue;
      float added = joined[k] > score->cutoff ? 2 * word->weight * (joined[k] - score->cutoff) : 0;
      if (added > gain) gain = added;
    }
    reach += gain;
    if (reach < -1e-4f) return 0;
  }
  return 1;
}
