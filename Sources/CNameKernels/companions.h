/// Names that hold one unit, or one of those that a word meets, sifted by their other words.
///
/// Who holds a unit is found by it because the two are paired, so the query's word adds what this pair adds, and neighbours that
/// the unit is one of have no part. Most names are then out of reach unless something else of the query meets another of their
/// words. The other words of all of them are few, since names share them: each is looked at once, side by side in memory, and leads
/// back to the names that have it, so that names of which nothing else is met are not looked at at all.
#pragma once
#include "block_look.h"
#include <stdlib.h>

/// Steps a weight in what is written of weights.
#define COMPANION_STEPS 8
/// Words that are counted: more than these are as many as any query that is sifted may meet.
#define MOST_COUNTED (BLOCK_ROWS + 2)
/// Kinds of names that are told apart; names of others are kept.
#define COMPANION_KINDS 255
/// Other words that are written of a name, and joins.
#define COMPANION_WORDS 3
#define COMPANION_JOINS 2
/// The traits of a join: that there is one, and that it stands for several, whatever they are.
#define A_JOIN (1u << 30)
#define ANY_JOIN (1u << 31)
/// Names of a table at most.
#define MOST_HOLDERS (1 << 22)
/// In what is met: a join of the query does; the bits below are words.
#define MET_BY_JOIN 0x80
/// Units whose names share a table.
#define MOST_SHARING 4096
/// Steps of how alike a unit is to the word that its names are found by.
#define ALIKE_STEPS 255

/// What names have in common whose words weigh the same.
typedef struct {
  /// The kind of the unit's word, and how alike it is to the word that the names are found by, in steps, rounded up.
  uint8_t own, alike;
  /// How many words the name has, and what they weigh, in steps, rounded up.
  uint8_t words, weight;
  /// What the other words weigh that are written, in steps, rounded down.
  uint8_t others;
  /// Whether it has joins that are not written by themselves.
  uint8_t has_any_join;
} name_kind;

/// Kinds of words, doubled: above NAMESCREEN_KINDS those of names that have more than one other word.
#define WORD_KINDS (2 * NAMESCREEN_KINDS)

/// Words of names side by side, each once in each kind, or joins.
typedef struct {
  uint64_t *glances, *occurrences;
  uint32_t *relations, *units;
  /// Where the places of those begin that have it, and the places.
  uint32_t *starts, *places;
  /// The kinds of words, of WORD_KINDS.
  uint8_t *kinds;
  /// What of the query meets it, when names are sifted.
  uint8_t *met;
  int64_t count;
} shared_words;

struct namescreen_companions {
  /// Of the names of one unit; of several it is `SEVERAL_UNITS`.
  uint32_t unit;
  int64_t count, bytes;
  /// Where its memory begins: of the names, and of their words.
  uint8_t *names_memory, *words_memory;
  uint32_t *names;
  /// The other words from the heaviest on, as in the row, but that the low 24 bits are their numbers among the `words`.
  uint32_t *entries[COMPANION_WORDS];
  /// The joins that the unit is not in, by their numbers among the `joins_of_names`: in the high 8 bits which of the words each is
  /// of, a bit each, and the traits above; 0 for none.
  uint32_t *joins[COMPANION_JOINS];
  /// The kind of each name, or COMPANION_KINDS.
  uint8_t *kinds;
  name_kind *all_kinds;
  int64_t kind_count;
  /// Whether there are names that are kept whatever they meet.
  int32_t has_unsifted;
  shared_words words, joins_of_names;
  /// The names that are left when they are sifted, a bit each, and the words that are.
  uint64_t *left;
  uint32_t *found;
};
typedef struct namescreen_companions companions;

#define SEVERAL_UNITS (~0u)

/// The number of a kind, COMPANION_KINDS where there are as many others.
static uint8_t number_of_kind(companions *all, name_kind kind) {
  for (int64_t number = 0; number < all->kind_count; number++)
    if (memcmp(&all->all_kinds[number], &kind, sizeof kind) == 0) return (uint8_t)number;
  if (all->kind_count == COMPANION_KINDS) return COMPANION_KINDS;
  all->all_kinds[all->kind_count] = kind;
  return (uint8_t)all->kind_count++;
}

