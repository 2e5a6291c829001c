/// The weighted edit distance of short words, and the words of a vocabulary that are near one of them.
#pragma once
#include <stdint.h>

/// Letters of the longest word, and symbols that letters are told apart by.
#define NAMESCREEN_LONGEST 40
#define NAMESCREEN_SYMBOLS 64

/// Lengths that a limit may be asked for.
#define NAMESCREEN_LIMITS (2 * NAMESCREEN_LONGEST + 4)

/// Letters that a vocabulary is ordered by, the first in the highest bit of a set.
#define NAMESCREEN_SET_LETTERS "nrlmkstdbgpfzSCcW"
#define NAMESCREEN_SET_SIZE 17
#define NAMESCREEN_SET_MASK ((1u << NAMESCREEN_SET_SIZE) - 1)

/// Beside a word's signature: whether it has an h, j or w, which are cheap to leave out, and where its length stands.
#define NAMESCREEN_HAS_FAINT (1ull << 50)
#define NAMESCREEN_LENGTH_SHIFT 58

/// The bytes behind the last word of an index, so that one that begins anywhere before them can be read.
#define NAMESCREEN_PADDING 64

/// What edits cost, for any number of queries at once.
typedef struct namescreen_spelling_costs namescreen_spelling_costs;

/// - Parameters:
///   - substitution: NAMESCREEN_SYMBOLS x NAMESCREEN_SYMBOLS costs; gap: NAMESCREEN_SYMBOLS costs; code: the symbol of each
///     of 256 bytes.
/// Returns NULL when there is no memory.
namescreen_spelling_costs *namescreen_spelling_costs_create(
    const uint8_t *substitution, const uint8_t *gap, const uint8_t *code, int32_t transposition, int32_t first_letter_percent);

/// Working memory: one query, and the rows of the word that is compared with it.
typedef struct namescreen_spelling namescreen_spelling;

/// The costs must stay. Returns NULL when there is no memory.
namescreen_spelling *namescreen_spelling_create(const namescreen_spelling_costs *costs);
void namescreen_spelling_destroy(namescreen_spelling *spelling);

/// Sets the query and the highest cost by the longer length of two words, for 0 to NAMESCREEN_LIMITS - 1; what is beyond
/// NAMESCREEN_LONGEST letters is left out.
void namescreen_spelling_start(
    namescreen_spelling *spelling, const uint8_t *query, int32_t length, const int32_t *limits);

/// The cost of a word against the query, or -1 when it is above `limit`.
int32_t namescreen_spelling_cost(
    namescreen_spelling *spelling, const uint8_t *a, int32_t a_length, const uint8_t *b, int32_t b_length,
    int32_t limit);

/// Where a word stands in a vocabulary: the symbol of its first letter, above the set of its letters.
uint32_t namescreen_spelling_key(const namescreen_spelling *spelling, const uint8_t *word, int32_t length);

/// Words in the order of their keys, those with one key a group; a word is known by its place. What stands in it is compared with
/// the counts before it is followed, as in `namescreen_units`.
typedef struct {
  const uint8_t *bytes;
  /// By word: where its bytes begin.
  const uint32_t *offsets;
  /// The keys of the groups, ascending, and where each begins and the last ends.
  const uint32_t *keys, *starts;
  /// By symbol: the first group with a word that begins so; NAMESCREEN_SYMBOLS + 1 of them, ascending, none above the number of
  /// groups.
  const uint32_t *initials;
  /// By word: its signature with what stands beside it.
  const uint64_t *glances;
  /// Words, and where the padding behind their bytes begins.
  uint32_t count, limit;
} namescreen_vocabulary;

typedef struct {
  uint32_t word;
  int32_t cost;
} namescreen_spelled;

/// Finds every word whose cost against the query stays within the limit of the longer length, in no order.
///
/// `glance` is the query's; `found` has room for all words; returns how many were found.
int64_t namescreen_spelled_words(
    namescreen_spelling *spelling, uint64_t glance, const namescreen_vocabulary *vocabulary,
    namescreen_spelled *found);

/// The same by the consonants of the words, of which the query is one; the limits are of the longer row of consonants.
int64_t namescreen_consonant_words(
    namescreen_spelling *spelling, const namescreen_vocabulary *vocabulary, namescreen_spelled *found);

/// Writes the consonants of a word of at most NAMESCREEN_LONGEST letters, a doubled one once; returns how many.
static inline int32_t namescreen_write_consonants(const uint8_t *word, int32_t length, uint8_t *target) {
  int32_t count = 0;
  for (int32_t i = 0; i < length; i++) {
    uint8_t symbol = word[i];
    if (symbol == 'a' || symbol == 'e' || symbol == 'i' || symbol == 'o' || symbol == 'u' || symbol == 'y') continue;
    if (count == 0 || target[count - 1] != symbol) target[count++] = symbol;
  }
  return count;
}
