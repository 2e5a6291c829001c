/// The weighted edit distance of a query against 32 words at once, one a lane. The costs are those of spelling_rows.h, where a word
/// by itself is left off early.
#pragma once
#include "spelling_rows.h"
#include "symbol_lanes.h"

/// Words of a batch, and letters that are taken at once.
#define BATCH_WORDS SYMBOL_LANES
#define LETTERS_AT_ONCE 8

typedef struct {
  int32_t count, longest;
  /// Eight letters after the other of each word.
  _Alignas(64) uint64_t letters[NAMESCREEN_LONGEST / LETTERS_AT_ONCE][BATCH_WORDS];
  _Alignas(64) int16_t lengths[BATCH_WORDS];
  _Alignas(64) int16_t limits[BATCH_WORDS];
  _Alignas(64) int16_t costs[BATCH_WORDS];
  uint32_t words[BATCH_WORDS];
} word_batch;

/// Adds a word to a batch that is not full.
///
/// - Parameters:
///   - letters: Of which NAMESCREEN_LONGEST can be read.
///   - length: At most NAMESCREEN_LONGEST.
INLINE void add_word(word_batch *batch, uint32_t word, const uint8_t *letters, int32_t length, int32_t limit) {
  int32_t place = batch->count++;
  // One store after the other: scattering them is slower.
#pragma clang loop vectorize(disable)
  for (int32_t first = 0; first < length; first += LETTERS_AT_ONCE)
    memcpy(&batch->letters[first / LETTERS_AT_ONCE][place], letters + first, LETTERS_AT_ONCE);
  batch->words[place] = word;
  batch->lengths[place] = (int16_t)length;
  batch->limits[place] = (int16_t)(limit < FAR ? limit : FAR);
  if (length > batch->longest) batch->longest = length;
}

/// Eight letters of every word of a batch, by letter.
typedef struct {
  symbols rows[LETTERS_AT_ONCE];
} batch_letters;

INLINE void turn_letters(batch_letters *turned, const uint64_t *letters) {
  typedef uint8_t eight_words __attribute__((ext_vector_type(8 * LETTERS_AT_ONCE)));
  for (int32_t first = 0; first < BATCH_WORDS; first += 8) {
    eight_words words;
    memcpy(&words, letters + first, sizeof words);
    words = __builtin_shufflevector(
        words, words, 0, 8, 16, 24, 32, 40, 48, 56, 1, 9, 17, 25, 33, 41, 49, 57, 2, 10, 18, 26, 34, 42, 50, 58, 3, 11, 19, 27,
        35, 43, 51, 59, 4, 12, 20, 28, 36, 44, 52, 60, 5, 13, 21, 29, 37, 45, 53, 61, 6, 14, 22, 30, 38, 46, 54, 62, 7, 15, 23,
        31, 39, 47, 55, 63);
    for (int32_t letter = 0; letter < LETTERS_AT_ONCE; letter++)
      memcpy((uint8_t *)&turned->rows[letter] + first, (const uint8_t *)&words + 8 * letter, 8);
  }
}

/// The symbols of letters, by the code of each of 256 bytes.
INLINE symbols symbols_of(symbols letters, const uint8_t *codes) {
#if defined(TARGET_AVX512)
  __m256i bytes;
  memcpy(&bytes, &letters, sizeof bytes);
  __m512i all = _mm512_castsi256_si512(bytes);
  __m512i low = _mm512_permutex2var_epi8(_mm512_loadu_si512(codes), all, _mm512_loadu_si512(codes + 64));
  __m512i high = _mm512_permutex2var_epi8(_mm512_loadu_si512(codes + 128), all, _mm512_loadu_si512(codes + 192));
  bytes = _mm512_castsi512_si256(_mm512_mask_mov_epi8(low, _mm512_movepi8_mask(all), high));
  symbols found;
  memcpy(&found, &bytes, sizeof found);
  return found;
#else
  symbols found;
  for (int32_t lane = 0; lane < SYMBOL_LANES; lane++) found[lane] = codes[letters[lane]];
  return found;
#endif
}

/// Computes what the words of a batch cost against the query.
///
/// - Returns: Those within their limits, a bit each.
static uint32_t find_costs(const namescreen_spelling *s, word_batch *batch) {
  cells rows[3][NAMESCREEN_LONGEST + 1];
  symbols equal[2][NAMESCREEN_LONGEST];
  const namescreen_spelling_costs *costs = s->costs;
  int32_t length = s->length;
  uint8_t first_costs[NAMESCREEN_SYMBOLS];
  for (int32_t symbol = 0; symbol < NAMESCREEN_SYMBOLS; symbol++)
    first_costs[symbol] = (uint8_t)(costs->substitution[s->query[0]][symbol] * costs->first_letter_percent / 100);
  cells *before_last = rows[0], *last = rows[1], *current = rows[2];
  for (int32_t j = 0; j <= length; j++) last[j] = s->rows[0][ORIGIN + j];
  cells lengths, limits, found = last[length];
  memcpy(&lengths, batch->lengths, sizeof lengths);
  memcpy(&limits, batch->limits, sizeof limits);
  batch_letters turned;
  for (int32_t depth = 1; depth <= batch->longest; depth++) {
    int32_t letter = (depth - 1) % LETTERS_AT_ONCE;
    if (letter == 0) turn_letters(&turned, batch->letters[(depth - 1) / LETTERS_AT_ONCE]);
    symbols all = symbols_of(turned.rows[letter], costs->code);
    symbol_places places = places_of(all);
    cells insertion = look_up(&places, depth == 1 ? costs->first_gap_bytes : costs->gap_bytes);
    symbols *meets = equal[depth & 1], *met = equal[~depth & 1];
    cells left = current[0] = last[0] + insertion;
    for (int32_t j = 0; j < length; j++) {
      const uint8_t *table = depth == 1 && j == 0 ? first_costs : costs->substitution[s->query[j]];
      int16_t deletion = (int16_t)(s->rows[0][ORIGIN + 1 + j] - s->rows[0][ORIGIN + j]);
      cells cost = __builtin_elementwise_min(last[j] + look_up(&places, table), last[j + 1] + insertion);
      meets[j] = (symbols)(all == s->query[j]);
      if (depth > 1 && j > 0) {
        symbols exchanged = met[j] & meets[j - 1];
        if (is_any(exchanged)) {
          typedef int8_t choices __attribute__((ext_vector_type(SYMBOL_LANES)));
          cells transposed = __builtin_elementwise_min(cost, before_last[j - 1] + (int16_t)costs->transposition);
          cost = __builtin_convertvector((choices)exchanged, cells) ? transposed : cost;
        }
      }
      left = current[j + 1] = __builtin_elementwise_min(cost, left + deletion);
    }
    found = lengths == (int16_t)depth ? left : found;
    cells *next = before_last;
    before_last = last;
    last = current;
    current = next;
  }
  memcpy(batch->costs, &found, sizeof found);
  typedef _Bool lanes_within __attribute__((ext_vector_type(BATCH_WORDS)));
  lanes_within within = __builtin_convertvector(found <= limits, lanes_within);
  uint32_t bits;
  memcpy(&bits, &within, sizeof bits);
  return batch->count < BATCH_WORDS ? bits & ((1u << batch->count) - 1) : bits;
}