/// The places of the words of a name but for the unit's own, from the heaviest on. Where the unit is there twice the heavier one is
/// its own and the other its twin; else the twin is -1.
typedef struct {
  int32_t own, twin, count;
  uint8_t places[MOST_LISTED];
  float weight;
} other_words;

/// Relation bits in half the space.
INLINE uint32_t folded(uint64_t relation_bits) { return (uint32_t)(relation_bits | relation_bits >> 32); }

static void add_other_word(other_words *others, const name_row *row, int32_t word, const namescreen_score *score) {
  float weight = score->weights[row->entries[word] >> 24];
  int32_t place = others->count++;
  for (; place > 0 && score->weights[row->entries[others->places[place - 1]] >> 24] < weight; place--)
    others->places[place] = others->places[place - 1];
  others->places[place] = (uint8_t)word;
}

/// Returns 0 for a name that is not sifted: a long one, or one with the unit more than twice.
static int find_other_words(other_words *others, const name_row *row, uint32_t unit, const namescreen_score *score) {
  *others = (other_words){.own = -1, .twin = -1};
  if (row->token_count > MOST_LISTED || row->join_count > MOST_LISTED_JOINS) return 0;
  for (int32_t j = 0; j < row->token_count; j++) {
    float weight = score->weights[row->entries[j] >> 24];
    others->weight += weight;
    if ((row->entries[j] & 0xFFFFFF) != unit) {
      add_other_word(others, row, j, score);
    } else if (others->own < 0) {
      others->own = j;
    } else {
      if (others->twin >= 0) return 0;
      int is_heavier = weight > score->weights[row->entries[others->own] >> 24];
      others->twin = is_heavier ? others->own : j;
      if (is_heavier) others->own = j;
      add_other_word(others, row, others->twin, score);
    }
  }
  return others->own >= 0;
}

/// Writes the joins that the unit is not in, by their units. Returns whether there are more than are written.
static int write_joins(companions *all, int64_t place, const name_row *row, const other_words *others) {
  int32_t count = 0, has_more = 0;
  for (int32_t p = 0; p < row->join_count; p++) {
    int32_t first = row->spans[p] >> 8, last = row->spans[p] & 0xFF;
    int has_own = others->own >= first && others->own <= last, has_twin = others->twin >= first && others->twin <= last;
    if (has_own && (others->twin < 0 || has_twin)) continue;
    uint32_t words = 0;
    for (int32_t n = 0; n < others->count && n < COMPANION_WORDS; n++) {
      int32_t word = others->places[n];
      // Either of two twins may be paired, and leave the other to the join.
      words |= (uint32_t)((word >= first && word <= last) || (has_own && word == others->twin)) << n;
    }
    if (count < COMPANION_JOINS) {
      all->joins[count++][place] = (row->join_units[p] & 0xFFFFFF) | words << 24 | A_JOIN;
    } else {
      all->joins[COMPANION_JOINS - 1][place] |= words << 24 | ANY_JOIN;
      has_more = 1;
    }
  }
  return has_more;
}

/// Writes one of the names, its words and joins by their units.
static void write_name(
    companions *all, int64_t place, uint32_t unit, uint32_t number, float alike, const namescreen_names *names,
    const namescreen_score *score) {
  name_row row = row_of(names, number);
  other_words others;
  all->names[place] = number;
  all->kinds[place] = COMPANION_KINDS;
  for (int32_t n = 0; n < COMPANION_WORDS; n++) all->entries[n][place] = 0;
  for (int32_t n = 0; n < COMPANION_JOINS; n++) all->joins[n][place] = 0;
  if (!find_other_words(&others, &row, unit, score)) return;
  float weight = others.weight * COMPANION_STEPS + 1, other_weight = 0;
  if (weight > 255) return;
  for (int32_t n = 0; n < COMPANION_WORDS && n < others.count; n++) {
    all->entries[n][place] = row.entries[others.places[n]];
    other_weight += score->weights[row.entries[others.places[n]] >> 24];
  }
  name_kind kind = {
      .own = (uint8_t)(row.entries[others.own] >> 24),
      .alike = (uint8_t)smaller(ALIKE_STEPS, (int32_t)(alike * ALIKE_STEPS) + 1),
      .words = (uint8_t)smaller(MOST_COUNTED, row.token_count),
      .weight = (uint8_t)weight,
      .others = (uint8_t)(other_weight * COMPANION_STEPS),
      .has_any_join = (uint8_t)write_joins(all, place, &row, &others),
  };
  all->kinds[place] = number_of_kind(all, kind);
}

