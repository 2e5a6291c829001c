/// Candidates by the block: which of them words of the query rule out, with the words of many names side by side, so that all
/// lanes are full.
///
/// A sieve before the look at each name: a word that letters let meet nothing of a name, and a word of the name that nothing
/// of the query may meet, have no partner, and most candidates fail by what these cost.
#pragma once
#include "quick_look.h"

/// Names of a block, and the words and joins that they have between them.
#define BLOCK_NAMES 64
#define BLOCK_WORDS 256
#define BLOCK_JOINS 128
/// Words of a query, more than which are not looked at by the block.
#define BLOCK_ROWS NAMESCREEN_SIFTED_WORDS
/// Fewer names than this that are left are looked at one by one.
#define BLOCK_LEAST 3

/// Words side by side, or joins: as in the rows of names, and what each unit says of itself.
typedef struct {
  uint32_t entries[BLOCK_WORDS];
  uint64_t glances[BLOCK_WORDS], occurrences[BLOCK_WORDS], relations[BLOCK_WORDS];
  int32_t count;
} block_words;

/// Some of them, a bit each, with more behind than a row of bits that begins with the last has.
typedef struct {
  uint8_t bits[BLOCK_WORDS / 8 + 8];
} block_bits;

typedef struct {
  block_words words, joins;
  /// What words weigh, and their kinds.
  float weights[BLOCK_WORDS];
  int32_t kinds[BLOCK_WORDS];
  /// What each word of the query, in the order in which they are looked at, adds by each, or NO_PAIR.
  float gains[BLOCK_ROWS][BLOCK_WORDS];
  /// How alike a join of the query may be to each, and each word of the query to each join.
  float values[BLOCK_WORDS], join_values[BLOCK_ROWS][BLOCK_JOINS];
  /// The words of each join, a bit each, and what these weigh.
  uint32_t spans[BLOCK_JOINS];
  float join_weights[BLOCK_JOINS];
  /// The names, and where their words and joins begin.
  uint32_t names[BLOCK_NAMES];
  uint16_t first_word[BLOCK_NAMES + 1], first_join[BLOCK_NAMES + 1];
  int32_t count;
  /// Those that are kept because they are long, a bit each.
  uint64_t unjudged;
  /// What the words of each name weigh, those without a partner on both sides, and what the query's words add.
  float weight[BLOCK_NAMES], lost[BLOCK_NAMES], reach[BLOCK_NAMES];
  /// The words of each name that something of the query may meet, a bit each.
  uint32_t met[BLOCK_NAMES];
  /// The most that each word of the query adds, or NO_PAIR, and the names where that may be by a join.
  float best[BLOCK_ROWS][BLOCK_NAMES];
  uint64_t joined[BLOCK_ROWS];
} name_block;

INLINE void begin_block(name_block *block) {
  block->count = block->words.count = block->joins.count = 0;
  block->unjudged = 0;
  block->first_word[0] = block->first_join[0] = 0;
}

/// Whether a name is out of reach because it has so many more words than the query, of which each meets one, or neighbours read as
/// one: the lightest are left over.
INLINE int has_too_many_words(const quick_query *query, const name_row *row, const namescreen_score *score) {
  int32_t met = query->count, left = row->token_count - met;
  for (int32_t p = 0; p < row->join_count && left > 0; p++) left -= (row->spans[p] & 0xFF) - (row->spans[p] >> 8);
  if (left <= 0) return 0;
  float lightest[MOST_LISTED], weight = query->weight, lost = 0;
  int32_t count = 0;
  for (int32_t j = 0; j < row->token_count; j++) {
    float own = score->weights[row->entries[j] >> 24];
    weight += own;
    int32_t place = count < left ? count++ : left;
    for (; place > 0 && lightest[place - 1] > own; place--)
      if (place < left) lightest[place] = lightest[place - 1];
    if (place < left) lightest[place] = own;
  }
  for (int32_t j = 0; j < count; j++) lost += lightest[j];
  return is_out_of_reach(query->reach, lost, weight, score);
}

