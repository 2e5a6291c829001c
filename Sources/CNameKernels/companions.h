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
/// The trait of a join that stands for several, whatever they are.
#define ANY_JOIN (1u << 31)
/// The highest bits of where a name's row begins: how many joins it has.
#define ROW_JOINS_SHIFT 29
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
  /// Of words the bits of relations, and their second bits: names that many bear have so many that one kind would tell too little.
  uint64_t *relations, *second_relations;
  uint32_t *units;
  /// Where the places of those begin that have it, and the places.
  uint32_t *starts, *places;
  /// The kinds of words, of WORD_KINDS, and what they weigh, in steps, rounded up.
  uint8_t *kinds, *weights;
  int64_t count;
} shared_words;

/// In one piece of memory, in the order in which it is read.
struct namescreen_companions {
  /// Of the names of one unit; of several it is `SEVERAL_UNITS`.
  uint32_t unit;
  int64_t count, bytes;
  /// Whether there are names that are kept whatever they meet.
  int32_t has_unsifted;
  int64_t kind_count;
  name_kind *all_kinds;
  shared_words words, joins_of_names;
  /// The kind of each name, or COMPANION_KINDS.
  uint8_t *kinds;
  /// Where the row of each name begins among `rows`, and how many joins it has.
  uint32_t *starts;
  /// Of each name the other words from the heaviest on, as in its own row, but that the low 24 bits are their numbers among the
  /// `words`; then the joins that the unit is not in, by their numbers among the `joins_of_names`: in the high 8 bits which of the
  /// words each is of, a bit each, and the trait above.
  uint32_t *rows;
  uint32_t *names;
};
typedef struct namescreen_companions companions;

#define SEVERAL_UNITS (~0u)

/// The row of a name.
typedef struct {
  const uint32_t *words, *joins;
  int32_t word_count, join_count;
} companion_row;

/// Other words that are written of names of a kind.
INLINE int32_t written_words(const name_kind *kind) { return smaller(kind->words - 1, COMPANION_WORDS); }

/// Of a name that has a kind.
INLINE companion_row companion_row_of(const companions *all, int64_t place) {
  uint32_t start = all->starts[place];
  companion_row row = {
      .words = all->rows + (start & ((1u << ROW_JOINS_SHIFT) - 1)),
      .word_count = written_words(&all->all_kinds[all->kinds[place]]),
      .join_count = (int32_t)(start >> ROW_JOINS_SHIFT),
  };
  row.joins = row.words + row.word_count;
  return row;
}

/// The next of several arrays in one piece of memory; without memory only their size is found. Behind its last element there is room
/// for the rest of a vector.
INLINE void *taken(uint8_t *memory, int64_t *used, int64_t count, int64_t size) {
  void *start = memory ? memory + *used : 0;
  // Aligned for the widest elements.
  *used += ((count + WIDE_LANES - 1) * size + 7) / 8 * 8;
  return start;
}

/// Memory that is kept from table to table, where it is no more than so many bytes.
#define KEPT_BYTES (16 << 20)

typedef struct {
  uint8_t *memory;
  int64_t bytes;
} kept_memory;

/// At least so many bytes, with whatever is in them. Returns NULL when there is no memory.
static uint8_t *begin_kept(kept_memory *kept, int64_t bytes) {
  if (bytes > kept->bytes) {
    free(kept->memory);
    kept->memory = malloc((uint64_t)bytes);
    kept->bytes = kept->memory ? bytes : 0;
  }
  return kept->memory;
}

static void free_kept(kept_memory *kept) {
  free(kept->memory);
  *kept = (kept_memory){0};
}

static void end_kept(kept_memory *kept) {
  if (kept->bytes > KEPT_BYTES) free_kept(kept);
}
