/// The first and cheapest bound of the score of two names: each pair of words by itself, by the worth of their letters.
#pragma once
#include "letter_lanes.h"
#include "name_words.h"

/// What a word makes of listed words, by their kind.
typedef struct {
  float pair[NAMESCREEN_KINDS], lesser_pair[NAMESCREEN_KINDS], slope[NAMESCREEN_KINDS];
  /// What an initial costs by the letters that it lacks, where it is one of the two.
  float abbreviation[NAMESCREEN_KINDS];
  float most_share[NAMESCREEN_KINDS], most_share_across[NAMESCREEN_KINDS];
} quick_kinds;

/// The same of one kind.
typedef struct {
  /// What a pair weighs, also beside an initial, and what a unit of cost takes off the similarity, times the length.
  float pair, lesser_pair, slope;
  /// The share of the length that letters may cost when the other words add all they can: of a word of as telling a script, and
  /// of one of another.
  float most_share, most_share_across;
} quick_kind;

/// What a quick look at a name needs of a word or a join of the query.
typedef struct {
  /// Of all letters, and of those that are compared with most words: in a script without vowels the consonants.
  namescreen_worth letters, worth;
  uint64_t glance, relations;
  /// The words of a join.
  uint64_t words;
  /// The traits of a listed word beside which letters do not tell how alike the two may be.
  uint64_t special;
  float weight;
  /// What the word adds alone, what in a join at most, and what anyhow.
  float alone, joined, reach;
  /// How alike it may be to what it meets, and to what it is related to.
  float most, related;
  /// Relations that prove more than `most` among words of one script, and what they prove at most of one of another.
  uint64_t relations_across;
  float related_across;
  /// The second bits of all of them.
  uint64_t second_relations;
  /// What is left of a similarity by those letters, and of one with a word of a script that says less, or more.
  float scale, scale_across;
  /// The listed words that it equals, where one of them has other letters; else none.
  uint32_t first_equal, equal_count;
  /// The bit of its first letter among occurrences.
  uint64_t first_letter;
  quick_kinds kinds;
  /// The share of the length that letters may cost of words without vowels, by the floor of similarity.
  float vowelless_share;
  /// What rules out words by their letters, and joins, or words when this is a join.
  sieve words_sieve, joins_sieve;
} quick_word;

typedef struct {
  quick_word words[MOST], joins[MOST];
  int32_t count, join_count;
  /// What all words weigh, and what they add at most.
  float weight, reach;
  /// What the words add at most, and weigh that are then without a partner, where so many words of a name have one.
  float met_reach[MOST_LISTED + 1], unmet_weight[MOST_LISTED + 1];
  /// Words of the query that one listed word meets at most.
  int32_t widest;
  /// The share of the length that letters of joined neighbours may cost by the floor of similarity.
  float most_share;
} quick_query;

/// Whatever a listed word is.
#define ANY_WORD (~0ull)

/// The bits and the value of the relations that may prove something, but not more than `most`: across scripts any may prove less.
static void add_relations(quick_word *quick, const namescreen_word *word, float most, const namescreen_score *score) {
  for (int32_t i = 0; i < word->code_count; i++) {
    uint32_t kind = word->codes[i] >> 24 & 15;
    float value = score->related[kind];
    quick->second_relations |= namescreen_second_relation_bit(word->codes[i]);
    if (value > most && kind == NAMESCREEN_NICKNAMED) value = score->related[NAMESCREEN_NICKNAME];
    if (value > most) {
      float across = value * score->across_scripts < most ? value * score->across_scripts : most;
      quick->relations_across |= namescreen_relation_bit(word->codes[i]);
      if (across > quick->related_across) quick->related_across = across;
      continue;
    }
    quick->relations |= namescreen_relation_bit(word->codes[i]);
    if (value > quick->related) quick->related = value;
  }
}

