/// Jaro's matches between whole names: which texts may have enough of them, by the letters that both have, and how many they are.
#pragma once
#include <stdint.h>

/// Letters of the longest text whose matches are counted in one word.
#define NAMESCREEN_LONGEST_PLAIN 64

/// What the bound needs of a text.
typedef struct {
  /// 26 bits for a to z at least once, 26 for at least twice, 12 for three times of the letters that repeat most.
  uint64_t letters;
  /// The first four letters, the first lowest; 0 where there is none.
  uint32_t head;
  /// How many letters have no bit: other characters, and more of the same.
  uint32_t others;
} namescreen_plain_row;

/// A text that others are compared with.
typedef struct {
  namescreen_plain_row row;
  int32_t length;
  /// By letter: the places where it stands, one bit each; only of a text that is not too long.
  uint64_t places[256];
} namescreen_plain_query;

/// The letters that two texts match within Jaro's window, and how many of them stand in another order.
typedef struct {
  int32_t count, moved;
} namescreen_plain_matches;

namescreen_plain_row namescreen_plain_row_of(const uint8_t *text, int64_t length);

void namescreen_plain_query_set(namescreen_plain_query *query, const uint8_t *text, int64_t length);

/// Finds the rows from `first` to `end` that may have as many matches with the query as are needed with their equal first letters.
///
/// Two texts match no more of a letter than both have: those with a bit in both, and no more than the fewer of the others.
///
/// `needs` holds five numbers, for 0 to 4 equal first letters; `found` has room for all; returns how many were found.
int64_t namescreen_plain_candidates(
    const namescreen_plain_query *query, const namescreen_plain_row *rows, int64_t first, int64_t end,
    const int32_t *needs, uint32_t *found);

/// The matches of the query with a text; both have 1 to NAMESCREEN_LONGEST_PLAIN letters.
///
/// Each letter of the text takes the first free place of it in the query within the window. Windows are equally wide, so of
/// one letter the earliest pair that can meet always does, and the pairs are the same from either side.
namescreen_plain_matches namescreen_plain_match(
    const namescreen_plain_query *query, const uint8_t *text, int32_t length);
