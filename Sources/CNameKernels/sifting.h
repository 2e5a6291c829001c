/// Which names of a table may reach the cut-off: each of their other words is looked at once, and leads back to the names that have
/// it.
#pragma once
#include "companions.h"

/// In what is met: a join of the query does; the bits below are words.
#define MET_BY_JOIN 0x80
#define MET_BY_WORDS 0x7F
/// In what of a name is met: a join of it is, so that any of its words may be; in the bits above, what the words weigh that are.
#define MET_AS_JOIN 0x80
#define MET_WEIGHT_SHIFT 8

/// Names of which it is asked at once whether something is met.
#define NAMES_AT_ONCE 32

/// What is found of a table while its names are sifted, in memory that is kept from table to table.
typedef struct {
  kept_memory kept;
  /// What of the query meets each word, and each join: a bit for each word, and MET_BY_JOIN.
  uint8_t *met_of_words, *met_of_joins;
  /// The words that something of the query may meet.
  uint32_t *found;
  /// What of each name is met: the words of the query that meet it, a bit each, and as said above.
  uint16_t *met_of_names;
} sift_memory;

static int64_t lay_out_sift(sift_memory *sifting, const companions *all, uint8_t *memory) {
  int64_t used = 0, words = all->words.count, joins = all->joins_of_names.count;
  sifting->met_of_words = taken(memory, &used, words, 1);
  sifting->met_of_joins = taken(memory, &used, joins, 1);
  sifting->found = taken(memory, &used, words > joins ? words : joins, 4);
  sifting->met_of_names = taken(memory, &used, all->count + NAMES_AT_ONCE, 2);
  return used;
}

/// Makes room for what is found of a table. Returns 0 when there is no memory.
static int begin_sifting(sift_memory *sifting, const companions *all) {
  uint8_t *memory = begin_kept(&sifting->kept, lay_out_sift(sifting, all, 0));
  if (!memory) return 0;
  lay_out_sift(sifting, all, memory);
  memset(sifting->met_of_names, 0, (uint64_t)(all->count + NAMES_AT_ONCE) * sizeof *sifting->met_of_names);
  return 1;
}

/// The names of a run that hold one unit.
typedef struct {
  /// The words of the query that lead to them, a bit each, whose partner the unit is; the word where it is one, else -1.
  uint64_t words;
  int32_t word;
  /// How alike the two are at most.
  float value;
  /// What the other words of the query add at most, and weigh.
  float others_reach, others_weight;
} sifted_unit;

/// The words of one of the query's joins, a bit each.
INLINE uint64_t joined_words(const namescreen_query *query, int32_t k) {
  return (2ull << (query->spans[k] & 0xFF)) - (1ull << (query->spans[k] >> 8));
}

/// Whether one of the query's joins may meet a word beside the unit.
INLINE int may_meet_by_join(const namescreen_query *query, int32_t k, const sifted_unit *sifted) {
  return query->loose_joins >> k & 1 && !(joined_words(query, k) & sifted->words);
}

/// What a query makes of the names of a kind.
typedef struct {
  /// What is left to reach where the unit is paired, and what all words weigh.
  float reach, weight;
  /// What the unit's pair alone adds.
  float own;
  /// What the words weigh that are written, in steps, and the words of the query, a bit each, that may meet others.
  int32_t others;
  uint32_t unwritten;
  /// Whether a name may reach the cut-off of which nothing else meets a word that is written.
  int32_t is_in_reach;
} judged_kind;