/// - Parameter consonants: What the word's consonants are worth when it is of a script without vowels.
static void set_quick_word(
    quick_word *quick, const namescreen_word *word, const namescreen_worth *worth, const namescreen_worth *consonants,
    int32_t is_unlike, float most_share, const namescreen_score *score) {
  int is_vowelless = (word->glance & NAMESCREEN_VOWELLESS) != 0;
  quick->letters = *worth;
  quick->worth = is_vowelless ? *consonants : *worth;
  quick->glance = word->glance;
  quick->weight = word->weight;
  quick->first_equal = is_unlike ? word->first_equal : 0;
  quick->equal_count = is_unlike ? word->equal_count : 0;
  quick->first_letter = namescreen_occurrences(word->skeleton, length_of(word->glance) > 0);
  quick->special = word->glance & NAMESCREEN_INITIAL ? ANY_WORD : NAMESCREEN_VOWELLESS | NAMESCREEN_INITIAL;
  int has_faint = (namescreen_occurrences(word->skeleton, length_of(word->glance)) & FAINT_OCCURRENCES) != 0;
  quick->words_sieve =
      (sieve){.worth = &quick->worth, .glance = word->glance, .has_classes = !is_vowelless, .has_faint = has_faint};
  quick->joins_sieve = (sieve){
      .worth = &quick->letters,
      .glance = word->glance,
      .special = word->glance & NAMESCREEN_LEGAL_FORM ? ANY_WORD : NAMESCREEN_LEGAL_FORM,
      .most_share = most_share,
      .has_classes = 1,
      .has_faint = has_faint,
  };
  quick->vowelless_share =
      (1 - score->floor / (is_vowelless ? 1 : score->consonants) + 2 * ROUNDING) * 100 / score->slope;
  quick->scale = is_vowelless ? score->consonants : 1;
  // Consonants prove what they prove, of whatever script.
  quick->scale_across = is_vowelless ? quick->scale : score->across_scripts;
  quick_kinds *kinds = &quick->kinds;
  for (int32_t kind = 0; kind < NAMESCREEN_KINDS; kind++) {
    float level = word->frequency < score->kind_levels[kind] ? word->frequency : score->kind_levels[kind];
    float known = level / score->attested_level;
    float doubt = is_vowelless ? 1 : 1 + score->attested * (known < 1 ? known : 1);
    kinds->slope[kind] = score->slope * doubt / 100;
    kinds->pair[kind] = pair_weight(word->weight, score->kind_weights[kind]);
    kinds->abbreviation[kind] = abbreviation_cost(word->weight, score->kind_weights[kind], score->cutoff, score);
    kinds->lesser_pair[kind] = 2 * (word->weight < score->kind_weights[kind] ? word->weight : score->kind_weights[kind]);
  }
}

/// Sets what a word may be alike to at most.
static void set_most(quick_word *quick, const namescreen_word *word, float most, const namescreen_score *score) {
  quick->most = most;
  quick->relations = quick->relations_across = quick->second_relations = 0;
  quick->related = quick->related_across = 0;
  add_relations(quick, word, most, score);
}

/// How alike a word must be to listed words of some kinds where all other pairs add `slack` at most, and the shares of the length
/// that letters may then cost, also where these are of another script.
typedef struct {
  numbers least, share, across;
} kind_limits;

/// - Parameter first: The first of the kinds.
LANED kind_limits limits_of_kinds(const quick_word *word, float slack, int32_t first, const namescreen_score *score) {
  const quick_kinds *kinds = &word->kinds;
  const numbers floor = score->floor;
  kind_limits limits;
  limits.least = most_of_numbers(floor, score->cutoff - (slack + 1e-4f) / load_numbers(kinds->pair + first));
  limits.share = (1 - limits.least / word->scale + 2 * ROUNDING) / load_numbers(kinds->slope + first) * (1 + 2 * ROUNDING);
  limits.across = (1 - limits.least / word->scale_across + 2 * ROUNDING) / (score->slope / 100) * (1 + 2 * ROUNDING);
  return limits;
}

