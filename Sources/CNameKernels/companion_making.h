/// Tables of names and their other words, made from the rows of an index.
#pragma once
#include "companions.h"

/// Places of kinds by their bytes: a power of two, more than there are kinds.
#define KIND_SLOTS 1024

/// A table as it is made.
typedef struct {
  /// Of the names, and of the numbers of their words.
  kept_memory names_memory, numbers_memory;
  int64_t count, row_count, word_total, join_total, kind_count;
  int32_t has_unsifted;
  uint32_t *names, *starts, *rows;
  uint8_t *kinds;
  name_kind all_kinds[COMPANION_KINDS];
  /// The number of each kind by its bytes, counted from 1; 0 of none.
  uint8_t kind_slots[KIND_SLOTS];
} companion_draft;

static void free_draft(companion_draft *draft) {
  free_kept(&draft->names_memory);
  free_kept(&draft->numbers_memory);
}

/// The number of a kind, COMPANION_KINDS where there are as many others.
static uint8_t number_of_kind(companion_draft *draft, name_kind kind) {
  uint64_t key = 0;
  memcpy(&key, &kind, sizeof kind);
  uint64_t slot = (key * 0x9E3779B97F4A7C15ull >> 32) % KIND_SLOTS;
  for (; draft->kind_slots[slot]; slot = (slot + 1) % KIND_SLOTS)
    if (memcmp(&draft->all_kinds[draft->kind_slots[slot] - 1], &kind, sizeof kind) == 0) return draft->kind_slots[slot] - 1;
  if (draft->kind_count == COMPANION_KINDS) return COMPANION_KINDS;
  draft->all_kinds[draft->kind_count] = kind;
  draft->kind_slots[slot] = (uint8_t)++draft->kind_count;
  return draft->kind_slots[slot] - 1;
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

/// Writes the joins that the unit is not in, by their units; returns how many are written. Whether there are more is told.
static int32_t write_joins(uint32_t *joins, const name_row *row, const other_words *others, uint8_t *has_more) {
  int32_t count = 0;
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
      joins[count++] = (row->join_units[p] & 0xFFFFFF) | words << 24;
    } else {
      joins[COMPANION_JOINS - 1] |= words << 24 | ANY_JOIN;
      *has_more = 1;
    }
  }
  return count;
}

/// Writes one of the names, its words and joins by their units.
static void write_name(
    companion_draft *draft, int64_t place, uint32_t unit, uint32_t number, float alike, const namescreen_names *names,
    const namescreen_score *score) {
  name_row row = row_of(names, number);
  other_words others;
  draft->names[place] = number;
  draft->starts[place] = 0;
  draft->kinds[place] = COMPANION_KINDS;
  if (!find_other_words(&others, &row, unit, score)) return;
  float weight = others.weight * COMPANION_STEPS + 1, other_weight = 0;
  // What is met of it weighs no more than a byte tells, each word rounded up.
  if (weight > 255 - COMPANION_WORDS) return;
  uint32_t *words = draft->rows + draft->row_count;
  int32_t count = smaller(others.count, COMPANION_WORDS);
  for (int32_t n = 0; n < count; n++) {
    words[n] = row.entries[others.places[n]];
    other_weight += score->weights[words[n] >> 24];
  }
  name_kind kind = {
      .own = (uint8_t)(row.entries[others.own] >> 24),
      .alike = (uint8_t)smaller(ALIKE_STEPS, (int32_t)(alike * ALIKE_STEPS) + 1),
      .words = (uint8_t)smaller(MOST_COUNTED, row.token_count),
      .weight = (uint8_t)weight,
      .others = (uint8_t)(other_weight * COMPANION_STEPS),
  };
  int32_t joins = write_joins(words + count, &row, &others, &kind.has_any_join);
  draft->kinds[place] = number_of_kind(draft, kind);
  if (draft->kinds[place] == COMPANION_KINDS) return;
  draft->starts[place] = (uint32_t)draft->row_count | (uint32_t)joins << ROW_JOINS_SHIFT;
  draft->row_count += count + joins;
  draft->word_total += count;
  draft->join_total += joins;
}

/// Numbers of words as they stand in rows, or of joins; and how often each is there.
typedef struct {
  uint32_t *slots, *entries, *counts;
  uint64_t mask;
  int64_t count;
} numbered_words;

INLINE uint32_t number_of_word(numbered_words *all, uint32_t entry) {
  uint64_t slot = entry * 0x9E3779B97F4A7C15ull >> 32 & all->mask;
  while (all->slots[slot] && all->entries[all->slots[slot] - 1] != entry) slot = (slot + 1) & all->mask;
  if (!all->slots[slot]) {
    all->entries[all->count] = entry;
    all->counts[all->count] = 0;
    all->slots[slot] = (uint32_t)++all->count;
  }
  all->counts[all->slots[slot] - 1]++;
  return all->slots[slot] - 1;
}