static judged_kind judge_kind(
    const quick_query *query, const sifted_unit *unit, const name_kind *kind, const namescreen_score *score) {
  judged_kind judged = {
      .reach = query->reach,
      .weight = query->weight + (float)kind->weight / COMPANION_STEPS,
      .others = kind->others,
      .unwritten = kind->words - 1 > COMPANION_WORDS ? MET_BY_WORDS : 0,
  };
  if (unit->word >= 0) {
    const quick_word *word = &query->words[unit->word];
    float value = (float)kind->alike / ALIKE_STEPS + ROUNDING;
    if (unit->value < value) value = unit->value;
    judged.reach += pair_gain(word->weight, score->weights[kind->own], value - score->cutoff) - word->reach;
  }
  judged.own = judged.reach - unit->others_reach;
  float lost = (float)kind->others / COMPANION_STEPS;
  judged.is_in_reach =
      kind->has_any_join || (kind->words - 1 > COMPANION_WORDS
                                 ? !is_out_of_reach(judged.reach, lost, judged.weight, score)
                                 : !is_out_of_reach(judged.own, lost + unit->others_weight, judged.weight, score));
  return judged;
}

/// How alike a word of the query must be to one of the names', by the kind of that, and the share of the length that letters may then
/// cost, also where it is of another script.
typedef struct {
  float least[WORD_KINDS], share[WORD_KINDS], across[WORD_KINDS];
} word_limits;

/// What the words of a query add at most, and weigh that nothing meets, by which of them, a bit each, something may meet.
typedef struct {
  float reach[1 << (BLOCK_ROWS - 1)], lost[1 << (BLOCK_ROWS - 1)];
  uint32_t all;
  /// The words of joins that may meet a word beside the unit.
  uint32_t by_join;
} met_sums;

/// A table whose names are sifted for a query.
typedef struct {
  namescreen_query *query;
  const quick_query *quick;
  const companions *all;
  sift_memory *memory;
  const namescreen_units *units;
  const namescreen_score *score;
  /// The words of the query in the order in which names are looked at.
  const uint8_t *order;
  sifted_unit unit;
  /// Those that the unit is not paired with: the bit of each, else 0, and the word of each bit.
  uint8_t bits[BLOCK_ROWS], words_by_bit[BLOCK_ROWS];
  int32_t bit_count;
  word_limits limits[BLOCK_ROWS];
  met_sums sums;
  judged_kind kinds[COMPANION_KINDS];
} sifting;

/// - Parameters:
///   - slack: What all other pairs add at most beyond what they cost.
///   - first: The first of the kinds that are set.
static void set_limits(
    word_limits *limits, const quick_word *word, float slack, int32_t first, const namescreen_score *score) {
  for (int32_t kind = 0; kind < NAMESCREEN_KINDS; kind += WIDE_LANES) {
    kind_limits set = limits_of_kinds(word, slack, kind, score);
    memcpy(limits->least + first + kind, &set.least, sizeof set.least);
    memcpy(limits->share + first + kind, &set.share, sizeof set.share);
    memcpy(limits->across + first + kind, &set.across, sizeof set.across);
  }
}

/// Sets the limits of the query's words that the unit is not paired with.
static void set_all_limits(sifting *sift) {
  // What the unit's pair adds at most, and the most that all words weigh, in names with one other word and with more.
  float own[2] = {NO_PAIR, NO_PAIR}, weight = 0;
  for (int64_t number = 0; number < sift->all->kind_count; number++) {
    const judged_kind *kind = &sift->kinds[number];
    int has_more = sift->all->all_kinds[number].words > 2;
    if (kind->own > own[has_more]) own[has_more] = kind->own;
    if (!has_more && kind->weight > weight) weight = kind->weight;
  }
  const namescreen_score *score = sift->score;
  for (int32_t bit = 0; bit < sift->bit_count; bit++) {
    int32_t i = sift->words_by_bit[bit];
    const quick_word *word = &sift->quick->words[i];
    float lost = sift->unit.others_weight - word->weight;
    // Words of names with more words may be in names of two as well.
    float alone = own[0] > NO_PAIR ? own[0] - score->cutoff * least_cost(score, lost, weight - lost) : NO_PAIR;
    float beside = own[1] > NO_PAIR ? own[1] + sift->unit.others_reach - word->reach : NO_PAIR;
    set_limits(&sift->limits[i], word, alone, 0, score);
    set_limits(&sift->limits[i], word, alone > beside ? alone : beside, NAMESCREEN_KINDS, score);
  }
}