/// - Parameter others: What the other words add at most.
static void set_most_shares(quick_word *word, float others, const namescreen_score *score) {
  quick_kinds *kinds = &word->kinds;
  numbers most = -1e9f;
  for (int32_t first = 0; first < NAMESCREEN_KINDS; first += WIDE_LANES) {
    kind_limits limits = limits_of_kinds(word, others, first, score);
    memcpy(kinds->most_share + first, &limits.share, sizeof limits.share);
    memcpy(kinds->most_share_across + first, &limits.across, sizeof limits.across);
    most = most_of_numbers(most, most_of_numbers(limits.share, limits.across));
  }
  word->words_sieve.most_share = __builtin_reduce_max(most);
}

/// Sets what does not depend on a run of candidates. Returns whether the query is short enough for quick looks.
static int begin_quick(quick_query *quick, const namescreen_query *query, const namescreen_score *score) {
  quick->count = query->count;
  quick->join_count = 0;
  quick->widest = 1;
  quick->weight = 0;
  quick->most_share = (1 - score->floor / score->joined + 2 * ROUNDING) * 100 / score->slope;
  if (query->count > MOST || query->join_count > NAMESCREEN_MOST_JOINS) return 0;
  for (int32_t k = 0; k < query->join_count; k++) {
    if (!(query->loose_joins >> k & 1)) continue;
    quick_word *join = &quick->joins[quick->join_count++];
    set_quick_word(join, &query->joins[k], &query->join_worths[k], &query->join_worths[k], 0, quick->most_share, score);
    set_most(join, &query->joins[k], query->met_joins >> k & 1 ? 1 : score->cutoff, score);
    join->joins_sieve.is_join = 1;
    join->words = (2ull << (query->spans[k] & 0xFF)) - (1ull << (query->spans[k] >> 8));
    quick->widest = larger(quick->widest, (query->spans[k] & 0xFF) - (query->spans[k] >> 8) + 1);
  }
  for (int32_t i = 0; i < query->count; i++) {
    quick_word *word = &quick->words[i];
    set_quick_word(
        word, &query->words[i], &query->worths[i], &query->consonant_worths[i], query->unlike_words >> i & 1,
        quick->most_share, score);
    word->words = 1ull << i;
    quick->weight += query->words[i].weight;
    word->alone = -score->missing * score->cutoff * word->weight;
  }
  return 1;
}

/// Sets what words add at most that meet so many of a name's, and what those weigh at least that meet none.
static void set_met_reach(quick_query *quick) {
  float reaches[MOST], weights[MOST], reach = 0, weight = 0;
  for (int32_t i = 0; i < quick->count; i++) {
    const quick_word *word = &quick->words[i];
    int32_t place = i;
    for (; place > 0 && reaches[place - 1] < word->reach; place--) reaches[place] = reaches[place - 1];
    reaches[place] = word->reach;
    for (place = i; place > 0 && weights[place - 1] < word->weight; place--) weights[place] = weights[place - 1];
    weights[place] = word->weight;
    weight += word->weight;
  }
  for (int32_t columns = 0, met = 0; columns <= MOST_LISTED; columns++) {
    for (; met < quick->count && met < columns * quick->widest; met++) {
      reach += reaches[met];
      weight -= weights[met];
    }
    quick->met_reach[columns] = reach;
    quick->unmet_weight[columns] = met < quick->count && weight > 0 ? weight : 0;
  }
}

/// Whether what words cost that weigh `lost` leaves `reach` too little.
INLINE int is_out_of_reach(float reach, float lost, float weight, const namescreen_score *score) {
  return reach - score->cutoff * least_cost(score, lost, weight - lost) < -1e-4f;
}

/// Whether a name is out of reach of which only so many words have a partner, and the others weigh `unmet`.
INLINE int is_met_too_little(
    const quick_query *query, int32_t met, float unmet, float weight, const namescreen_score *score) {
  return is_out_of_reach(query->met_reach[met], unmet + query->unmet_weight[met], weight, score);
}

