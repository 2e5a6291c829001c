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
#define COMPANION_WORDS 4
#define COMPANION_JOINS 6
/// The traits of a join: that there is one, and that it stands for several, whatever they are.
#define A_JOIN (1u << 30)
#define ANY_JOIN (1u << 31)
/// Names of a table at most.
#define MOST_HOLDERS (1 << 22)
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
  /// The bits of relations, and their second bits: names that many bear have so many that one kind would tell too little.
  uint64_t *relations, *second_relations;
  uint32_t *units;
  /// Where the places of those begin that have it, and the places.
  uint32_t *starts, *places;
  /// The kinds of words, of WORD_KINDS, and what they weigh, in steps, rounded up.
  uint8_t *kinds, *weights;
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
  // What is met of it weighs no more than a byte tells, each word rounded up.
  if (weight > 255 - COMPANION_WORDS) return;
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
  words->relations = taken(memory, used, words->count * 8);
  words->second_relations = taken(memory, used, words->count * 8);
  words->units = taken(memory, used, words->count * 4);
  words->starts = taken(memory, used, (words->count + 1) * 4);
  words->places = taken(memory, used, total * 4);
  words->kinds = taken(memory, used, words->count);
  words->weights = taken(memory, used, words->count);
}

/// Lays out the words and the joins; returns the bytes that these take.
static int64_t lay_out_words(companions *all, int64_t words, int64_t joins, uint8_t *memory) {
  int64_t used = 0;
  lay_out_shared(&all->words, words, memory, &used);
  lay_out_shared(&all->joins_of_names, joins, memory, &used);
  return used;
}

/// Lays out the names; returns the bytes that these take.
static int64_t lay_out_names(companions *all, uint8_t *memory) {
  int64_t used = 0;
  all->names = taken(memory, &used, all->count * 4);
  for (int32_t n = 0; n < COMPANION_WORDS; n++) all->entries[n] = taken(memory, &used, all->count * 4);
  for (int32_t n = 0; n < COMPANION_JOINS; n++) all->joins[n] = taken(memory, &used, all->count * 4);
  all->kinds = taken(memory, &used, all->count);
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
    words->weights[number] = are_joins ? 0 : (uint8_t)(score->weights[entries[number] >> 24] * COMPANION_STEPS + 1);
    words->glances[number] = glance_of(unit);
    words->occurrences[number] = unit->occurrences;
    words->relations[number] = unit->relation_bits;
    words->second_relations[number] = 0;
    if (!are_joins && unit->relation_bits) {
      namescreen_word word = word_of(units, words->units[number]);
      for (int32_t i = 0; i < word.code_count; i++)
        words->second_relations[number] |= namescreen_second_relation_bit(word.codes[i]);
    }
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
