/// Candidates by the block: which of them words of the query rule out, with the words of many names side by side, so that all
/// lanes are full where the processor has them.
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
#define BLOCK_ROWS 8
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
  /// What words weigh, and where their kinds are among a word's, in floats.
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

/// Adds a name. Returns 0, and adds nothing, where it has no room.
INLINE int add_name(name_block *block, const namescreen_names *names, uint32_t number) {
  int32_t place = block->count, words = block->words.count, joins = block->joins.count;
  if (place == BLOCK_NAMES) return 0;
  name_row row = row_of(names, number);
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

#if HAS_LANED_CODE
/// A member of the kinds of listed words, from where each lane's is among the kinds of a word.
LANED_INLINE __m512d of_kinds(const float *first, __m256i places) {
  return _mm512_cvtps_pd(_mm256_i32gather_ps(first, places, sizeof(float)));
}

/// What letters cost at least, as a share of the longer length.
LANED_INLINE __m512d shares_in_lanes(const sieve *own, __m512i glances, __m512i occurrences) {
  __m512i lengths = _mm512_srli_epi64(glances, NAMESCREEN_LENGTH_SHIFT), length = all_of(own->glance >> NAMESCREEN_LENGTH_SHIFT);
  __m512d costs = worth_costs(own, lengths, occurrences);
  if (own->has_classes) {
    __m512d gaps = _mm512_mul_pd(
        _mm512_cvtepi64_pd(_mm512_abs_epi64(_mm512_sub_epi64(lengths, length))), _mm512_set1_pd(GAP_COST));
    costs = _mm512_max_pd(costs, _mm512_max_pd(gaps, class_costs(own, glances)));
  }
  return _mm512_div_pd(costs, _mm512_cvtepi64_pd(_mm512_max_epi64(_mm512_max_epi64(lengths, length), all_of(1))));
}

/// Reads the units of words or joins.
LANED static void read_block_words(block_words *words, const namescreen_units *units) {
  const __m512i size = all_of(sizeof(namescreen_unit) / sizeof(uint64_t));
  for (int32_t first = 0; first < words->count; first += WIDE_LANES) {
    __mmask8 lanes = lanes_of(words->count - first);
    __m512i places = _mm512_and_si512(
        _mm512_cvtepu32_epi64(_mm256_maskz_loadu_epi32(lanes, words->entries + first)), all_of(0xFFFFFF));
    // Only damage makes a unit that there is not.
    places = _mm512_maskz_mullo_epi64(_mm512_cmplt_epu64_mask(places, all_of(units->count)), places, size);
    const uint64_t *start = &units->units->glance;
    __m512i glances = _mm512_i64gather_epi64(places, start, sizeof(uint64_t));
    __mmask8 broken = _mm512_cmpgt_epu64_mask(_mm512_srli_epi64(glances, NAMESCREEN_LENGTH_SHIFT), all_of(NAMESCREEN_LONGEST));
    glances = _mm512_mask_and_epi64(glances, broken, glances, all_of(NAMESCREEN_SIGNATURE_MASK));
    _mm512_storeu_si512(words->glances + first, glances);
    _mm512_storeu_si512(words->occurrences + first, _mm512_i64gather_epi64(places, start + 1, sizeof(uint64_t)));
    _mm512_storeu_si512(words->relations + first, _mm512_i64gather_epi64(places, start + 2, sizeof(uint64_t)));
  }
}

/// Finds what a word of the query adds by each of the words, and which it may meet: `quick_gain` in lanes.
LANED static void set_gains(
    const quick_word *word, const block_words *words, const int32_t *kinds_of_words, float *gains_of_word, block_bits *met,
    const namescreen_score *score) {
  const quick_kind *kinds = word->kinds;
  const __m512d cutoff = _mm512_set1_pd(score->cutoff), most = _mm512_set1_pd(word->most);
  const __m512d related_value = _mm512_set1_pd(word->related), zero = _mm512_setzero_pd();
  int is_initial = (word->glance & NAMESCREEN_INITIAL) != 0;
  for (int32_t first = 0; first < words->count; first += WIDE_LANES) {
    __mmask8 lanes = lanes_of(words->count - first);
    __m512i glances = _mm512_maskz_loadu_epi64(lanes, words->glances + first);
    __m512i occurrences = _mm512_maskz_loadu_epi64(lanes, words->occurrences + first);
    __m512i relations = _mm512_maskz_loadu_epi64(lanes, words->relations + first);
    __m256i places = _mm256_maskz_loadu_epi32(lanes, kinds_of_words + first);
    __m512i unlike = _mm512_xor_si512(glances, all_of(word->glance));
    __m512d shares = shares_in_lanes(&word->words_sieve, glances, occurrences);

    // By their letters.
    __mmask8 across = _mm512_test_epi64_mask(unlike, all_of(NAMESCREEN_COLLAPSING));
    __m512d limits = _mm512_mask_mov_pd(
        of_kinds(&kinds->most_share, places), across, of_kinds(&kinds->most_share_across, places));
    __m512d slopes = _mm512_mask_mov_pd(
        of_kinds(&kinds->slope, places), across, _mm512_set1_pd((double)score->slope / 100));
    __m512d scales = _mm512_mask_mov_pd(_mm512_set1_pd(word->scale), across, _mm512_set1_pd(word->scale_across));
    __m512d falls = _mm512_fnmadd_pd(slopes, _mm512_max_pd(shares, zero), _mm512_set1_pd(1 + 2 * (double)ROUNDING));
    __m512d values = _mm512_min_pd(_mm512_mul_pd(scales, falls), most);
    __mmask8 kept = _mm512_cmp_pd_mask(shares, _mm512_mul_pd(limits, _mm512_set1_pd(1 + 1e-6)), _CMP_LE_OQ);
    __m512d pairs = of_kinds(&kinds->pair, places);

    // By what else they are.
    __mmask8 related = _mm512_mask_test_epi64_mask(
        _mm512_test_epi64_mask(relations, all_of(word->relations)), glances, all_of(word->glance & NAMESCREEN_RELATED));
    __mmask8 vowelless = _mm512_test_epi64_mask(glances, all_of(NAMESCREEN_VOWELLESS));
    __mmask8 initial = is_initial ? 0xFF : _mm512_test_epi64_mask(glances, all_of(NAMESCREEN_INITIAL));
    values = _mm512_mask_mov_pd(values, (__mmask8)~kept, zero);
    if (initial) {
      __mmask8 alike = word->first_letter ? _mm512_test_epi64_mask(occurrences, all_of(word->first_letter)) : 0xFF;
      __mmask8 both = is_initial ? _mm512_test_epi64_mask(glances, all_of(NAMESCREEN_INITIAL)) : 0;
      __m512d by_letter = _mm512_mask_mov_pd(
          _mm512_set1_pd(score->initial), both, _mm512_set1_pd(score->romanization));
      by_letter = _mm512_maskz_mov_pd(alike, by_letter);
      __mmask8 equal = _mm512_cmp_pd_mask(shares, zero, _CMP_LE_OQ);
      by_letter = _mm512_mask_max_pd(by_letter, equal, by_letter, most);
      values = _mm512_mask_mov_pd(values, initial, by_letter);
      __mmask8 lesser = initial & _mm512_cmp_pd_mask(values, cutoff, _CMP_LT_OQ);
      pairs = _mm512_mask_mov_pd(pairs, lesser, of_kinds(&kinds->lesser_pair, places));
    }
    values = _mm512_mask_mov_pd(values, vowelless & (__mmask8)~initial, most);
    values = _mm512_mask_max_pd(values, related, values, related_value);
    // A particle and another word meet when they are equal.
    __mmask8 apart = _mm512_mask_test_epi64_mask(
        _mm512_test_epi64_mask(unlike, all_of(NAMESCREEN_PARTICLE)), unlike, all_of(NAMESCREEN_SIGNATURE_MASK));
    values = _mm512_mask_mov_pd(values, apart, zero);
    if (word->equal_count) {
      __m256i units = _mm256_and_si256(
          _mm256_maskz_loadu_epi32(lanes, words->entries + first), _mm256_set1_epi32(0xFFFFFF));
      __mmask8 equal = _mm256_cmplt_epu32_mask(
          _mm256_sub_epi32(units, _mm256_set1_epi32((int32_t)word->first_equal)),
          _mm256_set1_epi32((int32_t)word->equal_count));
      values = _mm512_mask_mov_pd(values, equal, most);
    }
    __mmask8 paired = _mm512_cmp_pd_mask(values, zero, _CMP_GT_OQ);
    __m512d gains = _mm512_mask_mov_pd(
        _mm512_set1_pd(NO_PAIR), paired, _mm512_mul_pd(pairs, _mm512_sub_pd(values, cutoff)));
    _mm256_mask_storeu_ps(gains_of_word + first, lanes, _mm512_cvtpd_ps(gains));
    met->bits[first / WIDE_LANES] = paired & lanes;
  }
}

/// Finds how alike a word may be to each join, or a join to each word, 0 where it may not: `quick_join` in lanes.
LANED static void set_values(
    const quick_word *own, const block_words *words, float *values_of_word, block_bits *met,
    const namescreen_score *score) {
  const __m512d zero = _mm512_setzero_pd();
  // Kinds differ in what they doubt; the first doubts least, and a word of another script nothing.
  double slope = own->kinds[0].slope < score->slope / 100 ? own->kinds[0].slope : score->slope / 100;
  for (int32_t first = 0; first < words->count; first += WIDE_LANES) {
    __mmask8 lanes = lanes_of(words->count - first);
    __mmask8 alike = lanes_of_joins(&own->joins_sieve, lanes, words->glances + first, words->occurrences + first);
    __m512d values = zero;
    if (alike) {
      __m512i glances = _mm512_maskz_loadu_epi64(lanes, words->glances + first);
      __m512d shares = shares_in_lanes(
          &own->joins_sieve, glances, _mm512_maskz_loadu_epi64(lanes, words->occurrences + first));
      // A legal form is one by its relations, whatever its letters.
      __mmask8 forms = _mm512_test_epi64_mask(glances, all_of(own->joins_sieve.special));
      shares = _mm512_mask_mov_pd(_mm512_max_pd(shares, zero), forms, zero);
      values = _mm512_maskz_mul_pd(
          alike, _mm512_set1_pd(score->joined),
          _mm512_fnmadd_pd(_mm512_set1_pd(slope), shares, _mm512_set1_pd(1 + 2 * (double)ROUNDING)));
      values = _mm512_min_pd(values, _mm512_set1_pd(own->most));
      values = _mm512_maskz_mov_pd(_mm512_cmp_pd_mask(values, _mm512_set1_pd(score->floor - (double)ROUNDING), _CMP_GE_OQ), values);
    }
    _mm256_mask_storeu_ps(values_of_word + first, lanes, _mm512_cvtpd_ps(values));
    met->bits[first / WIDE_LANES] = _mm512_cmp_pd_mask(values, zero, _CMP_GT_OQ);
  }
}
#else
static void read_block_words(block_words *words, const namescreen_units *units) {}
static void set_gains(
    const quick_word *word, const block_words *words, const int32_t *kinds_of_words, float *gains_of_word, block_bits *met,
    const namescreen_score *score) {}
static void set_values(
    const quick_word *own, const block_words *words, float *values_of_word, block_bits *met,
    const namescreen_score *score) {}
#endif

/// Where the kind of an entry is among a word's kinds, in floats.
INLINE int32_t kind_place(uint32_t entry, const namescreen_score *score) {
  return score->kinds[entry >> 24] * (int32_t)(sizeof(quick_kind) / sizeof(float));
}

/// Reads what the words of all names of a block are.
static void read_block(name_block *block, const namescreen_units *units, const namescreen_score *score) {
  read_block_words(&block->words, units);
  read_block_words(&block->joins, units);
  for (int32_t j = 0; j < block->words.count; j++) {
    uint32_t kind = block->words.entries[j] >> 24;
    block->weights[j] = score->weights[kind];
    block->kinds[j] = kind_place(block->words.entries[j], score);
  }
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
