/// Upper bounds of the score of two names, from signatures, with the POPCNT instruction where the processor has it.
#pragma once
#include "letter_worth.h"
#include "spelling.h"
#include <stdint.h>

/// What the bound of a name needs of a word.
typedef struct {
  /// The signature in the low 50 bits, then 8 flags (the constants below), the length in the highest 6.
  uint64_t glance;
  /// Sorted relation codes: the kind in the high 8 bits, the group in the low 24.
  const uint32_t *codes;
  const uint8_t *skeleton;
  int32_t code_count;
  /// Of a query's word: the units with the same form.
  uint32_t first_equal, equal_count;
  float weight;
  uint8_t role, frequency;
} namescreen_word;

/// The kinds of relation that meet each other besides themselves: a full form and its nicknames.
#define NAMESCREEN_NICKNAMED 3
#define NAMESCREEN_NICKNAME 4

#define NAMESCREEN_SIGNATURE_MASK 0x0003FFFFFFFFFFFFull
#define NAMESCREEN_PARTICLE (1ull << 50)
#define NAMESCREEN_NUMBER (1ull << 51)
#define NAMESCREEN_INITIAL (1ull << 52)
#define NAMESCREEN_LEGAL_FORM (1ull << 53)
#define NAMESCREEN_VOWELLESS (1ull << 54)
#define NAMESCREEN_COLLAPSING (1ull << 55)
#define NAMESCREEN_RELATED (1ull << 56)
/// Of a join: it may be spelled otherwise.
#define NAMESCREEN_FUZZY (1ull << 57)

/// Slots whose leftovers contradict with their full share, numbered from 1.
#define NAMESCREEN_SLOTS 2

/// Words and joins of a reading that are judged; names are kept that meet a longer one.
#define NAMESCREEN_MOST_WORDS 64
#define NAMESCREEN_MOST_JOINS 64

/// Words of a reading whose names are sifted and looked at by the block; those of longer ones are looked at one by one.
#define NAMESCREEN_SIFTED_WORDS 8

/// Similarities of words and joins of queries with units that are remembered: a power of two.
#define NAMESCREEN_REMEMBERED (1 << 14)

/// How alike a word or a join of a query is to a unit.
typedef struct {
  /// The number of the word or join, and above it whether a word is compared as such or with joined neighbours; 0 of nothing.
  uint64_t key;
  uint32_t unit;
  float value;
} namescreen_remembered;

/// One reading of a query. Made by `namescreen_query_begin` and the functions after it; the rest is set by the caller.
typedef struct {
  int32_t count, join_count;
  namescreen_word words[NAMESCREEN_MOST_WORDS];
  /// What letters are worth for each word, for the consonants of one without vowels, and for each join that may be loose.
  namescreen_worth worths[NAMESCREEN_MOST_WORDS], consonant_worths[NAMESCREEN_MOST_WORDS];
  /// The words from the heaviest to the lightest, the most that a pair with each weighs, and the most that each adds by
  /// what it was found to meet.
  uint8_t order[NAMESCREEN_MOST_WORDS];
  float most_weights[NAMESCREEN_MOST_WORDS], reaches[NAMESCREEN_MOST_WORDS];
  namescreen_word joins[NAMESCREEN_MOST_JOINS];
  namescreen_worth join_worths[NAMESCREEN_MOST_JOINS];
  /// Join `i` is of the words `spans[i] >> 8` to `spans[i] & 0xFF`.
  uint16_t spans[NAMESCREEN_MOST_JOINS];
  /// Which words were found, as words or as joins, at the cut-off or could be.
  uint64_t meets_words, meets_joins;
  /// Which joins meet a word of the list at the cut-off, which may meet one at all, and which words may equal one of the list that has other letters.
  uint64_t met_joins, loose_joins, unlike_words;
  /// Kernels for each word, for its consonants, and for each join, started when they are first needed with the costs that the
  /// floor of similarity leaves.
  namescreen_spelling *spellings[NAMESCREEN_MOST_WORDS], *consonants[NAMESCREEN_MOST_WORDS];
  namescreen_spelling *join_spellings[NAMESCREEN_MOST_JOINS];
  uint64_t started_words, started_consonants, started_joins;
  /// The numbers of the words and joins, and the last one given.
  uint64_t word_numbers[NAMESCREEN_MOST_WORDS], join_numbers[NAMESCREEN_MOST_JOINS], last_number;
  /// What is known of these, and of those of earlier queries.
  namescreen_remembered remembered[NAMESCREEN_REMEMBERED];
} namescreen_query;