/// Sets what the words of the query add at most by which of them are met.
static void set_met_sums(sifting *sift) {
  met_sums *sums = &sift->sums;
  const quick_query *quick = sift->quick;
  sums->by_join = 0;
  for (int32_t k = 0; k < quick->join_count; k++)
    for (int32_t bit = 0; bit < sift->bit_count && !(quick->joins[k].words & sift->unit.words); bit++)
      if (quick->joins[k].words >> sift->words_by_bit[bit] & 1) sums->by_join |= 1u << bit;
  sums->all = (1u << sift->bit_count) - 1;
  sums->reach[sums->all] = sums->lost[sums->all] = 0;
  for (int32_t met = (int32_t)sums->all - 1; met >= 0; met--) {
    uint32_t first = ~(uint32_t)met & ((uint32_t)met + 1);
    const quick_word *word = &quick->words[sift->words_by_bit[__builtin_ctz(first)]];
    sums->reach[met] = sums->reach[(uint32_t)met | first] - word->reach;
    sums->lost[met] = sums->lost[(uint32_t)met | first] + word->weight;
  }
}

/// The words without vowels that letters let a word of the query meet: by all letters where it has none either, else by whether
/// the same consonants occur.
LANED choice vowelless_lanes(const quick_word *word, counts lengths, wide glances, wide occurrences) {
  const sieve *own = &word->joins_sieve;
  counts costs;
  if (word->glance & NAMESCREEN_VOWELLESS)
    costs = most_of(worth_costs(own, lengths, occurrences), class_costs(own, glances, lengths, occurrences));
  else
    costs = STRONG_COST * most_of(counted(own->glance & ~glances & STRONG_ONCE_MASK), counted(glances & ~own->glance & STRONG_ONCE_MASK));
  return numbers_of(costs) <= numbers_of(longer_lengths(own, lengths)) * word->vowelless_share;
}

/// The words that a word of the query may meet, of those from `first` on.
LANED choice lanes_of_words(
    const quick_word *word, uint64_t relations, const word_limits *limits, const shared_words *words, int64_t first) {
  const sieve *own = &word->words_sieve;
  wide glances = load_wide(words->glances + first), occurrences = load_wide(words->occurrences + first);
  wide unlike = glances ^ word->glance;
  choice initial = word->glance & NAMESCREEN_INITIAL ? (choice)(-1) : has_any(glances, NAMESCREEN_INITIAL);
  // A particle and another word meet when they are equal.
  choice other = has_any(unlike, NAMESCREEN_PARTICLE), vowelless = has_any(glances, NAMESCREEN_VOWELLESS);
  choice found = other & has_none(unlike, NAMESCREEN_SIGNATURE_MASK);
  found |= word->first_letter ? initial & has_any(occurrences, word->first_letter) : initial;
  if (relations)
    found |= has_any(load_wide(words->relations + first), relations) &
             has_any(load_wide(words->second_relations + first), word->second_relations);
  if (word->equal_count) found |= equal_units(word, load_counts(words->units + first));
  counts kinds = load_bytes(words->kinds + first), lengths = lengths_of(glances);
  numbers shares = gathered(limits->share, kinds);
  choice across = has_any(unlike, NAMESCREEN_COLLAPSING);
  if (bits_of_choice(across)) shares = across ? gathered(limits->across, kinds) : shares;
  numbers most = numbers_of(longer_lengths(own, lengths)) * shares;
  choice alike = ~vowelless & (numbers_of(worth_costs(own, lengths, occurrences)) <= most);
  if (own->has_classes && bits_of_choice(alike)) alike &= numbers_of(class_costs(own, glances, lengths, occurrences)) <= most;
  if (bits_of_choice(vowelless)) alike |= vowelless & vowelless_lanes(word, lengths, glances, occurrences);
  return found | (alike & ~other & ~initial);
}