INLINE int32_t written_words(const companions *all, int64_t place) {
  if (all->kinds[place] == COMPANION_KINDS) return 0;
  int32_t words = all->all_kinds[all->kinds[place]].words - 1;
  return words < COMPANION_WORDS ? words : COMPANION_WORDS;
}

/// Numbers of words as they stand in rows, or of joins, while a table is made.
typedef struct {
  uint32_t *slots, *entries;
  uint64_t mask;
  int64_t count;
} numbered_words;

INLINE uint32_t number_of_word(numbered_words *all, uint32_t entry) {
  uint64_t slot = entry * 0x9E3779B97F4A7C15ull >> 32 & all->mask;
  while (all->slots[slot] && all->entries[all->slots[slot] - 1] != entry) slot = (slot + 1) & all->mask;
  if (!all->slots[slot]) {
    all->entries[all->count] = entry;
    all->slots[slot] = (uint32_t)++all->count;
  }
  return all->slots[slot] - 1;
}

/// Replaces the units of names by the numbers of their words, and counts how often each is there.
static int64_t number_words(companions *all, numbered_words *numbers, uint32_t *counts, int are_joins) {
  int64_t total = 0;
  memset(numbers->slots, 0, (numbers->mask + 1) * sizeof *numbers->slots);
  numbers->count = 0;
  for (int64_t place = 0; place < all->count; place++) {
    int32_t written = are_joins ? COMPANION_JOINS : written_words(all, place);
    for (int32_t n = 0; n < written; n++) {
      uint32_t *entry = are_joins ? &all->joins[n][place] : &all->entries[n][place];
      if (are_joins && !*entry) break;
      int64_t before = numbers->count;
      uint32_t number = number_of_word(numbers, are_joins ? *entry & 0xFFFFFF : *entry);
      if (numbers->count > before) counts[number] = 0;
      counts[number]++;
      total++;
      *entry = (*entry & 0xFF000000) | number;
    }
  }
  return total;
}

/// The next of several arrays in one piece of memory; without memory only their size is found.
INLINE void *taken(uint8_t *memory, int64_t *used, int64_t bytes) {
  void *start = memory ? memory + *used : 0;
  // Aligned for the widest elements, and whole vectors are read, also of the last ones.
  *used += (bytes + (int64_t)(WIDE_LANES * sizeof(uint64_t)) + 7) / 8 * 8;
  return start;
}

/// Lays out what is side by side of words.
static void lay_out_shared(shared_words *words, int64_t total, uint8_t *memory, int64_t *used) {
  words->glances = taken(memory, used, words->count * 8);
  words->occurrences = taken(memory, used, words->count * 8);
  words->relations = taken(memory, used, words->count * 4);
  words->units = taken(memory, used, words->count * 4);
  words->starts = taken(memory, used, (words->count + 1) * 4);
  words->places = taken(memory, used, total * 4);
  words->kinds = taken(memory, used, words->count);
  words->met = taken(memory, used, words->count);
}

/// Lays out the words and the joins; returns the bytes that these take.
static int64_t lay_out_words(companions *all, int64_t words, int64_t joins, uint8_t *memory) {
  int64_t used = 0, most = all->words.count > all->joins_of_names.count ? all->words.count : all->joins_of_names.count;
  lay_out_shared(&all->words, words, memory, &used);
  lay_out_shared(&all->joins_of_names, joins, memory, &used);
  all->found = taken(memory, &used, most * 4);
  return used;
}

/// Lays out the names; returns the bytes that these take.
static int64_t lay_out_names(companions *all, uint8_t *memory) {
  int64_t used = 0;
  all->names = taken(memory, &used, all->count * 4);
  for (int32_t n = 0; n < COMPANION_WORDS; n++) all->entries[n] = taken(memory, &used, all->count * 4);
  for (int32_t n = 0; n < COMPANION_JOINS; n++) all->joins[n] = taken(memory, &used, all->count * 4);
  all->kinds = taken(memory, &used, all->count);
  all->left = taken(memory, &used, (all->count + 63) / 64 * 8);
  all->all_kinds = taken(memory, &used, COMPANION_KINDS * (int64_t)sizeof(name_kind));
  return used;
}