/// Adds a name, but for one with too many words. Returns 0, and adds nothing, where it has no room.
INLINE int add_name(
    name_block *block, const quick_query *query, const namescreen_names *names, uint32_t number, const namescreen_score *score) {
  int32_t place = block->count, words = block->words.count, joins = block->joins.count;
  if (place == BLOCK_NAMES) return 0;
  name_row row = row_of(names, number);
  if (row.token_count > query->count && row.token_count <= MOST_LISTED && has_too_many_words(query, &row, score)) return 1;
  if (row.token_count <= MOST_LISTED && row.join_count <= MOST_LISTED_JOINS) {
    if (words + row.token_count > BLOCK_WORDS || joins + row.join_count > BLOCK_JOINS) return 0;
    for (int32_t j = 0; j < row.token_count; j++) block->words.entries[words + j] = row.entries[j];
    for (int32_t p = 0; p < row.join_count; p++) {
      block->joins.entries[joins + p] = row.join_units[p];
      block->spans[joins + p] = (2u << (row.spans[p] & 0xFF)) - (1u << (row.spans[p] >> 8));
    }
    block->words.count = words + row.token_count;
    block->joins.count = joins + row.join_count;
  } else {
    block->unjudged |= 1ull << place;
  }
  block->names[place] = number;
  block->count = place + 1;
  block->first_word[place + 1] = (uint16_t)block->words.count;
  block->first_join[place + 1] = (uint16_t)block->joins.count;
  return 1;
}

/// What letters cost at least, as a share of the longer length.
LANED numbers shares_in_lanes(const sieve *own, wide glances, wide occurrences) {
  counts lengths = lengths_of(glances), costs = worth_costs(own, lengths, occurrences);
  if (own->has_classes) costs = most_of(costs, class_costs(own, glances, lengths, occurrences));
  return numbers_of(costs) / numbers_of(longer_lengths(own, lengths));
}

/// Reads the units of words or joins.
static void read_block_words(block_words *words, const namescreen_units *units) {
  for (int32_t j = 0; j < words->count; j++) {
    const namescreen_unit *unit = unit_at(units, words->entries[j] & 0xFFFFFF);
    words->glances[j] = glance_of(unit);
    words->occurrences[j] = unit->occurrences;
    words->relations[j] = unit->relation_bits;
  }
}

/// The lanes of units that a word of the query equals, where one of them has other letters.
LANED choice equal_units(const quick_word *word, counts entries) {
  counts places = (entries & 0xFFFFFF) - (int32_t)word->first_equal;
  return (places >= 0) & (places < (int32_t)word->equal_count);
}

/// The lanes of words of another script that a word of the query is related to by more than it is known to meet.
LANED choice related_across_lanes(const quick_word *word, wide glances, wide relations) {
  return has_any(relations, word->relations_across) & has_any(glances, word->glance & NAMESCREEN_RELATED) &
         has_any(glances ^ word->glance, NAMESCREEN_COLLAPSING);
}