/// Finds the words that words of the query or its joins may meet; returns how many these are.
static int64_t find_met_words(sifting *sift) {
  const quick_query *quick = sift->quick;
  const shared_words *words = &sift->all->words;
  int64_t count = 0;
  uint64_t relations[BLOCK_ROWS];
  for (int32_t i = 0; i < quick->count; i++) {
    const quick_word *word = &quick->words[i];
    relations[i] = word->glance & NAMESCREEN_RELATED ? word->relations | word->relations_across : 0;
  }
  for (int64_t first = 0; first < words->count; first += WIDE_LANES) {
    counts met = 0;
    for (int32_t i = 0; i < quick->count; i++)
      if (sift->bits[i])
        met |= lanes_of_words(&quick->words[i], relations[i], &sift->limits[i], words, first) & (int32_t)sift->bits[i];
    for (int32_t k = 0; k < quick->join_count; k++) {
      const quick_word *join = &quick->joins[k];
      if (join->words & sift->unit.words) continue;
      met |= lanes_of_joins(&join->joins_sieve, load_wide(words->glances + first), load_wide(words->occurrences + first)) &
             MET_BY_JOIN;
    }
    store_bytes(sift->memory->met_of_words + first, met);
    for (uint32_t left = bits_of_choice(met != 0) & lanes_of(words->count - first); left; left &= left - 1)
      sift->memory->found[count++] = (uint32_t)first + (uint32_t)__builtin_ctz(left);
  }
  return count;
}

/// Finds the joins of names that words of the query may meet; returns how many these are.
static int64_t find_met_joins(sifting *sift) {
  const quick_query *quick = sift->quick;
  const shared_words *joins = &sift->all->joins_of_names;
  int64_t count = 0;
  for (int64_t first = 0; first < joins->count; first += WIDE_LANES) {
    wide glances = load_wide(joins->glances + first), occurrences = load_wide(joins->occurrences + first);
    counts met = 0;
    for (int32_t i = 0; i < quick->count; i++)
      if (sift->bits[i]) met |= lanes_of_joins(&quick->words[i].joins_sieve, glances, occurrences) & (int32_t)sift->bits[i];
    store_bytes(sift->memory->met_of_joins + first, met);
    for (uint32_t left = bits_of_choice(met != 0) & lanes_of(joins->count - first); left; left &= left - 1)
      sift->memory->found[count++] = (uint32_t)first + (uint32_t)__builtin_ctz(left);
  }
  return count;
}

/// What meets a word as it is spelled, of what may.
INLINE uint32_t look_at_word(sifting *sift, uint32_t number, uint32_t met) {
  namescreen_query *query = sift->query;
  const shared_words *words = &sift->all->words;
  uint32_t unit = words->units[number];
  for (uint32_t left = met & MET_BY_WORDS; left; left &= left - 1) {
    int32_t word = sift->words_by_bit[__builtin_ctz(left)];
    float least = sift->limits[word].least[words->kinds[number]] - 2 * ROUNDING;
    if (known_look(query, word, sift->units, unit, sift->score) < least) met &= ~(left & -left);
  }
  if (met & MET_BY_JOIN) {
    int is_met = 0;
    for (int32_t k = 0; k < query->join_count && !is_met; k++)
      is_met = may_meet_by_join(query, k, &sift->unit) && known_join(query, k, 1, sift->units, unit, sift->score) > 0;
    if (!is_met) met &= ~MET_BY_JOIN;
  }
  return met;
}

/// The same of a join of names.
INLINE uint32_t look_at_join(sifting *sift, uint32_t number, uint32_t met) {
  uint32_t unit = sift->all->joins_of_names.units[number];
  for (uint32_t left = met; left; left &= left - 1)
    if (known_join(sift->query, sift->words_by_bit[__builtin_ctz(left)], 0, sift->units, unit, sift->score) <= 0)
      met &= ~(left & -left);
  return met;
}