/// A word of an index, as the section of the words holds it.
typedef struct {
  uint64_t glance;
  /// `namescreen_occurrences` of its skeleton.
  uint64_t occurrences;
  /// The bits of its relations (`namescreen_relation_bit`).
  uint64_t relation_bits;
  /// Where its skeleton begins.
  uint32_t skeleton;
  /// Its level of frequency in the high 8 bits; in the low 24 where its relations stand: how many, and their codes.
  uint32_t frequency_relations;
} namescreen_unit;

/// The words of an index, as its sections hold them. Every number in them is compared with these counts before it is followed:
/// a damaged index gives wrong answers, never an access outside.
typedef struct {
  const namescreen_unit *units;
  const uint32_t *relations;
  const uint8_t *skeletons;
  /// `skeleton_limit` is where the padding behind the skeletons begins.
  uint32_t count, relation_count, skeleton_limit;
} namescreen_units;

/// The bit of a relation code's group in what a name's words and joins have between them.
static inline uint64_t namescreen_relation_bit(uint32_t code) {
  return 1ull << ((code & 0xFFFFFF) * 0x9E3779B1u >> 26);
}

/// Another bit, which codes that share the first seldom share too.
static inline uint64_t namescreen_second_relation_bit(uint32_t code) {
  return 1ull << (((code & 0xFFFFFF) ^ (code & 0xFFFFFF) >> 7) * 0x85EBCA6Bu >> 26);
}

/// The names of an index: where each row begins and the last ends, and the rows, laid out as NameRecord.swift says.
typedef struct {
  const uint32_t *offsets, *rows;
  uint32_t count, length;
} namescreen_names;

/// Names that the same words led to: those from the end of the run before to `end`.
typedef struct {
  int64_t end;
  /// The query's words that led to them, a bit each, and those that meet none of theirs at the cut-off, but perhaps in a join.
  uint64_t words, unmet;
  /// Those that may equal neighbours of these names, read as one word, that are not in their rows.
  uint64_t joined;
} namescreen_run;

/// Kinds of listed words: names and patronymics by their level of frequency, the other roles; a multiple of eight.
#define NAMESCREEN_KINDS 48

/// Lines below what words without a partner cost, and steps of how much the others agree with.
#define NAMESCREEN_COST_LINES 2
#define NAMESCREEN_AGREEMENT_STEPS 64
#define NAMESCREEN_STEPS_A_WEIGHT 16

/// The constants of the score that the bound follows.
typedef struct {
  float cutoff, floor, slope, missing, joined, person_factor, organisation_factor;
  float romanization, initial, consonants, across_scripts, attested, attested_level;
  /// What the floor leaves for spelling, by the longer length, of words and of rows of consonants.
  int32_t limits[NAMESCREEN_LIMITS], consonant_limits[NAMESCREEN_LIMITS];
  /// The most that a relation proves, and what each kind does.
  float most_related;
  float related[16];
  /// A listed weight is `weights[role x 16 + level]`, by the role in its place.
  float weights[256];
  /// The kind of a listed word by the same number; what words of a kind weigh, and the least of their levels.
  uint8_t kinds[256];
  float kind_weights[NAMESCREEN_KINDS];
  uint8_t kind_levels[NAMESCREEN_KINDS];
  /// What words without a partner cost at least, where the others agree with no more than a number of steps: `missing` times their
  /// weight, and for each line its slope times the weight, less the offset.
  float cost_slopes[NAMESCREEN_COST_LINES], cost_offsets[NAMESCREEN_COST_LINES][NAMESCREEN_AGREEMENT_STEPS];
  /// The slot of each role, 0 for none that is counted here.
  uint8_t slot[16];
} namescreen_score;

/// Empties a query; its kernels stay, and what is remembered of words by their numbers.
void namescreen_query_begin(namescreen_query *query);

/// A number that no word or join had before.
uint64_t namescreen_query_number(namescreen_query *query);

/// Adds a word whose pairs weigh at most `most_weight` and add at most `reach`.
///
/// - Parameters:
///   - number: Of `namescreen_query_number`, and the same whenever the same word comes again.
///   - worth, consonant_worth: Of its letters, and of its consonants when it is of a script without vowels.
///   - is_unlike: Whether one of the list with the same form has other letters.
void namescreen_query_add_word(
    namescreen_query *query, uint64_t number, const namescreen_word *word, const namescreen_worth *worth,
    const namescreen_worth *consonant_worth, float most_weight, float reach, int32_t is_unlike);