/// Finds what a word of the query adds by each of the words, and which it may meet: `quick_gain` in lanes.
static void set_gains(
    const quick_word *word, const block_words *words, const int32_t *kinds_of_words, float *gains_of_word, block_bits *met,
    const namescreen_score *score) {
  const quick_kinds *kinds = &word->kinds;
  const numbers cutoff = score->cutoff, most = word->most, zero = 0;
  int is_initial = (word->glance & NAMESCREEN_INITIAL) != 0;
  for (int32_t first = 0; first < words->count; first += WIDE_LANES) {
    wide glances = load_wide(words->glances + first), occurrences = load_wide(words->occurrences + first);
    wide unlike = glances ^ word->glance;
    choice related = has_any(load_wide(words->relations + first), word->relations) &
                     has_any(glances, word->glance & NAMESCREEN_RELATED);
    choice vowelless = has_any(glances, NAMESCREEN_VOWELLESS);
    choice initial = is_initial ? (choice)(-1) : has_any(glances, NAMESCREEN_INITIAL);
    choice equal = word->equal_count ? equal_units(word, load_counts(words->entries + first)) : (choice)(0);
    choice related_across = word->relations_across ? related_across_lanes(word, glances, load_wide(words->relations + first))
                                                   : (choice)(0);
    choice special = related | related_across | vowelless | initial | equal;
    if (!bits_of_choice(special | lanes_in_reach(&word->words_sieve, ~special, glances, occurrences))) {
      numbers none = NO_PAIR;
      memcpy(gains_of_word + first, &none, sizeof none);
      met->bits[first / WIDE_LANES] = 0;
      continue;
    }

    // By their letters.
    counts places = load_counts((const uint32_t *)kinds_of_words + first);
    numbers shares = shares_in_lanes(&word->words_sieve, glances, occurrences);
    choice across = has_any(unlike, NAMESCREEN_COLLAPSING);
    numbers limits = gathered(kinds->most_share, places);
    numbers slopes = gathered(kinds->slope, places), scales = word->scale;
    if (bits_of_choice(across)) {
      limits = across ? gathered(kinds->most_share_across, places) : limits;
      slopes = across ? (numbers)(score->slope / 100) : slopes;
      scales = across ? (numbers)(word->scale_across) : scales;
    }
    numbers values = scales * (1 + 2 * ROUNDING - slopes * most_of_numbers(shares, zero));
    values = shares <= limits * (1 + ROUNDING) ? least_of_numbers(values, most) : zero;
    numbers pairs = gathered(kinds->pair, places);

    // By what else they are.
    if (bits_of_choice(special)) {
      if (bits_of_choice(initial)) {
        choice alike = word->first_letter ? has_any(occurrences, word->first_letter) : (choice)(-1);
        choice both = is_initial ? has_any(glances, NAMESCREEN_INITIAL) : (choice)(0);
        numbers by_letter = both ? (numbers)(score->romanization) : (numbers)(score->initial);
        by_letter = alike ? by_letter : zero;
        by_letter = shares <= 0 ? most_of_numbers(by_letter, most) : by_letter;
        values = initial ? by_letter : values;
        pairs = (initial & (values < cutoff)) ? gathered(kinds->lesser_pair, places) : pairs;
      }
      values = (vowelless & ~initial) ? most : values;
      values = related ? most_of_numbers(values, word->related) : values;
      values = related_across ? most_of_numbers(values, word->related_across) : values;
    }
    // A particle and another word meet when they are equal.
    values = (has_any(unlike, NAMESCREEN_PARTICLE) & has_any(unlike, NAMESCREEN_SIGNATURE_MASK)) ? zero : values;
    values = equal ? most : values;
    choice paired = values > 0;
    numbers gains = pairs * (values - cutoff);
    choice abbreviated = special & (values == score->initial) & has_any(unlike, NAMESCREEN_INITIAL);
    if (bits_of_choice(abbreviated)) gains = abbreviated ? gains - gathered(kinds->abbreviation, places) : gains;
    gains = paired ? gains : (numbers)(NO_PAIR);
    memcpy(gains_of_word + first, &gains, sizeof gains);
    met->bits[first / WIDE_LANES] = bits_of_choice(paired) & lanes_of(words->count - first);
  }
}

/// Finds how alike a word may be to each join, or a join to each word, 0 where it may not: `quick_join` in lanes.
static void set_values(
    const quick_word *own, const block_words *words, float *values_of_word, block_bits *met,
    const namescreen_score *score) {
  const numbers zero = 0;
  // Kinds differ in what they doubt; the first doubts least, and a word of another script nothing.
  float slope = own->kinds.slope[0] < score->slope / 100 ? own->kinds.slope[0] : score->slope / 100;
  for (int32_t first = 0; first < words->count; first += WIDE_LANES) {
    wide glances = load_wide(words->glances + first), occurrences = load_wide(words->occurrences + first);
    choice alike = lanes_of_joins(&own->joins_sieve, glances, occurrences);
    numbers values = zero;
    if (bits_of_choice(alike)) {
      // A legal form is one by its relations, whatever its letters.
      choice forms = has_any(glances, own->joins_sieve.special);
      numbers shares = forms ? zero : most_of_numbers(shares_in_lanes(&own->joins_sieve, glances, occurrences), zero);
      values = least_of_numbers(score->joined * (1 + 2 * ROUNDING - slope * shares), own->most);
      values = (alike & (values >= score->floor - ROUNDING)) ? values : zero;
    }
    memcpy(values_of_word + first, &values, sizeof values);
    met->bits[first / WIDE_LANES] = bits_of_choice(values > 0) & lanes_of(words->count - first);
  }
}