/// Sets what depends on the words that the names of a run are known not to meet at the cut-off.
static void begin_run(
    quick_query *quick, const namescreen_query *query, uint64_t unmet, const namescreen_score *score) {
  float joined = score->joined > score->cutoff ? 2 * (score->joined - score->cutoff) : 0;
  float initial = score->initial > score->cutoff ? score->initial - score->cutoff : 0;
  quick->reach = 0;
  for (int32_t i = 0; i < query->count; i++) {
    quick_word *word = &quick->words[i];
    int may_join = 0, is_unmet = (unmet >> i & 1) != 0;
    set_most(word, &query->words[i], is_unmet ? score->cutoff : 1, score);
    for (int32_t k = 0; k < quick->join_count; k++)
      may_join |= (quick->joins[k].words >> i & 1) && quick->joins[k].most > score->cutoff;
    word->joined = is_unmet && !may_join ? 0 : joined * word->weight;
    word->reach = query->most_weights[i] * initial;
    if (!is_unmet && query->reaches[i] > word->reach) word->reach = query->reaches[i];
    if (word->joined > word->reach) word->reach = word->joined;
    quick->reach += word->reach;
  }
  for (int32_t i = 0; i < query->count; i++)
    set_most_shares(&quick->words[i], quick->reach - quick->words[i].reach, score);
  set_met_reach(quick);
}

/// 1 / length.
static const float shares[64] = {
    1.f,      1 / 1.f,  1 / 2.f,  1 / 3.f,  1 / 4.f,  1 / 5.f,  1 / 6.f,  1 / 7.f,  1 / 8.f,  1 / 9.f,  1 / 10.f,
    1 / 11.f, 1 / 12.f, 1 / 13.f, 1 / 14.f, 1 / 15.f, 1 / 16.f, 1 / 17.f, 1 / 18.f, 1 / 19.f, 1 / 20.f, 1 / 21.f,
    1 / 22.f, 1 / 23.f, 1 / 24.f, 1 / 25.f, 1 / 26.f, 1 / 27.f, 1 / 28.f, 1 / 29.f, 1 / 30.f, 1 / 31.f, 1 / 32.f,
    1 / 33.f, 1 / 34.f, 1 / 35.f, 1 / 36.f, 1 / 37.f, 1 / 38.f, 1 / 39.f, 1 / 40.f, 1 / 41.f, 1 / 42.f, 1 / 43.f,
    1 / 44.f, 1 / 45.f, 1 / 46.f, 1 / 47.f, 1 / 48.f, 1 / 49.f, 1 / 50.f, 1 / 51.f, 1 / 52.f, 1 / 53.f, 1 / 54.f,
    1 / 55.f, 1 / 56.f, 1 / 57.f, 1 / 58.f, 1 / 59.f, 1 / 60.f, 1 / 61.f, 1 / 62.f, 1 / 63.f};

INLINE float share_of(const quick_word *word, uint64_t glance) {
  return shares[larger(length_of(word->glance), length_of(glance))];
}

/// What letters cost at least, as a share of the longer length.
INLINE float cost_share(const quick_word *word, const namescreen_worth *worth, uint64_t glance, uint64_t occurrences) {
  return (float)namescreen_least_by_worth(worth, occurrences, length_of(glance)) * share_of(word, glance);
}

INLINE quick_kind kind_at(const quick_word *word, int32_t number) {
  const quick_kinds *kinds = &word->kinds;
  return (quick_kind){
      .pair = kinds->pair[number],
      .lesser_pair = kinds->lesser_pair[number],
      .slope = kinds->slope[number],
      .most_share = kinds->most_share[number],
      .most_share_across = kinds->most_share_across[number],
  };
}

INLINE quick_kind kind_of(
    const quick_word *word, const listed_name *name, int32_t column, const namescreen_score *score) {
  return kind_at(word, score->kinds[name->entries[column] >> 24]);
}