/// Takes note of the names that have a word or a join which something of the query meets.
INLINE void leave_names(sifting *sift, const shared_words *words, uint32_t number, uint32_t met) {
  uint16_t weight = (uint16_t)(words->weights[number] << MET_WEIGHT_SHIFT);
  for (uint32_t n = words->starts[number]; n < words->starts[number + 1]; n++) {
    uint16_t *of_name = &sift->memory->met_of_names[words->places[n]];
    *of_name = (uint16_t)((*of_name | met) + weight);
  }
}

/// Has fetched what words are looked at by, which lies elsewhere.
static void fetch_spellings(const shared_words *words, const uint32_t *numbers, int64_t count, const namescreen_units *units) {
  for (int64_t n = 0; n < count; n++) __builtin_prefetch(units->units + words->units[numbers[n]]);
  for (int64_t n = 0; n < count; n++) __builtin_prefetch(skeleton_of(units, unit_at(units, words->units[numbers[n]])));
}

/// Words that are fetched at a time.
#define FETCHED 32
/// Words that fewer names have are looked at as they are spelled when a name is left by what letters tell of all its words.
#define NAMES_WORTH_A_LOOK 4

/// The words of the query that may meet a word of the names, or a join.
INLINE uint32_t words_that_meet(const met_sums *sums, uint32_t met) {
  return (met & MET_BY_WORDS) | (met & MET_BY_JOIN ? sums->by_join : 0);
}

/// Takes note of what words and joins of the names are met.
static void find_what_is_met(sifting *sift) {
  sift_memory *memory = sift->memory;
  const shared_words *words = &sift->all->words, *joins = &sift->all->joins_of_names;
  int64_t found = find_met_words(sift);
  for (int64_t n = 0; n < found; n++) {
    uint32_t number = memory->found[n], met = memory->met_of_words[number];
    if (words->starts[number + 1] - words->starts[number] >= NAMES_WORTH_A_LOOK) {
      met = look_at_word(sift, number, met);
      memory->met_of_words[number] = (uint8_t)met;
    }
    if (met) leave_names(sift, words, number, words_that_meet(&sift->sums, met));
  }
  found = find_met_joins(sift);
  for (int64_t n = 0; n < found; n++) {
    if (n % FETCHED == 0)
      fetch_spellings(joins, memory->found + n, found - n < FETCHED ? found - n : FETCHED, sift->units);
    uint32_t number = memory->found[n], met = look_at_join(sift, number, memory->met_of_joins[number]);
    memory->met_of_joins[number] = (uint8_t)met;
    if (met) leave_names(sift, joins, number, met | MET_AS_JOIN);
  }
}

/// Whether a name may reach the cut-off where all that may be met is.
///
/// - Parameters:
///   - met: The words of the query that may meet something.
///   - lost: What words of the name weigh that nothing may meet.
INLINE int may_be_in_reach(const sifting *sift, const judged_kind *kind, uint32_t met, float lost) {
  const met_sums *sums = &sift->sums;
  met = (met | kind->unwritten) & sums->all;
  return !is_out_of_reach(kind->reach + sums->reach[met], lost + sums->lost[met], kind->weight, sift->score);
}

/// The same by what its words and joins were found to be met by.
INLINE int may_be_in_reach_by_words(const sifting *sift, int64_t place) {
  companion_row row = companion_row_of(sift->all, place);
  uint32_t met = 0, joined = 0;
  for (int32_t p = 0; p < row.join_count; p++) {
    uint32_t join = row.joins[p];
    uint32_t of_join = join & ANY_JOIN ? MET_BY_WORDS : sift->memory->met_of_joins[join & 0xFFFFFF];
    if (of_join) joined |= join >> 24;
    met |= of_join;
  }
  float lost = 0;
  for (int32_t t = 0; t < row.word_count; t++) {
    uint32_t entry = row.words[t], of_word = sift->memory->met_of_words[entry & 0xFFFFFF];
    if (of_word == 0 && !(joined >> t & 1)) lost += sift->score->weights[entry >> 24];
    met |= words_that_meet(&sift->sums, of_word);
  }
  return may_be_in_reach(sift, &sift->kinds[sift->all->kinds[place]], met, lost);
}