/// Reads what the words of all names of a block are.
static void read_block(name_block *block, const namescreen_units *units, const namescreen_score *score) {
  read_block_words(&block->words, units);
  read_block_words(&block->joins, units);
  for (int32_t j = 0; j < block->words.count; j++) {
    uint32_t kind = block->words.entries[j] >> 24;
    block->weights[j] = score->weights[kind];
    block->kinds[j] = score->kinds[kind];
  }
  // Whole vectors are read, also of the last words.
  for (int32_t j = block->words.count; j % WIDE_LANES; j++) block->kinds[j] = 0;
  for (int32_t n = 0; n < block->count; n++) {
    int32_t first = block->first_word[n];
    float weight = 0;
    for (int32_t j = first; j < block->first_word[n + 1]; j++) weight += block->weights[j];
    block->weight[n] = weight;
    for (int32_t p = block->first_join[n]; p < block->first_join[n + 1]; p++) {
      float own = 0;
      for (uint32_t left = block->spans[p]; left; left &= left - 1) own += block->weights[first + __builtin_ctz(left)];
      block->join_weights[p] = own;
    }
  }
}


/// Those of a name's words or joins that are among the bits.
INLINE uint32_t bits_of(const block_bits *all, const uint16_t *first) {
  int32_t start = first[0], count = first[1] - start;
  uint64_t bits;
  __builtin_memcpy(&bits, all->bits + start / 8, sizeof bits);
  return (uint32_t)(bits >> start % 8) & (uint32_t)((1ull << count) - 1);
}

/// The most that a word adds to the sum that must not be below 0 by a join of this similarity.
INLINE float join_gain(float own, float other, float value, const namescreen_score *score) {
  float weight = value < score->cutoff && other < own ? other : own;
  return 2 * weight * (value - score->cutoff);
}

/// What is found of the names of a block while one word of the query after the other is looked at, a bit a name: those that may
/// still reach the cut-off, and those where a join may meet something.
typedef struct {
  uint64_t judged, has_joined;
} sift_state;

/// Begins with nothing met.
static sift_state begin_sift(const quick_query *query, name_block *block) {
  uint64_t all = block->count < BLOCK_NAMES ? (1ull << block->count) - 1 : ~0ull;
  for (int32_t n = 0; n < block->count; n++) {
    block->met[n] = 0;
    block->lost[n] = 0;
    block->reach[n] = query->reach;
  }
  for (int32_t place = 0; place < query->count; place++) {
    block->joined[place] = 0;
    for (int32_t n = 0; n < block->count; n++) block->best[place][n] = NO_PAIR;
  }
  return (sift_state){.judged = all & ~block->unjudged};
}

/// Looks at one of the query's joins.
static void sift_own_join(
    const quick_query *query, const uint8_t *order, const quick_word *join, name_block *block, sift_state *state,
    const namescreen_score *score) {
  block_bits bits;
  set_values(join, &block->words, block->values, &bits, score);
  for (uint64_t left = state->judged; left; left &= left - 1) {
    int32_t n = __builtin_ctzll(left);
    uint32_t columns = bits_of(&bits, block->first_word + n);
    if (columns == 0) continue;
    block->met[n] |= columns;
    state->has_joined |= 1ull << n;
    float most = 0;
    for (int32_t j = block->first_word[n]; j < block->first_word[n + 1]; j++)
      if (block->values[j] > most) most = block->values[j];
    for (int32_t place = 0; place < query->count; place++) {
      const quick_word *word = &query->words[order[place]];
      if (!(join->words & word->words)) continue;
      float gain = most > score->cutoff ? 2 * word->weight * (most - score->cutoff) : 0;
      if (gain > block->best[place][n]) block->best[place][n] = gain;
      block->joined[place] |= 1ull << n;
    }
  }
}

