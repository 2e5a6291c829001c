/// The weighted edit distance of a query against 32 words at once, one a lane: what letters cost is looked up in tables of as
/// many bytes as there are symbols (AVX-512 VBMI). The costs are those of spelling_rows.h, where a word by itself is left off early.
#pragma once
#include "bit_lanes.h"
#include "spelling_rows.h"

#if HAS_LANED_CODE
/// Words of a batch, and how many of them one vector of eight letters each holds.
#define BATCH_WORDS 32
#define WORDS_A_VECTOR 8
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
  _Alignas(64) uint64_t rows[BATCH_WORDS / WORDS_A_VECTOR][LETTERS_AT_ONCE];
} batch_letters;

LANED_INLINE void turn_letters(batch_letters *turned, const uint64_t *letters) {
  _Alignas(64) static const uint8_t places[64] = {
      0, 8,  16, 24, 32, 40, 48, 56, 1, 9,  17, 25, 33, 41, 49, 57, 2, 10, 18, 26, 34, 42,
      50, 58, 3, 11, 19, 27, 35, 43, 51, 59, 4, 12, 20, 28, 36, 44, 52, 60, 5, 13, 21, 29,
      37, 45, 53, 61, 6, 14, 22, 30, 38, 46, 54, 62, 7, 15, 23, 31, 39, 47, 55, 63};
  for (int32_t part = 0; part < BATCH_WORDS / WORDS_A_VECTOR; part++)
    _mm512_store_si512(
        turned->rows[part],
        _mm512_permutexvar_epi8(_mm512_load_si512(places), _mm512_loadu_si512(letters + part * WORDS_A_VECTOR)));
}

/// The symbols of one letter of every word.
LANED_INLINE __m512i symbols_of(const batch_letters *turned, int32_t letter, const uint8_t *codes) {
  __m512i bytes = _mm512_castsi256_si512(_mm256_set_epi64x(
      (long long)turned->rows[3][letter], (long long)turned->rows[2][letter], (long long)turned->rows[1][letter],
      (long long)turned->rows[0][letter]));
  __m512i low = _mm512_permutex2var_epi8(_mm512_loadu_si512(codes), bytes, _mm512_loadu_si512(codes + 64));
  __m512i high = _mm512_permutex2var_epi8(_mm512_loadu_si512(codes + 128), bytes, _mm512_loadu_si512(codes + 192));
  return _mm512_mask_mov_epi8(low, _mm512_movepi8_mask(bytes), high);
}

/// What each of 32 symbols costs by a table.
LANED_INLINE __m512i costs_of(__m512i symbols, const uint8_t *table) {
  return _mm512_cvtepu8_epi16(_mm512_castsi512_si256(_mm512_permutexvar_epi8(symbols, _mm512_loadu_si512(table))));
}

/// Computes what the words of a batch cost against the query.
///
/// - Returns: Those within their limits, a bit each.
LANED static uint32_t find_costs(const namescreen_spelling *s, word_batch *batch) {
  __m512i rows[3][NAMESCREEN_LONGEST + 1];
  __mmask32 equal[2][NAMESCREEN_LONGEST];
  const namescreen_spelling_costs *costs = s->costs;
  int32_t length = s->length;
  uint8_t first_costs[NAMESCREEN_SYMBOLS];
  for (int32_t symbol = 0; symbol < NAMESCREEN_SYMBOLS; symbol++)
    first_costs[symbol] = (uint8_t)(costs->substitution[s->query[0]][symbol] * costs->first_letter_percent / 100);
  __m512i *before_last = rows[0], *last = rows[1], *current = rows[2];
  for (int32_t j = 0; j <= length; j++) last[j] = _mm512_set1_epi16(s->rows[0][ORIGIN + j]);
  __m512i lengths = _mm512_load_si512(batch->lengths), found = last[length];
  batch_letters turned;
  for (int32_t depth = 1; depth <= batch->longest; depth++) {
    int32_t letter = (depth - 1) % LETTERS_AT_ONCE;
    if (letter == 0) turn_letters(&turned, batch->letters[(depth - 1) / LETTERS_AT_ONCE]);
    __m512i symbols = symbols_of(&turned, letter, costs->code);
    __m512i insertion = costs_of(symbols, depth == 1 ? costs->first_gap_bytes : costs->gap_bytes);
    __mmask32 *meets = equal[depth & 1], *met = equal[~depth & 1];
    __m512i left = current[0] = _mm512_add_epi16(last[0], insertion);
    for (int32_t j = 0; j < length; j++) {
      const uint8_t *table = depth == 1 && j == 0 ? first_costs : costs->substitution[s->query[j]];
      int16_t deletion = (int16_t)(s->rows[0][ORIGIN + 1 + j] - s->rows[0][ORIGIN + j]);
      __m512i cells = _mm512_min_epi16(
          _mm512_add_epi16(last[j], costs_of(symbols, table)), _mm512_add_epi16(last[j + 1], insertion));
      meets[j] = _mm256_cmpeq_epi8_mask(_mm512_castsi512_si256(symbols), _mm256_set1_epi8((char)s->query[j]));
      __mmask32 exchanged = depth > 1 && j > 0 ? met[j] & meets[j - 1] : 0;
      if (exchanged) {
        __m512i transposed = _mm512_add_epi16(before_last[j - 1], _mm512_set1_epi16((int16_t)costs->transposition));
        cells = _mm512_mask_min_epi16(cells, exchanged, cells, transposed);
      }
      left = current[j + 1] = _mm512_min_epi16(cells, _mm512_add_epi16(left, _mm512_set1_epi16(deletion)));
    }
    found = _mm512_mask_mov_epi16(found, _mm512_cmpeq_epi16_mask(lengths, _mm512_set1_epi16((int16_t)depth)), left);
    __m512i *next = before_last;
    before_last = last;
    last = current;
    current = next;
  }
  _mm512_store_si512(batch->costs, found);
  uint32_t all = batch->count < BATCH_WORDS ? (1u << batch->count) - 1 : ~0u;
  return _mm512_mask_cmple_epi16_mask(all, found, _mm512_load_si512(batch->limits));
}
#endif