/// Whether a name may reach the cut-off by what its other words and joins meet as they are spelled.
static int companions_admit(const sifting *sift, int64_t place) {
  namescreen_query *query = sift->query;
  const companions *all = sift->all;
  const namescreen_score *score = sift->score;
  const judged_kind *kind = &sift->kinds[all->kinds[place]];
  companion_row row = companion_row_of(all, place);
  float reach = kind->reach, lost = 0, weight = kind->weight;
  uint32_t met = 0;
  for (int32_t n = 0; n < sift->quick->count; n++) {
    const quick_word *word = &sift->quick->words[sift->order[n]];
    if (word->words & sift->unit.words) continue;
    float gain = NO_PAIR;
    for (int32_t t = 0; t < row.word_count; t++) {
      uint32_t entry = row.words[t], number = entry & 0xFFFFFF;
      if (!(sift->memory->met_of_words[number] & sift->bits[sift->order[n]])) continue;
      float value = known_look(query, sift->order[n], sift->units, all->words.units[number], score);
      if (value <= 0) continue;
      met |= 1u << t;
      float added = gain_of(
          word->glance, all->words.glances[number], word->weight, score->weights[entry >> 24], value, score->cutoff, score);
      if (added > gain) gain = added;
    }
    for (int32_t p = 0; p < row.join_count; p++) {
      uint32_t join = row.joins[p], number = join & 0xFFFFFF;
      float added = word->joined;
      if (!(join & ANY_JOIN)) {
        if (!(sift->memory->met_of_joins[number] & sift->bits[sift->order[n]])) continue;
        float value = known_join(query, sift->order[n], 0, sift->units, all->joins_of_names.units[number], score);
        added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
      }
      met |= join >> 24;
      if (added > gain) gain = added;
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      if (!(joined_words(query, k) & word->words) || !may_meet_by_join(query, k, &sift->unit)) continue;
      for (int32_t t = 0; t < row.word_count; t++) {
        uint32_t number = row.words[t] & 0xFFFFFF;
        if (!(sift->memory->met_of_words[number] & MET_BY_JOIN)) continue;
        float value = known_join(query, k, 1, sift->units, all->words.units[number], score);
        if (value <= 0) continue;
        met |= 1u << t;
        float added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
        if (added > gain) gain = added;
      }
    }
    // Other words may do what these do not.
    if (kind->unwritten) continue;
    reach -= word->reach;
    if (gain == NO_PAIR) lost += word->weight;
    else reach += gain > word->alone ? gain : word->alone;
    if (is_out_of_reach(reach, lost, weight, score)) return 0;
  }
  for (uint32_t alone = ~met & ((1u << row.word_count) - 1); alone; alone &= alone - 1)
    lost += score->weights[row.words[__builtin_ctz(alone)] >> 24];
  return !is_out_of_reach(reach, lost, weight, score);
}

/// Of the next names those of which something is met, a bit each; behind the last there is room, of which nothing is.
LANED uint32_t met_names(const uint16_t *of_names) {
  typedef uint16_t all_met __attribute__((ext_vector_type(NAMES_AT_ONCE)));
  typedef _Bool choices __attribute__((ext_vector_type(NAMES_AT_ONCE)));
  all_met met;
  memcpy(&met, of_names, sizeof met);
  choices chosen = __builtin_convertvector(met != 0, choices);
  uint32_t bits;
  memcpy(&bits, &chosen, sizeof bits);
  return bits;
}

/// Verdicts that are remembered while names are sifted: a power of two.
#define VERDICTS 512

/// Whether names of a kind of which so much is met may reach the cut-off, as far as it was asked.
typedef struct {
  uint32_t known[VERDICTS];
} verdicts;