/// Looks at one of the query's words, in its place in the order.
static void sift_word(
    const quick_query *query, const quick_word *word, int32_t place, name_block *block, sift_state *state,
    const namescreen_score *score) {
  float *gains = block->gains[place], *join_values = block->join_values[place];
  block_bits bits, join_bits;
  set_gains(word, &block->words, block->kinds, gains, &bits, score);
  if (block->joins.count) set_values(word, &block->joins, join_values, &join_bits, score);
  for (uint64_t left = state->judged; left; left &= left - 1) {
    int32_t n = __builtin_ctzll(left);
    float gain = block->best[place][n];
    block->met[n] |= bits_of(&bits, block->first_word + n);
    for (int32_t j = block->first_word[n]; j < block->first_word[n + 1]; j++) gain = gains[j] > gain ? gains[j] : gain;
    uint32_t joins = block->joins.count ? bits_of(&join_bits, block->first_join + n) : 0;
    for (; joins; joins &= joins - 1) {
      int32_t p = block->first_join[n] + __builtin_ctz(joins);
      float added = join_gain(word->weight, block->join_weights[p], join_values[p], score);
      state->has_joined |= 1ull << n;
      block->joined[place] |= 1ull << n;
      block->met[n] |= block->spans[p];
      if (added > gain) gain = added;
    }
    block->best[place][n] = gain;
    block->reach[n] -= word->reach;
    if (gain == NO_PAIR) block->lost[n] += word->weight;
    else block->reach[n] += gain > word->alone ? gain : word->alone;
    if (is_out_of_reach(block->reach[n], block->lost[n], query->weight + block->weight[n], score))
      state->judged &= ~(1ull << n);
  }
}

/// Takes off what words of the names cost that nothing may meet.
static void sift_unmet(const quick_query *query, name_block *block, sift_state *state, const namescreen_score *score) {
  for (uint64_t left = state->judged; left; left &= left - 1) {
    int32_t n = __builtin_ctzll(left), first = block->first_word[n];
    uint32_t words = (1u << (block->first_word[n + 1] - first)) - 1, alone = ~block->met[n] & words;
    float weight = query->weight + block->weight[n], unmet = 0;
    for (; alone; alone &= alone - 1) unmet += block->weights[first + __builtin_ctz(alone)];
    block->lost[n] += unmet;
    if (is_out_of_reach(block->reach[n], block->lost[n], weight, score) ||
        is_met_too_little(query, __builtin_popcount(block->met[n] & words), unmet, weight, score))
      state->judged &= ~(1ull << n);
  }
}

/// The names of a block that the words of the query, in `order`, do not rule out, a bit each.
///
/// - Parameters:
///   - sifted: Those of them of which everything is known that the block holds.
///   - looked: Those of them of which `quick_admits` would say no more.
static uint64_t sift_block(
    const quick_query *query, const uint8_t *order, name_block *block, const namescreen_score *score, uint64_t *sifted,
    uint64_t *looked) {
  sift_state state = begin_sift(query, block);
  *looked = *sifted = 0;
  for (int32_t k = 0; k < query->join_count; k++) sift_own_join(query, order, &query->joins[k], block, &state, score);
  for (int32_t place = 0; place < query->count; place++) {
    sift_word(query, &query->words[order[place]], place, block, &state, score);
    if (__builtin_popcountll(state.judged) < BLOCK_LEAST) return state.judged | block->unjudged;
  }
  sift_unmet(query, block, &state, score);
  *sifted = state.judged;
  *looked = state.judged & ~state.has_joined;
  return state.judged | block->unjudged;
}