/// How alike two words may be by what letters cost. A word of another script that says less is not doubted.
INLINE float value_of(
    const quick_word *word, quick_kind kind, uint64_t glance, float share, const namescreen_score *score) {
  int is_across = ((word->glance ^ glance) & NAMESCREEN_COLLAPSING) != 0;
  float slope = is_across ? score->slope / 100 : kind.slope, scale = is_across ? word->scale_across : word->scale;
  float value = scale * (1 - slope * (share > 0 ? share : 0) + ROUNDING);
  return value < word->most ? value : word->most;
}

/// Whether two words may begin with one letter; words without letters may.
INLINE int may_begin_alike(const quick_word *word, uint64_t occurrences) {
  return word->first_letter == 0 || (occurrences & word->first_letter) != 0;
}

INLINE int is_unlike_equal(const quick_word *word, uint32_t entry) {
  return (entry & 0xFFFFFF) - word->first_equal < word->equal_count;
}

/// How alike a word may be to one that it is related to.
INLINE float related_value(const quick_word *word, uint64_t token) {
  int is_across = ((word->glance ^ token) & NAMESCREEN_COLLAPSING) != 0;
  return is_across && word->related_across > word->related ? word->related_across : word->related;
}

/// What stands for a pair that adds nothing.
#define NO_PAIR (-1e9f)

/// What a word adds by meeting a word of the name that is not told by letters alone, or NO_PAIR.
///
/// - Parameter related: NAMESCREEN_RELATED where the name has a relation of the word's.
static __attribute__((noinline)) float special_gain(
    const quick_word *word, const listed_name *name, int32_t column, uint64_t related, const namescreen_score *score) {
  uint64_t token = name->tokens[column], occurrences = name->occurrences[column];
  const quick_kind kind = kind_of(word, name, column, score);
  if ((word->glance ^ token) & NAMESCREEN_PARTICLE &&
      cost_share(word, &word->letters, token, occurrences) > 0)
    return NO_PAIR;
  float value = word->most;
  if ((word->glance | token) & NAMESCREEN_INITIAL) {
    value = 0;
    if (may_begin_alike(word, occurrences))
      value = word->glance & token & NAMESCREEN_INITIAL ? score->romanization : score->initial;
    // Ю is an initial, Yu is a name, and both are one form.
    // I is an initial and a number.
    if (word->glance & token & related && related_value(word, token) > value) value = related_value(word, token);
    if (word->most > value && cost_share(word, &word->letters, token, occurrences) <= 0) value = word->most;
    if (value == 0) return NO_PAIR;
    return gain_of(
        word->glance, token, word->weight, score->weights[name->entries[column] >> 24], value, score->cutoff, score);
  }
  if (!(token & NAMESCREEN_VOWELLESS)) {
    if (word->glance & token & related) value = related_value(word, token);
    else value = 0;
    float by_letters = value_of(word, kind, token, cost_share(word, &word->worth, token, occurrences), score);
    if (by_letters > value) value = by_letters;
  }
  return kind.pair * (value - score->cutoff);
}

/// What a word adds by meeting a word of the name, or NO_PAIR.
INLINE float quick_gain(
    const quick_word *word, const listed_name *name, int32_t column, uint64_t related, const namescreen_score *score) {
  uint64_t token = name->tokens[column], unlike = word->glance ^ token;
  if (is_unlike_equal(word, name->entries[column]))
    return kind_of(word, name, column, score).pair * (word->most - score->cutoff);
  if (unlike & NAMESCREEN_PARTICLE) {
    // AS is a particle of one name and the legal form of another: equal words meet whatever they do.
    if (unlike & NAMESCREEN_SIGNATURE_MASK) return NO_PAIR;
    return special_gain(word, name, column, related, score);
  }
  if (__builtin_expect((token & (word->special | related)) != 0, 0)) return special_gain(word, name, column, related, score);
  const quick_kind kind = kind_of(word, name, column, score);
  float most = unlike & NAMESCREEN_COLLAPSING ? kind.most_share_across : kind.most_share;
  float share = cost_share(word, &word->worth, token, name->occurrences[column]);
  if (share > most) return NO_PAIR;
  if (!(word->glance & NAMESCREEN_VOWELLESS)) {
    // What classes of letters tell.
    int32_t cost = cost_at_a_glance(word->glance, token, score->limits);
    if (cost < 0) return NO_PAIR;
    float more = (float)cost * share_of(word, token);
    if (more > most) return NO_PAIR;
    if (more > share) share = more;
  }
  return kind.pair * (value_of(word, kind, token, share, score) - score->cutoff);
}