static void write_words(
    companions *all, shared_words *words, const uint32_t *entries, const uint32_t *counts, int are_joins,
    const namescreen_units *units, const namescreen_score *score) {
  uint32_t start = 0;
  for (int64_t number = 0; number < words->count; number++) {
    const namescreen_unit *unit = unit_at(units, entries[number] & 0xFFFFFF);
    words->units[number] = entries[number] & 0xFFFFFF;
    words->kinds[number] = are_joins ? 0 : score->kinds[entries[number] >> 24];
    words->glances[number] = glance_of(unit);
    words->occurrences[number] = unit->occurrences;
    words->relations[number] = folded(unit->relation_bits);
    words->starts[number] = start;
    start += counts[number];
  }
  words->starts[words->count] = start;
  // Each start is moved to the next as places are written, and then back.
  for (int64_t place = 0; place < all->count; place++) {
    int32_t written = are_joins ? COMPANION_JOINS : written_words(all, place);
    for (int32_t n = 0; n < written; n++) {
      uint32_t entry = are_joins ? all->joins[n][place] : all->entries[n][place];
      if (are_joins && !entry) break;
      uint32_t number = entry & 0xFFFFFF;
      words->places[words->starts[number]++] = (uint32_t)place;
      if (!are_joins && all->all_kinds[all->kinds[place]].words > 2 && words->kinds[number] < NAMESCREEN_KINDS)
        words->kinds[number] += NAMESCREEN_KINDS;
    }
  }
  for (int64_t number = words->count; number > 0; number--) words->starts[number] = words->starts[number - 1];
  words->starts[0] = 0;
}

static void free_companions(companions *all) {
  if (!all) return;
  free(all->names_memory);
  free(all->words_memory);
  free(all);
}

/// Gives each word of the names one number, and lays them out. Returns 0 when there is no memory.
static int share_words(companions *all, const namescreen_units *units, const namescreen_score *score) {
  int64_t most = all->count * larger(COMPANION_WORDS, COMPANION_JOINS);
  numbered_words numbers = {.mask = 15};
  while ((int64_t)numbers.mask < 2 * most) numbers.mask = 2 * numbers.mask + 1;
  uint32_t *memory = malloc(((uint64_t)(4 * most) + numbers.mask + 1) * sizeof(uint32_t));
  if (!memory) return 0;
  uint32_t *word_counts = memory, *join_counts = memory + most, *word_entries = memory + 2 * most, *join_entries = memory + 3 * most;
  numbers.slots = memory + 4 * most;
  numbers.entries = word_entries;
  int64_t words = number_words(all, &numbers, word_counts, 0);
  all->words.count = numbers.count;
  numbers.entries = join_entries;
  int64_t joins = number_words(all, &numbers, join_counts, 1);
  all->joins_of_names.count = numbers.count;

  int64_t bytes = lay_out_words(all, words, joins, 0);
  // Zeros, since what is read behind the last words looks their kinds up.
  all->words_memory = calloc(1, (uint64_t)bytes);
  if (all->words_memory) {
    lay_out_words(all, words, joins, all->words_memory);
    all->bytes += bytes;
    write_words(all, &all->words, word_entries, word_counts, 0, units, score);
    write_words(all, &all->joins_of_names, join_entries, join_counts, 1, units, score);
  }
  free(memory);
  return all->words_memory != 0;
}

/// - Parameter alike: How alike the unit of each of the holders is to the word that leads to them.
static companions *make_companions(
    const namescreen_holders *holders, const float *alike, int64_t holder_count, const namescreen_units *units,
    const namescreen_names *names, const namescreen_score *score) {
  companions *all = calloc(1, sizeof *all);
  if (!all) return 0;
  for (int64_t i = 0; i < holder_count; i++) all->count += holders[i].count;
  all->unit = holder_count == 1 ? holders[0].unit : SEVERAL_UNITS;
  int64_t bytes = lay_out_names(all, 0);
  all->names_memory = all->count > MOST_HOLDERS ? 0 : malloc((uint64_t)bytes);
  if (!all->names_memory) {
    free_companions(all);
    return 0;
  }
  all->bytes = bytes + (int64_t)sizeof *all;
  lay_out_names(all, all->names_memory);
  memset(all->left, 0, (uint64_t)((all->count + 63) / 64 * 8));
  int64_t place = 0;
  for (int64_t i = 0; i < holder_count; i++) {
    fetch_first_rows(names, holders[i].names, holders[i].count, OFFSET_AHEAD, ROW_AHEAD);
    for (int64_t n = 0; n < holders[i].count; n++, place++) {
      fetch_rows(names, holders[i].names, n, holders[i].count, OFFSET_AHEAD, ROW_AHEAD);
      write_name(all, place, holders[i].unit, holders[i].names[n], alike[i], names, score);
      all->has_unsifted |= all->kinds[place] == COMPANION_KINDS;
    }
  }
  if (share_words(all, units, score)) return all;
  free_companions(all);
  return 0;
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
  /// Whether a name may reach the cut-off of which nothing else meets a word that is written.
  int32_t is_in_reach;
} judged_kind;