/// Lays out numbers of at most so many words; returns the bytes that these take.
static int64_t lay_out_numbers(numbered_words *all, int64_t total, uint8_t *memory, int64_t *used) {
  all->count = 0;
  all->mask = 15;
  while ((int64_t)all->mask < 2 * total) all->mask = 2 * all->mask + 1;
  all->slots = taken(memory, used, (int64_t)all->mask + 1, 4);
  all->entries = taken(memory, used, total, 4);
  all->counts = taken(memory, used, total, 4);
  if (memory) memset(all->slots, 0, (all->mask + 1) * sizeof *all->slots);
  return *used;
}

/// The row of a name of a draft, its joins, and where it ends: nothing of a name without a kind.
typedef struct {
  uint32_t *words, *joins, *end;
} draft_row;

INLINE draft_row draft_row_of(const companion_draft *draft, int64_t place) {
  if (draft->kinds[place] == COMPANION_KINDS) return (draft_row){0};
  uint32_t start = draft->starts[place];
  draft_row row = {.words = draft->rows + (start & ((1u << ROW_JOINS_SHIFT) - 1))};
  row.joins = row.words + written_words(&draft->all_kinds[draft->kinds[place]]);
  row.end = row.joins + (start >> ROW_JOINS_SHIFT);
  return row;
}

/// Replaces the units of names by the numbers of their words and joins.
static void number_rows(companion_draft *draft, numbered_words *words, numbered_words *joins) {
  for (int64_t place = 0; place < draft->count; place++) {
    draft_row row = draft_row_of(draft, place);
    for (uint32_t *word = row.words; word < row.joins; word++) *word = (*word & 0xFF000000) | number_of_word(words, *word);
    for (uint32_t *join = row.joins; join < row.end; join++)
      *join = (*join & 0xFF000000) | number_of_word(joins, *join & 0xFFFFFF);
  }
}

/// Lays out what is looked at of words or joins first.
static void lay_out_looks(shared_words *words, uint8_t *memory, int64_t *used) {
  words->kinds = taken(memory, used, words->count, 1);
  words->glances = taken(memory, used, words->count, 8);
  words->occurrences = taken(memory, used, words->count, 8);
}

/// Lays out the rest.
static void lay_out_rest(shared_words *words, int64_t total, uint8_t *memory, int64_t *used) {
  words->units = taken(memory, used, words->count, 4);
  words->weights = taken(memory, used, words->count, 1);
  words->starts = taken(memory, used, words->count + 1, 4);
  words->places = taken(memory, used, total, 4);
}

/// Lays out a table behind its head; returns the bytes that it takes.
static int64_t lay_out_companions(companions *all, const companion_draft *draft, uint8_t *memory) {
  int64_t used = 0;
  all->all_kinds = taken(memory, &used, draft->kind_count, sizeof(name_kind));
  lay_out_looks(&all->words, memory, &used);
  lay_out_looks(&all->joins_of_names, memory, &used);
  all->words.relations = taken(memory, &used, all->words.count, 8);
  all->words.second_relations = taken(memory, &used, all->words.count, 8);
  lay_out_rest(&all->words, draft->word_total, memory, &used);
  lay_out_rest(&all->joins_of_names, draft->join_total, memory, &used);
  all->kinds = taken(memory, &used, all->count, 1);
  all->starts = taken(memory, &used, all->count, 4);
  all->rows = taken(memory, &used, draft->row_count, 4);
  all->names = taken(memory, &used, all->count, 4);
  return used;
}

/// Writes words, or joins, but for the places of names.
static void write_words(
    shared_words *words, const numbered_words *numbers, int are_joins, const namescreen_units *units,
    const namescreen_score *score) {
  uint32_t start = 0;
  for (int64_t number = 0; number < words->count; number++) {
    uint32_t entry = numbers->entries[number];
    const namescreen_unit *unit = unit_at(units, entry & 0xFFFFFF);
    words->units[number] = entry & 0xFFFFFF;
    words->kinds[number] = are_joins ? 0 : score->kinds[entry >> 24];
    words->weights[number] = are_joins ? 0 : (uint8_t)(score->weights[entry >> 24] * COMPANION_STEPS + 1);
    words->glances[number] = glance_of(unit);
    words->occurrences[number] = unit->occurrences;
    words->starts[number] = start;
    start += numbers->counts[number];
  }
  // What is read behind the last words looks their kinds up.
  memset(words->kinds + words->count, 0, WIDE_LANES - 1);
  words->starts[words->count] = start;
}

/// Writes the bits of the relations of words.
static void write_relations(shared_words *words, const namescreen_units *units) {
  for (int64_t number = 0; number < words->count; number++) {
    words->relations[number] = unit_at(units, words->units[number])->relation_bits;
    words->second_relations[number] = 0;
    if (!words->relations[number]) continue;
    namescreen_word word = word_of(units, words->units[number]);
    for (int32_t i = 0; i < word.code_count; i++)
      words->second_relations[number] |= namescreen_second_relation_bit(word.codes[i]);
  }
}