/// An upper bound of what joined neighbours and a word prove, one of which the query has; 0 where only equal ones would count.
INLINE float quick_join(
    const quick_word *own, uint64_t join, uint64_t token, uint64_t glance, uint64_t occurrences, quick_kind kind,
    uint64_t relations, float most_share, const namescreen_score *score) {
  if ((join | token) & NAMESCREEN_LEGAL_FORM)
    return join & token & NAMESCREEN_RELATED && own->relations & relations ? score->joined : 0;
  if (!(join & NAMESCREEN_FUZZY) && (join ^ token) & (NAMESCREEN_SIGNATURE_MASK | ~0ull << NAMESCREEN_LENGTH_SHIFT))
    return 0;
  float share = cost_share(own, &own->letters, glance, occurrences);
  if (share > most_share || glance_join(join, token, score) == 0) return 0;
  float slope = (own->glance ^ glance) & NAMESCREEN_COLLAPSING ? score->slope / 100 : kind.slope;
  return score->joined * (1 - slope * (share > 0 ? share : 0) + ROUNDING);
}

/// What a word adds by meeting neighbours of the name read as one word, or NO_PAIR.
INLINE float quick_join_gain(
    const quick_word *word, const listed_name *name, int32_t number, uint64_t relations, float most_share,
    const namescreen_score *score) {
  uint64_t join = name->joins[number];
  float value =
      quick_join(word, join, word->glance, join, name->join_occurrences[number], kind_at(word, 0), relations, most_share, score);
  if (value < score->floor) return NO_PAIR;
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

/// The words of a name that one of the query's joins may be alike to, a bit each.
INLINE uint32_t own_join_columns(const quick_query *query, const quick_word *join, const listed_name *name) {
  return sift_joins(&join->joins_sieve, name->tokens, name->occurrences, name->token_count);
}

/// The most that one of the query's joins is alike to a word of the name.
INLINE float quick_own_join(
    const quick_query *query, const quick_word *join, const listed_name *name, uint64_t relations,
    const namescreen_score *score) {
  float most = 0;
  for (uint32_t left = own_join_columns(query, join, name); left; left &= left - 1) {
    int32_t j = __builtin_ctz(left);
    uint64_t token = name->tokens[j];
    float value = quick_join(
        join, join->glance, token, token, name->occurrences[j], kind_of(join, name, j, score), relations,
        query->most_share, score);
    if (value > most) most = value;
  }
  return most < join->most ? most : join->most;
}

/// What the words of the name weigh that no word or join of the query may meet.
INLINE float quick_lost(
    const quick_query *query, const listed_name *name, uint64_t relations, uint32_t met_columns,
    const namescreen_score *score) {
  float lost = 0;
  uint32_t alone = ~met_columns & ((1u << name->token_count) - 1);
  if (alone == 0) return 0;
  for (int32_t p = 0; p < name->join_count; p++) {
    uint32_t columns = (2u << (name->spans[p] & 0xFF)) - (1u << (name->spans[p] >> 8));
    if (!(columns & alone)) continue;
    for (int32_t n = 0; n < query->count; n++) {
      const quick_word *word = &query->words[n];
      float value = quick_join(
          word, name->joins[p], word->glance, name->joins[p], name->join_occurrences[p], kind_at(word, 0), relations,
          query->most_share, score);
      if (value >= score->floor) alone &= ~columns;
    }
  }
  for (uint32_t left = alone; left; left &= left - 1) {
    int32_t j = __builtin_ctz(left), meets = 0;
    for (int32_t k = 0; k < query->join_count && !meets; k++) {
      const quick_word *join = &query->joins[k];
      meets = quick_join(
                  join, join->glance, name->tokens[j], name->tokens[j], name->occurrences[j],
                  kind_of(join, name, j, score), relations, query->most_share, score) >= score->floor;
    }
    if (!meets) lost += score->weights[name->entries[j] >> 24];
  }
  return lost;
}

/// Whether the score may reach the cut-off by a quick look at each word of the query, in `order`: as `may_reach`, each pair by
/// itself, until what is left to add is too little.
///
/// - Parameter unseen: The words that may equal joined neighbours of the name that are not in its row.
INLINE int quick_admits(
    const quick_query *query, const uint8_t *order, uint64_t unseen, const listed_name *name,
    const namescreen_score *score) {
  uint64_t relations = name->relations, seen_joins = 0;
  // What words weigh that have no partner, and all of them.
  float reach = query->reach, joined[MOST], lost = 0, weight = query->weight;
  for (int32_t j = 0; j < name->token_count; j++) weight += score->weights[name->entries[j] >> 24];
  if (is_met_too_little(query, name->token_count, 0, weight, score)) return 0;
  uint32_t met_columns = unseen ? ~0u : 0;
  for (int32_t n = 0; n < query->count; n++) {
    const quick_word *word = &query->words[order[n]];
    float gain = unseen >> order[n] & 1 ? word->joined : NO_PAIR;
    uint64_t related = (word->relations | word->relations_across) & relations ? word->glance & NAMESCREEN_RELATED : 0;
    uint32_t columns = (1u << name->token_count) - 1;
    if (word->special != ANY_WORD)
      columns =
          sift_words(&word->words_sieve, word->special | related, name->tokens, name->occurrences, name->token_count);
    for (int32_t j = 0; word->equal_count > 0 && j < name->token_count; j++)
      if (is_unlike_equal(word, name->entries[j])) columns |= 1u << j;
    for (; columns; columns &= columns - 1) {
      int32_t j = __builtin_ctz(columns);
      float added = quick_gain(word, name, j, related, score);
      if (added == NO_PAIR) continue;
      met_columns |= 1u << j;
      if (added > gain) gain = added;
    }
    reach -= word->reach;
    if (gain < word->joined && name->join_count) {
      uint32_t joins = ~0u;
      if (name->join_count <= 32)
        joins = sift_joins(&word->joins_sieve, name->joins, name->join_occurrences, name->join_count);
      for (int32_t p = 0; p < name->join_count; p++) {
        if (p < 32 && !(joins >> p & 1)) continue;
        float added = quick_join_gain(word, name, p, relations, query->most_share, score);
        if (added > gain) gain = added;
      }
    }
    for (int32_t k = 0; k < query->join_count && gain < word->joined; k++) {
      if (!(query->joins[k].words & word->words)) continue;
      if (!(seen_joins >> k & 1))
        joined[k] = quick_own_join(query, &query->joins[k], name, relations, score);
      seen_joins |= 1ull << k;
      if (joined[k] < score->floor) continue;
      float added = joined[k] > score->cutoff ? 2 * word->weight * (joined[k] - score->cutoff) : 0;
      if (added > gain) gain = added;
    }
    if (gain == NO_PAIR) lost += word->weight;
    else reach += gain > word->alone ? gain : word->alone;
    if (is_out_of_reach(reach, lost, weight, score)) return 0;
  }
  lost += quick_lost(query, name, relations, met_columns, score);
  return !is_out_of_reach(reach, lost, weight, score);
}