static judged_kind judge_kind(
    const quick_query *query, const sifted_unit *unit, const name_kind *kind, const namescreen_score *score) {
  judged_kind judged = {.reach = query->reach, .weight = query->weight + (float)kind->weight / COMPANION_STEPS};
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

/// Whether a name may reach the cut-off by what its other words and joins meet as they are spelled.
static int companions_admit(
    namescreen_query *query, const quick_query *quick, const uint8_t *order, const uint8_t *bits, const sifted_unit *sifted,
    const namescreen_units *units, const companions *all, int64_t place, const judged_kind *kind, const namescreen_score *score) {
  int32_t words = all->all_kinds[all->kinds[place]].words - 1, count = words < COMPANION_WORDS ? words : COMPANION_WORDS;
  float reach = kind->reach, lost = 0, weight = kind->weight;
  uint32_t met = 0;
  for (int32_t n = 0; n < quick->count; n++) {
    const quick_word *word = &quick->words[order[n]];
    if (word->words & sifted->words) continue;
    float gain = NO_PAIR;
    for (int32_t t = 0; t < count; t++) {
      uint32_t entry = all->entries[t][place], number = entry & 0xFFFFFF;
      if (!(all->words.met[number] & bits[order[n]])) continue;
      float value = known_look(query, order[n], units, all->words.units[number], score);
      if (value <= 0) continue;
      met |= 1u << t;
      float added = gain_of(
          word->glance, all->words.glances[number], word->weight, score->weights[entry >> 24], value, score->cutoff, score);
      if (added > gain) gain = added;
    }
    for (int32_t p = 0; p < COMPANION_JOINS && all->joins[p][place]; p++) {
      uint32_t join = all->joins[p][place], number = join & 0xFFFFFF;
      float value = 1;
      if (!(join & ANY_JOIN)) {
        if (!(all->joins_of_names.met[number] & bits[order[n]])) continue;
        value = known_join(query, order[n], 0, units, all->joins_of_names.units[number], score);
      }
      met |= join >> 24;
      float added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
      if (added > gain) gain = added;
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      if (!(joined_words(query, k) & word->words) || !may_meet_by_join(query, k, sifted)) continue;
      for (int32_t t = 0; t < count; t++) {
        uint32_t number = all->entries[t][place] & 0xFFFFFF;
        if (!(all->words.met[number] & MET_BY_JOIN)) continue;
        float value = known_join(query, k, 1, units, all->words.units[number], score);
        if (value <= 0) continue;
        met |= 1u << t;
        float added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
        if (added > gain) gain = added;
      }
    }
    // Other words may do what these do not.
    if (words > count) continue;
    reach -= word->reach;
    if (gain == NO_PAIR) lost += word->weight;
    else reach += gain > word->alone ? gain : word->alone;
    if (is_out_of_reach(reach, lost, weight, score)) return 0;
  }
  for (uint32_t alone = ~met & ((1u << count) - 1); alone; alone &= alone - 1)
    lost += score->weights[all->entries[__builtin_ctz(alone)][place] >> 24];
  return !is_out_of_reach(reach, lost, weight, score);
}

/// The shares of the length that letters may cost where a word of the query meets one of the names', by the kind of that, and where
/// it is of another script.
typedef struct {
  float share[WORD_KINDS], across[WORD_KINDS];
} word_limits;

/// - Parameters:
///   - slack: What all other pairs add at most beyond what they cost.
///   - first: The first of the kinds that are set.
static void set_limits(
    word_limits *limits, const quick_word *word, float slack, int32_t first, const namescreen_score *score) {
  const numbers floor = score->floor;
  for (int32_t kind = 0; kind < NAMESCREEN_KINDS; kind += WIDE_LANES) {
    numbers least = most_of_numbers(floor, score->cutoff - (slack + 1e-4f) / load_numbers(word->kinds.pair + kind));
    numbers share = (1 - least / word->scale + 2 * ROUNDING) / load_numbers(word->kinds.slope + kind) * (1 + 2 * ROUNDING);
    numbers across = (1 - least / word->scale_across + 2 * ROUNDING) / (score->slope / 100) * (1 + 2 * ROUNDING);
    memcpy(limits->share + first + kind, &share, sizeof share);
    memcpy(limits->across + first + kind, &across, sizeof across);
  }
}

/// Sets the limits of the query's words that the unit is not paired with.
static void set_all_limits(
    word_limits *limits, const quick_query *quick, const uint8_t *bits, const sifted_unit *unit, const companions *all,
    const judged_kind *kinds, const namescreen_score *score) {
  // What the unit's pair adds at most, and the most that all words weigh, in names with one other word and with more.
  float own[2] = {NO_PAIR, NO_PAIR}, weight = 0;
  for (int64_t number = 0; number < all->kind_count; number++) {
    int has_more = all->all_kinds[number].words > 2;
    if (kinds[number].own > own[has_more]) own[has_more] = kinds[number].own;
    if (!has_more && kinds[number].weight > weight) weight = kinds[number].weight;
  }
  for (int32_t i = 0; i < quick->count; i++) {
    if (!bits[i]) continue;
    const quick_word *word = &quick->words[i];
    float lost = unit->others_weight - word->weight;
    if (own[0] > NO_PAIR)
      set_limits(&limits[i], word, own[0] - score->cutoff * least_cost(score, lost, weight - lost), 0, score);
    if (own[1] > NO_PAIR)
      set_limits(&limits[i], word, own[1] + unit->others_reach - word->reach, NAMESCREEN_KINDS, score);
  }
}

/// The words that a word of the query may meet, of those from `first` on.
LANED choice lanes_of_words(
    const quick_word *word, uint32_t relations, const word_limits *limits, const shared_words *words, int64_t first) {
  const sieve *own = &word->words_sieve;
  wide glances = load_wide(words->glances + first), unlike = glances ^ word->glance;
  // A particle and another word meet when they are equal.
  choice other = has_any(unlike, NAMESCREEN_PARTICLE);
  choice found = has_any(glances, word->special) | (other & has_none(unlike, NAMESCREEN_SIGNATURE_MASK));
  found |= (load_counts(words->relations + first) & (int32_t)relations) != 0;
  if (word->equal_count) found |= equal_units(word, load_counts(words->units + first));
  counts kinds = load_bytes(words->kinds + first), lengths = lengths_of(glances);
  numbers shares = gathered(limits->share, kinds);
  choice across = has_any(unlike, NAMESCREEN_COLLAPSING);
  if (bits_of_choice(across)) shares = across ? gathered(limits->across, kinds) : shares;
  numbers most = numbers_of(longer_lengths(own, lengths)) * shares;
  choice alike = ~other & (numbers_of(worth_costs(own, lengths, load_wide(words->occurrences + first))) <= most);
  if (own->has_classes && bits_of_choice(alike)) alike &= numbers_of(class_costs(own, glances)) <= most;
  return found | alike;
}

/// Finds the words that words of the query, by their `bits`, or its joins may meet; returns how many these are.
static int64_t find_met_words(
    const quick_query *quick, const uint8_t *bits, const word_limits *limits, const sifted_unit *unit, const shared_words *words,
    uint32_t *found) {
  int64_t count = 0;
  uint32_t relations[BLOCK_ROWS];
  for (int32_t i = 0; i < quick->count; i++) {
    const quick_word *word = &quick->words[i];
    relations[i] = word->glance & NAMESCREEN_RELATED ? folded(word->relations) | folded(word->relations_across) : 0;
  }
  for (int64_t first = 0; first < words->count; first += WIDE_LANES) {
    counts met = 0;
    for (int32_t i = 0; i < quick->count; i++)
      if (bits[i]) met |= lanes_of_words(&quick->words[i], relations[i], &limits[i], words, first) & (int32_t)bits[i];
    for (int32_t k = 0; k < quick->join_count; k++) {
      const quick_word *join = &quick->joins[k];
      if (join->words & unit->words) continue;
      met |= lanes_of_joins(&join->joins_sieve, load_wide(words->glances + first), load_wide(words->occurrences + first)) &
             MET_BY_JOIN;
    }
    store_bytes(words->met + first, met);
    for (uint32_t left = bits_of_choice(met != 0) & lanes_of(words->count - first); left; left &= left - 1)
      found[count++] = (uint32_t)first + (uint32_t)__builtin_ctz(left);
  }
  return count;
}

/// Finds the joins of names that words of the query, by their `bits`, may meet; returns how many these are.
static int64_t find_met_joins(
    const quick_query *quick, const uint8_t *bits, const shared_words *joins, uint32_t *found) {
  int64_t count = 0;
  for (int64_t first = 0; first < joins->count; first += WIDE_LANES) {
    wide glances = load_wide(joins->glances + first), occurrences = load_wide(joins->occurrences + first);
    counts met = 0;
    for (int32_t i = 0; i < quick->count; i++)
      if (bits[i]) met |= lanes_of_joins(&quick->words[i].joins_sieve, glances, occurrences) & (int32_t)bits[i];
    store_bytes(joins->met + first, met);
    for (uint32_t left = bits_of_choice(met != 0) & lanes_of(joins->count - first); left; left &= left - 1)
      found[count++] = (uint32_t)first + (uint32_t)__builtin_ctz(left);
  }
  return count;
}

/// Looks at a word as it is spelled; `met` says what of the query may meet it, and then what does.
INLINE void look_at_word(
    namescreen_query *query, const uint8_t *words_by_bit, const sifted_unit *sifted, const namescreen_units *units,
    companions *all, uint32_t number, const namescreen_score *score) {
  uint32_t met = all->words.met[number], unit = all->words.units[number];
  for (uint32_t left = met & ~MET_BY_JOIN; left; left &= left - 1)
    if (known_look(query, words_by_bit[__builtin_ctz(left)], units, unit, score) <= 0) met &= ~(left & -left);
  if (met & MET_BY_JOIN) {
    int is_met = 0;
    for (int32_t k = 0; k < query->join_count && !is_met; k++)
      is_met = may_meet_by_join(query, k, sifted) && known_join(query, k, 1, units, unit, score) > 0;
    if (!is_met) met &= ~MET_BY_JOIN;
  }
  all->words.met[number] = (uint8_t)met;
}

/// The same of a join of names.
INLINE void look_at_join(
    namescreen_query *query, const uint8_t *words_by_bit, const namescreen_units *units, companions *all, uint32_t number,
    const namescreen_score *score) {
  uint32_t met = all->joins_of_names.met[number], unit = all->joins_of_names.units[number];
  for (uint32_t left = met; left; left &= left - 1)
    if (known_join(query, words_by_bit[__builtin_ctz(left)], 0, units, unit, score) <= 0) met &= ~(left & -left);
  all->joins_of_names.met[number] = (uint8_t)met;
}

/// Takes note of the names that have a word or a join which something of the query meets.
INLINE void leave_names(companions *all, const shared_words *words, uint32_t number) {
  if (!words->met[number]) return;
  for (uint32_t n = words->starts[number]; n < words->starts[number + 1]; n++)
    all->left[words->places[n] / 64] |= 1ull << words->places[n] % 64;
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

/// What the words of a query add at most, and weigh that nothing meets, by which of them, a bit each, something may meet.
typedef struct {
  float reach[1 << (BLOCK_ROWS - 1)], lost[1 << (BLOCK_ROWS - 1)];
  uint32_t all;
} met_sums;

static void set_met_sums(met_sums *sums, const quick_query *quick, const uint8_t *words_by_bit, int32_t bit_count) {
  sums->all = (1u << bit_count) - 1;
  sums->reach[sums->all] = sums->lost[sums->all] = 0;
  for (int32_t met = (int32_t)sums->all - 1; met >= 0; met--) {
    uint32_t first = ~(uint32_t)met & ((uint32_t)met + 1);
    const quick_word *word = &quick->words[words_by_bit[__builtin_ctz(first)]];
    sums->reach[met] = sums->reach[(uint32_t)met | first] - word->reach;
    sums->lost[met] = sums->lost[(uint32_t)met | first] + word->weight;
  }
}

/// Whether a name may reach the cut-off where all that may be met is.
INLINE int may_be_in_reach(
    const companions *all, int64_t place, const judged_kind *kind, const met_sums *sums, const namescreen_score *score) {
  int32_t words = all->all_kinds[all->kinds[place]].words - 1, count = words < COMPANION_WORDS ? words : COMPANION_WORDS;
  if (all->joins[0][place]) return 1;
  uint32_t met = words > count ? sums->all : 0;
  float lost = 0;
  for (int32_t t = 0; t < count; t++) {
    uint32_t entry = all->entries[t][place], of_word = all->words.met[entry & 0xFFFFFF];
    if (of_word & MET_BY_JOIN) return 1;
    if (of_word == 0) lost += score->weights[entry >> 24];
    met |= of_word;
  }
  return !is_out_of_reach(kind->reach + sums->reach[met], lost + sums->lost[met], kind->weight, score);
}

/// Keeps, of the names of a table, those that may reach the cut-off, in order; returns how many.
static int64_t sift_companions(
    namescreen_query *query, const quick_query *quick, const uint8_t *order, sifted_unit *unit, companions *all,
    const namescreen_units *units, const namescreen_score *score, uint32_t *kept) {
  // Those of the query's words that the unit is not paired with, a bit each.
  uint8_t bits[BLOCK_ROWS] = {0}, words_by_bit[BLOCK_ROWS];
  int32_t bit_count = 0;
  unit->others_reach = unit->others_weight = 0;
  for (int32_t i = 0; i < quick->count; i++) {
    if (quick->words[i].words & unit->words) continue;
    words_by_bit[bit_count] = (uint8_t)i;
    bits[i] = (uint8_t)(1u << bit_count++);
    unit->others_reach += quick->words[i].reach;
    unit->others_weight += quick->words[i].weight;
  }
  judged_kind kinds[COMPANION_KINDS + 1];
  uint8_t is_in_reach[COMPANION_KINDS + 1], is_any_in_reach = all->has_unsifted != 0;
  for (int64_t number = 0; number < all->kind_count; number++) {
    kinds[number] = judge_kind(quick, unit, &all->all_kinds[number], score);
    is_any_in_reach |= is_in_reach[number] = kinds[number].is_in_reach != 0;
  }
  is_in_reach[COMPANION_KINDS] = 1;
  met_sums sums;
  set_met_sums(&sums, quick, words_by_bit, bit_count);
  word_limits limits[BLOCK_ROWS];
  set_all_limits(limits, quick, bits, unit, all, kinds, score);
  int64_t found = find_met_words(quick, bits, limits, unit, &all->words, all->found);
  for (int64_t n = 0; n < found; n++) {
    uint32_t number = all->found[n];
    if (all->words.starts[number + 1] - all->words.starts[number] >= NAMES_WORTH_A_LOOK)
      look_at_word(query, words_by_bit, unit, units, all, number, score);
    leave_names(all, &all->words, number);
  }
  found = find_met_joins(quick, bits, &all->joins_of_names, all->found);
  for (int64_t n = 0; n < found; n++) {
    if (n % FETCHED == 0)
      fetch_spellings(&all->joins_of_names, all->found + n, found - n < FETCHED ? found - n : FETCHED, units);
    look_at_join(query, words_by_bit, units, all, all->found[n], score);
    leave_names(all, &all->joins_of_names, all->found[n]);
  }
  if (is_any_in_reach)
    for (int64_t place = 0; place < all->count; place++)
      all->left[place / 64] |= (uint64_t)is_in_reach[all->kinds[place]] << place % 64;

  int64_t kept_count = 0;
  for (int64_t first = 0; first < all->count; first += 64) {
    uint64_t left = all->left[first / 64];
    all->left[first / 64] = 0;
    for (; left; left &= left - 1) {
      int64_t place = first + __builtin_ctzll(left);
      uint8_t kind = all->kinds[place];
      if (kind == COMPANION_KINDS ||
          (may_be_in_reach(all, place, &kinds[kind], &sums, score) &&
           companions_admit(query, quick, order, bits, unit, units, all, place, &kinds[kind], score)))
        kept[kept_count++] = all->names[place];
    }
  }
  return kept_count;
}