/// Whether a name may reach the cut-off by what of it is met; remembered, since many names are alike.
INLINE int may_be_in_reach_by_what_is_met(const sifting *sift, verdicts *all, uint32_t kind, uint32_t met) {
  uint32_t key = (kind << 16 | met) + 1, *known = &all->known[(key * 0x9E3779B1u >> 16) % VERDICTS];
  if (*known >> 1 == key) return *known & 1;
  const judged_kind *judged = &sift->kinds[kind];
  int32_t unmet = met & MET_AS_JOIN ? 0 : larger(judged->others - (int32_t)(met >> MET_WEIGHT_SHIFT), 0);
  int32_t verdict = may_be_in_reach(sift, judged, met & MET_BY_WORDS, (float)unmet / COMPANION_STEPS);
  *known = key << 1 | (uint32_t)verdict;
  return verdict;
}

/// Keeps the names of which enough is met, in order; returns how many.
static int64_t keep_met_names(const sifting *sift, uint32_t *kept) {
  const companions *all = sift->all;
  const uint16_t *met_of_names = sift->memory->met_of_names;
  verdicts known = {{0}};
  int64_t count = 0;
  for (int64_t first = 0; first < all->count; first += NAMES_AT_ONCE) {
    for (uint32_t left = met_names(met_of_names + first); left; left &= left - 1) {
      int64_t place = first + __builtin_ctz(left);
      uint32_t kind = all->kinds[place];
      if (kind != COMPANION_KINDS) {
        if (!may_be_in_reach_by_what_is_met(sift, &known, kind, met_of_names[place])) continue;
        if (!may_be_in_reach_by_words(sift, place)) continue;
        if (!companions_admit(sift, place)) continue;
      }
      kept[count++] = all->names[place];
    }
  }
  return count;
}

/// Judges the kinds of names; those that may reach the cut-off whatever is met of them are taken note of.
static void judge_kinds(sifting *sift) {
  const companions *all = sift->all;
  uint8_t is_in_reach[COMPANION_KINDS + 1], is_any_in_reach = all->has_unsifted != 0;
  for (int64_t number = 0; number < all->kind_count; number++) {
    sift->kinds[number] = judge_kind(sift->quick, &sift->unit, &all->all_kinds[number], sift->score);
    is_any_in_reach |= is_in_reach[number] = sift->kinds[number].is_in_reach != 0;
  }
  is_in_reach[COMPANION_KINDS] = 1;
  if (!is_any_in_reach) return;
  for (int64_t place = 0; place < all->count; place++)
    if (is_in_reach[all->kinds[place]]) sift->memory->met_of_names[place] = MET_BY_WORDS | MET_AS_JOIN;
}

/// Keeps, of the names of a table, those that may reach the cut-off, in order; returns how many.
///
/// - Parameters:
///   - words: The words of the query that lead to the names, a bit each.
///   - value: How alike one of them is to the unit at most.
static int64_t sift_companions(
    namescreen_query *query, const quick_query *quick, const uint8_t *order, uint64_t words, float value, const companions *all,
    sift_memory *memory, const namescreen_units *units, const namescreen_score *score, uint32_t *kept) {
  if (!begin_sifting(memory, all)) {
    memcpy(kept, all->names, (uint64_t)all->count * sizeof *kept);
    return all->count;
  }
  sifting sift;
  sift.query = query;
  sift.quick = quick;
  sift.all = all;
  sift.memory = memory;
  sift.units = units;
  sift.score = score;
  sift.order = order;
  sift.unit = (sifted_unit){
      .words = words, .word = __builtin_popcountll(words) == 1 ? __builtin_ctzll(words) : -1, .value = value};
  sift.bit_count = 0;
  for (int32_t i = 0; i < quick->count; i++) {
    sift.bits[i] = 0;
    if (quick->words[i].words & words) continue;
    sift.words_by_bit[sift.bit_count] = (uint8_t)i;
    sift.bits[i] = (uint8_t)(1u << sift.bit_count++);
    sift.unit.others_reach += quick->words[i].reach;
    sift.unit.others_weight += quick->words[i].weight;
  }
  judge_kinds(&sift);
  set_met_sums(&sift);
  set_all_limits(&sift);
  find_what_is_met(&sift);
  return keep_met_names(&sift, kept);
}
