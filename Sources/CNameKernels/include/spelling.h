/// The weighted edit distance of short words, and the words of a sorted vocabulary that are near one of them.
#pragma once
#include <stdint.h>

/// Letters of the longest word, and symbols that letters are told apart by.
#define NAMESCREEN_LONGEST 40
#define NAMESCREEN_SYMBOLS 64

/// Working memory: the costs, one query, and the rows of the word that is compared with it.
typedef struct namescreen_spelling namescreen_spelling;

/// - Parameters:
///   - substitution: NAMESCREEN_SYMBOLS x NAMESCREEN_SYMBOLS costs; gap: NAMESCREEN_SYMBOLS costs; code: the symbol of each
///     of 256 bytes.
/// Returns NULL when there is no memory.
namescreen_spelling *namescreen_spelling_create(
    const uint8_t *substitution, const uint8_t *gap, const uint8_t *code, int32_t transposition,
    int32_t first_letter_percent);
void namescreen_spelling_destroy(namescreen_spelling *spelling);

/// Sets the query and the highest cost by the longer length of two words, for 0 to 2 NAMESCREEN_LONGEST + 3; what is beyond
/// NAMESCREEN_LONGEST letters is left out.
void namescreen_spelling_start(
    namescreen_spelling *spelling, const uint8_t *query, int32_t length, const int32_t *limits);

/// The cost of a word against the query, or -1 when it is above `limit`.
int32_t namescreen_spelling_cost(
    namescreen_spelling *spelling, const uint8_t *a, int32_t a_length, const uint8_t *b, int32_t b_length,
    int32_t limit);

/// Words in byte order. `shared` says how many letters each has in common with the one before: the depth-first sequence of a
/// trie, whose inner nodes are the runs that share a beginning.
typedef struct {
  const uint8_t *bytes;
  const uint32_t *offsets;
  const uint8_t *shared;
  const uint64_t *signatures;
  int64_t count;
} namescreen_vocabulary;

typedef struct {
  uint32_t word;
  int32_t cost;
} namescreen_spelled;

/// Finds every word whose cost against the query stays within the limit of the longer length, in order.
///
/// `found` has room for all words; returns how many were found.
int64_t namescreen_spelled_words(
    namescreen_spelling *spelling, uint64_t signature, const namescreen_vocabulary *vocabulary,
    namescreen_spelled *found);