/// Adds a join of the words from `first` to `last`.
///
/// - Parameters:
///   - is_loose: Whether it may meet a word of the list.
///   - distances: As of `namescreen_worth_of`.
void namescreen_query_add_join(
    namescreen_query *query, const namescreen_word *join, int32_t first, int32_t last, int32_t is_loose,
    const uint8_t *distances);

/// A query as names are looked at: working memory of one task.
typedef struct namescreen_look namescreen_look;

/// Returns NULL when there is no memory.
namescreen_look *namescreen_look_create(void);
void namescreen_look_destroy(namescreen_look *look);

/// Begins with a query whose words and joins are set; query and score stay as they are until the last use.
void namescreen_look_begin(namescreen_look *look, namescreen_query *query, const namescreen_score *score);

/// Keeps the candidates whose score may reach the cut-off, in place and in order; returns how many. The end of a run, or of the
/// last of several short ones, is set to where what is kept of it ends.
int64_t namescreen_admit(
    namescreen_look *look, namescreen_run *runs, int64_t run_count, const namescreen_units *units,
    const namescreen_names *names, uint32_t *candidates);

/// How alike a word of the query, by its place, and a unit are at most; remembered.
float namescreen_most_alike(namescreen_look *look, int32_t word, const namescreen_units *units, uint32_t unit);

/// The names that hold one unit.
typedef struct {
  const uint32_t *names;
  int64_t count;
  uint32_t unit;
} namescreen_holders;

/// Names that hold a unit, and their other words, each once: most names that a common word leads to fail because nothing else of a
/// query meets one of these.
typedef struct namescreen_companions namescreen_companions;

/// The names of one unit, for whatever word meets it, or of units that `word` of the query meets, for that word alone.
///
/// - Parameters:
///   - word: Its place; -1 for one unit and any word.
///   - holders: Of words, not of joins.
/// - Returns: NULL when there is no memory, or are too many names.
/// - Complexity: O(names), besides the reading of their rows.
namescreen_companions *namescreen_companions_make(
    namescreen_look *look, int32_t word, const namescreen_holders *holders, int64_t holder_count, const namescreen_units *units,
    const namescreen_names *names);
void namescreen_companions_free(namescreen_companions *companions);
int64_t namescreen_companions_bytes(const namescreen_companions *companions);

/// Whether this processor can sift names by companions.
int32_t namescreen_can_sift(const namescreen_look *look);

/// Begins with names that are in one run; its end does not matter.
void namescreen_sift_begin(namescreen_look *look, const namescreen_run *run);

/// The most that `words` of the query, a bit each, add in names of the run that `namescreen_sift_begin` began with.
float namescreen_reach_of(const namescreen_look *look, uint64_t words);

/// Whether a name may reach the cut-off where nothing meets it but `words` of the query, a bit each, and these weigh at most
/// `listed` in it; of the run that `namescreen_sift_begin` began with.
int32_t namescreen_may_reach_by(const namescreen_look *look, uint64_t words, float listed);

/// Finds the names of a table whose score may reach the cut-off where their unit is paired with what leads to them, in the order in
/// which they were given; `kept` has room for all; returns how many.
int64_t namescreen_sift(
    namescreen_look *look, const namescreen_companions *companions, const namescreen_units *units, uint32_t *kept);

/// Finds the units among `count` whose consonants may be spelled like those of `query` (a glance) within the limit of the longer
/// skeleton; `found` has room for them; returns how many.
int64_t namescreen_alike_consonants(
    const namescreen_units *units, const uint32_t *among, int64_t count, uint64_t query, const int32_t *limits,
    uint32_t *found);

/// Finds the units among the `count` light ones that are spelled like the word of a glance, or have like consonants, within the
/// limits of the kernels, which hold the word and its consonants.
///
/// `consonants` is NULL for a join; units below `token_count` are words. `found` has room for all; returns how many.
int64_t namescreen_alike_light(
    uint64_t word, const namescreen_worth *worth, namescreen_spelling *spelling, const namescreen_worth *consonant_worth,
    namescreen_spelling *consonants, const namescreen_units *units, const uint32_t *light, int64_t count, uint32_t token_count,
    uint32_t *found);