/// Writes the places of the names that have each word and each join, whose starts are moved to the next.
static void write_places(companions *all, const companion_draft *draft) {
  shared_words *words = &all->words, *joins = &all->joins_of_names;
  for (int64_t place = 0; place < draft->count; place++) {
    draft_row row = draft_row_of(draft, place);
    int has_more = row.joins - row.words > 1;
    for (const uint32_t *word = row.words; word < row.joins; word++) {
      uint32_t number = *word & 0xFFFFFF;
      words->places[words->starts[number]++] = (uint32_t)place;
      if (has_more && words->kinds[number] < NAMESCREEN_KINDS) words->kinds[number] += NAMESCREEN_KINDS;
    }
    for (const uint32_t *join = row.joins; join < row.end; join++)
      joins->places[joins->starts[*join & 0xFFFFFF]++] = (uint32_t)place;
  }
}

/// Moves starts back to where places begin.
static void settle_starts(shared_words *words) {
  for (int64_t number = words->count; number > 0; number--) words->starts[number] = words->starts[number - 1];
  words->starts[0] = 0;
}

/// A table of a draft. Returns NULL when there is no memory.
static companions *finished(
    companion_draft *draft, uint32_t unit, const namescreen_units *units, const namescreen_score *score) {
  numbered_words words, joins;
  int64_t used = 0;
  lay_out_numbers(&words, draft->word_total, 0, &used);
  uint8_t *memory = begin_kept(&draft->numbers_memory, lay_out_numbers(&joins, draft->join_total, 0, &used));
  if (!memory) return 0;
  used = 0;
  lay_out_numbers(&words, draft->word_total, memory, &used);
  lay_out_numbers(&joins, draft->join_total, memory, &used);
  number_rows(draft, &words, &joins);

  companions sized = {
      .unit = unit,
      .count = draft->count,
      .has_unsifted = draft->has_unsifted,
      .kind_count = draft->kind_count,
      .words.count = words.count,
      .joins_of_names.count = joins.count,
  };
  sized.bytes = (int64_t)sizeof sized + lay_out_companions(&sized, draft, 0);
  companions *all = malloc((uint64_t)sized.bytes);
  if (!all) return 0;
  *all = sized;
  lay_out_companions(all, draft, (uint8_t *)(all + 1));
  memcpy(all->all_kinds, draft->all_kinds, (uint64_t)draft->kind_count * sizeof *all->all_kinds);
  memcpy(all->kinds, draft->kinds, (uint64_t)draft->count);
  memcpy(all->starts, draft->starts, (uint64_t)draft->count * sizeof *all->starts);
  memcpy(all->rows, draft->rows, (uint64_t)draft->row_count * sizeof *all->rows);
  memcpy(all->names, draft->names, (uint64_t)draft->count * sizeof *all->names);
  write_words(&all->words, &words, 0, units, score);
  write_words(&all->joins_of_names, &joins, 1, units, score);
  write_relations(&all->words, units);
  write_places(all, draft);
  settle_starts(&all->words);
  settle_starts(&all->joins_of_names);
  return all;
}

/// Makes room for a draft of so many names. Returns 0 when there is no memory, or are too many names.
static int begin_draft(companion_draft *draft, int64_t count) {
  if (count > MOST_HOLDERS) return 0;
  uint8_t *memory = 0;
  for (int32_t pass = 0; pass < 2; pass++) {
    int64_t used = 0;
    draft->names = taken(memory, &used, count, 4);
    draft->starts = taken(memory, &used, count, 4);
    draft->rows = taken(memory, &used, count * (COMPANION_WORDS + COMPANION_JOINS), 4);
    draft->kinds = taken(memory, &used, count, 1);
    if (!memory) memory = begin_kept(&draft->names_memory, used);
    if (!memory) return 0;
  }
  draft->count = count;
  draft->row_count = draft->word_total = draft->join_total = draft->kind_count = draft->has_unsifted = 0;
  memset(draft->kind_slots, 0, sizeof draft->kind_slots);
  return 1;
}

/// - Parameter alike: How alike the unit of each of the holders is to the word that leads to them.
static companions *make_companions(
    companion_draft *draft, const namescreen_holders *holders, const float *alike, int64_t holder_count,
    const namescreen_units *units, const namescreen_names *names, const namescreen_score *score) {
  int64_t count = 0;
  for (int64_t i = 0; i < holder_count; i++) count += holders[i].count;
  companions *made = 0;
  if (begin_draft(draft, count)) {
    int64_t place = 0;
    for (int64_t i = 0; i < holder_count; i++) {
      fetch_first_rows(names, holders[i].names, holders[i].count, OFFSET_AHEAD, ROW_AHEAD);
      for (int64_t n = 0; n < holders[i].count; n++, place++) {
        fetch_rows(names, holders[i].names, n, holders[i].count, OFFSET_AHEAD, ROW_AHEAD);
        write_name(draft, place, holders[i].unit, holders[i].names[n], alike[i], names, score);
        draft->has_unsifted |= draft->kinds[place] == COMPANION_KINDS;
      }
    }
    made = finished(draft, holder_count == 1 ? holders[0].unit : SEVERAL_UNITS, units, score);
  }
  end_kept(&draft->names_memory);
  end_kept(&draft->numbers_memory);
  return made;
}
