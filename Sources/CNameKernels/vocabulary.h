/// The words of a vocabulary that are near a query, many groups, words and spellings at a time.
#pragma once
#include "glance_lanes.h"
#include "word_batch.h"

/// What four letters of a set cost is looked up at once, in units of so much, so that a byte holds what matters.
#define SET_QUARTERS ((NAMESCREEN_SET_SIZE + 3) / 4)
#define COST_UNIT 2

/// A query among the sets of letters of words that begin with one letter.
///
/// Let `more` be the letters of a set that only the query has, `less` those that only the word has. Every letter of `more` is
/// lost by an edit of its own, into a letter of the word or none, every letter of `less` is gained likewise. Let L be the
/// query's length. Limits grow by less than the cheapest gap a letter, and no edit that loses a letter makes the word longer,
/// so `more` costs at most limit(L). Of `less`, k letters may come by gaps: so it costs at most limit(L + k), with k gaps
/// of such letters within that.
///
/// Where the first letters differ, the query's first letter has become the word's, or is left out, or comes second, or the
/// word's is put before it. Whatever that costs is not left for the other letters.
typedef struct {
  /// The query's letters, and those that count: all but first letters that differ.
  uint32_t set, counted;
  int32_t more_limit, less_limit;
  /// What each letter costs at least to be gained from the query's letters.
  int32_t gain[NAMESCREEN_SET_SIZE];
  /// By what a word has of each four letters: what those cost at least that it lacks, and that it has beside the query's.
  uint8_t lost[SET_QUARTERS][16], gained[SET_QUARTERS][16];
} set_query;

/// The least that a letter costs to be lost when the word has `others`, or to be gained when the query has them.
INLINE int32_t least_of(const namescreen_spelling *s, int32_t bit, uint32_t others) {
  for (int32_t place = 0; place < s->costs->nearer_count[bit]; place++)
    if (s->costs->nearer[bit][place].letters & others) return s->costs->nearer[bit][place].cost;
  return s->costs->loss_alone[bit];
}

INLINE uint8_t add_bytes(int32_t a, int32_t b) { return (uint8_t)(a + b < UINT8_MAX ? a + b : UINT8_MAX); }

INLINE set_query set_query_of(const namescreen_spelling *s) {
  set_query query = {.set = 0};
  for (int32_t i = 0; i < s->length; i++) query.set |= s->costs->set_bit[s->query[i]];
  for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
    if (!(query.set >> bit & 1)) query.gain[bit] = least_of(s, bit, query.set);
  }
  for (int32_t quarter = 0; quarter < SET_QUARTERS; quarter++) {
    query.lost[quarter][15] = query.gained[quarter][0] = 0;
    for (uint32_t letters = 1; letters < 16; letters++) {
      uint32_t others = letters & (letters - 1);
      int32_t bit = 4 * quarter + __builtin_ctz(letters), is_own = query.set >> bit & 1, is_letter = bit < NAMESCREEN_SET_SIZE;
      int32_t lost = is_letter && is_own ? s->costs->least_loss[bit] / COST_UNIT : 0;
      int32_t gained = is_letter && !is_own ? query.gain[bit] / COST_UNIT : 0;
      query.lost[quarter][15 ^ letters] = add_bytes(query.lost[quarter][15 ^ others], lost);
      query.gained[quarter][letters] = add_bytes(query.gained[quarter][others], gained);
    }
  }
  return query;
}

/// Widens the limits by what is left of them for words of `longer` more letters than the query, once `spent` is.
INLINE void allow(const namescreen_spelling *s, set_query *query, int32_t longer, int32_t spent) {
  int32_t length = s->length + longer, left = s->limits[length] - spent;
  if (left > query->more_limit) query->more_limit = left;
  for (int32_t k = 0; k <= NAMESCREEN_LONGEST; k++) {
    left = s->limits[length + k] - spent;
    if (s->costs->set_gap * k > left) break;
    if (left > query->less_limit) query->less_limit = left;
  }
}

/// Sets the limits for words that begin with `first`; 0 when none of them is within its limit.
INLINE int begin(const namescreen_spelling *s, set_query *query, uint8_t first) {
  query->counted = NAMESCREEN_SET_MASK;
  query->more_limit = query->less_limit = -1;
  uint8_t own = s->length > 0 ? s->query[0] : first;
  if (own == first) {
    allow(s, query, 0, 0);
  } else {
    int32_t percent = s->costs->first_letter_percent;
    int32_t instead = s->costs->substitution[own][first] * percent / 100, without = s->costs->gaps[own] * percent / 100;
    query->counted &= ~(s->costs->set_bit[own] | s->costs->set_bit[first]);
    allow(s, query, 0, instead < without ? instead : without);
    allow(s, query, 1, s->costs->gaps[first] * percent / 100);
    if (s->length > 1 && s->query[1] == first) allow(s, query, 0, s->costs->transposition);
  }
  return query->more_limit >= 0 || query->less_limit >= 0;
}

/// Whether a word with these letters may be within the limits.
INLINE int set_fits(const namescreen_spelling *s, const set_query *query, uint32_t set) {
  uint32_t more = query->set & ~set & query->counted, less = set & ~query->set & query->counted;
  int32_t lost = 0, gained = 0;
  for (uint32_t left = more; left; left &= left - 1) lost += least_of(s, __builtin_ctz(left), set);
  for (uint32_t left = less; left; left &= left - 1) gained += query->gain[__builtin_ctz(left)];
  if (lost > query->more_limit || gained > query->less_limit) return 0;
  if (!more || !less || more & (more - 1) || less & (less - 1)) return 1;
  // One letter has become the other, or each has come and gone by itself.
  int32_t gone = __builtin_ctz(more), come = __builtin_ctz(less);
  return s->costs->substitution[s->costs->set_symbol[gone]][s->costs->set_symbol[come]] <= query->more_limit ||
         least_of(s, gone, set & ~less) + least_of(s, come, query->set & ~more) <= query->less_limit;
}

/// The words of a group.
typedef struct {
  uint32_t first, end;
} members;

INLINE members members_of(const namescreen_vocabulary *words, uint32_t group) {
  uint32_t end = words->starts[group + 1];
  return (members){words->starts[group], end < words->count ? end : words->count};
}

INLINE int32_t length_of_word(uint64_t glance) {
  int32_t length = (int32_t)(glance >> NAMESCREEN_LENGTH_SHIFT);
  return length < NAMESCREEN_LONGEST ? length : NAMESCREEN_LONGEST;
}

INLINE const uint8_t *bytes_of(const namescreen_vocabulary *words, uint32_t word) {
  uint32_t start = words->offsets[word];
  return words->bytes + (start < words->limit ? start : words->limit);
}

/// Where found words are written; only damage makes a word stand in two groups, and more of them than there are.
typedef struct {
  namescreen_spelled *found;
  int64_t count, most;
} findings;

INLINE void take(findings *all, uint32_t word, int32_t cost) {
  if (all->count < all->most) all->found[all->count++] = (namescreen_spelled){word, cost};
}

/// `begin` for the consonants of words, whatever their first letter.
INLINE void begin_consonants(const namescreen_spelling *s, set_query *query) {
  query->counted = NAMESCREEN_SET_MASK;
  query->more_limit = query->less_limit = -1;
  allow(s, query, 0, 0);
}

/// Groups whose sets of letters are looked at together.
#define SET_LANES SYMBOL_LANES

/// A byte of each of 32 numbers.
INLINE symbols bytes_of_keys(const uint32_t *keys, int32_t shift) {
  typedef uint32_t numbers_in_lanes __attribute__((ext_vector_type(SET_LANES)));
  numbers_in_lanes all;
  memcpy(&all, keys, sizeof all);
  return __builtin_convertvector(all >> (uint32_t)shift, symbols);
}

/// The most that is looked up and may be within a limit, in units.
INLINE uint8_t limit_in_units(int32_t limit) {
  return add_bytes(0, limit / COST_UNIT);
}

/// The groups among `count`, a bit each, whose sets of letters may be within the limits.
INLINE uint32_t sift_groups(const set_query *query, const uint32_t *keys, uint32_t count) {
  // A limit below 0 leaves no group.
  if (query->more_limit < 0 || query->less_limit < 0) return 0;
  uint32_t few[SET_LANES] = {0};
  if (count < SET_LANES) keys = memcpy(few, keys, count * sizeof(uint32_t));
  // Own letters that do not count are there, others are not.
  uint32_t there = query->set & ~query->counted, absent = ~query->set & ~query->counted;
  symbols lost = 0, gained = 0;
  for (int32_t quarter = 0; quarter < SET_QUARTERS; quarter += 2) {
    symbols letters = bytes_of_keys(keys, 4 * quarter);
    letters = (letters | (uint8_t)(there >> 4 * quarter)) & (uint8_t) ~(absent >> 4 * quarter);
    lost = __builtin_elementwise_add_sat(lost, look_up_16(letters & 15, query->lost[quarter]));
    gained = __builtin_elementwise_add_sat(gained, look_up_16(letters & 15, query->gained[quarter]));
    if (quarter + 1 == SET_QUARTERS) break;
    lost = __builtin_elementwise_add_sat(lost, look_up_16(letters >> 4, query->lost[quarter + 1]));
    gained = __builtin_elementwise_add_sat(gained, look_up_16(letters >> 4, query->gained[quarter + 1]));
  }
  uint32_t bits = bits_of_symbols((symbols)((lost <= limit_in_units(query->more_limit)) & (gained <= limit_in_units(query->less_limit))));
  return count < SET_LANES ? bits & ((1u << count) - 1) : bits;
}

/// A walk through groups: those from `next` to `end` are to be seen, and of those from `base` on the ones whose bits are set.
typedef struct {
  uint32_t next, end, base, sifted;
} group_walk;

/// The next group that may hold words within the limits, or the end.
INLINE uint32_t next_sifted(
    const namescreen_spelling *s, const set_query *query, const uint32_t *keys, group_walk *walk) {
  for (;;) {
    while (walk->sifted) {
      uint32_t group = walk->base + (uint32_t)__builtin_ctz(walk->sifted);
      walk->sifted &= walk->sifted - 1;
      if (set_fits(s, query, keys[group] & NAMESCREEN_SET_MASK)) return group;
    }
    if (walk->next >= walk->end) return walk->end;
    uint32_t left = walk->end - walk->next, count = left < SET_LANES ? left : SET_LANES;
    walk->base = walk->next;
    walk->sifted = sift_groups(query, keys + walk->base, count);
    walk->next += count;
  }
}

/// Words whose letters are looked at together: those that are seen first, and as many that are fetched meanwhile; behind the last
/// there is room for what is written with them.
typedef struct {
  uint32_t words[3 * WIDE_LANES];
  uint64_t glances[WIDE_LANES];
  int32_t count;
} glanced_words;

/// Adds neighbouring words, no more than there are lanes.
INLINE void add_words(glanced_words *glanced, uint32_t first, uint32_t count) {
  typedef uint32_t neighbours __attribute__((ext_vector_type(WIDE_LANES)));
  const neighbours words = first + (neighbours){0, 1, 2, 3, 4, 5, 6, 7};
  memcpy(glanced->words + glanced->count, &words, sizeof words);
  glanced->count += (int32_t)count;
}

/// The words, a bit each, whose letters may be within the limits.
INLINE uint8_t glances_in_reach(const namescreen_spelling *s, uint64_t glance, const uint64_t *glances) {
  wide others = load_wide(glances);
  counts lengths = __builtin_elementwise_min(lengths_of(others), (counts)NAMESCREEN_LONGEST);
  counts costs = glance_costs(
      glance, s->length, (glance & NAMESCREEN_HAS_FAINT) != 0, others, lengths, has_any(others, NAMESCREEN_HAS_FAINT));
  return bits_of_choice(costs <= gathered_counts(s->limits, most_of(lengths, (counts)(s->length))));
}

/// Takes the words of a batch that are within their limits, and empties it.
INLINE void take_batch(const namescreen_spelling *s, word_batch *batch, findings *all) {
  if (batch->count == 0) return;
  for (uint32_t within = find_costs(s, batch); within; within &= within - 1) {
    int32_t place = __builtin_ctz(within);
    take(all, batch->words[place], batch->costs[place]);
  }
  batch->count = batch->longest = 0;
}

/// Adds a word to a batch, which is taken when it is full.
INLINE void compare(
    const namescreen_spelling *s, word_batch *batch, uint32_t word, const uint8_t *letters, int32_t length, findings *all) {
  add_word(batch, word, letters, length, s->limits[larger(length, s->length)]);
  if (batch->count == BATCH_WORDS) take_batch(s, batch, all);
}

/// Compares those of the first words whose letters do not rule them out.
static void compare_glanced(
    const namescreen_spelling *s, uint64_t glance, const namescreen_vocabulary *words, glanced_words *glanced, word_batch *batch,
    findings *all) {
  int32_t count = glanced->count < WIDE_LANES ? glanced->count : WIDE_LANES;
  for (int32_t n = 0; n < count; n++) glanced->glances[n] = words->glances[glanced->words[n]];
  for (uint32_t kept = glances_in_reach(s, glance, glanced->glances) & lanes_of(count); kept; kept &= kept - 1) {
    int32_t place = __builtin_ctz(kept);
    uint32_t word = glanced->words[place];
    compare(s, batch, word, bytes_of(words, word), length_of_word(glanced->glances[place]), all);
  }
  glanced->count -= count;
  memmove(glanced->words, glanced->words + WIDE_LANES, 2 * WIDE_LANES * sizeof(uint32_t));
}

static int64_t spelled_words(
    namescreen_spelling *s, uint64_t glance, const namescreen_vocabulary *words, namescreen_spelled *found) {
  findings all = {.found = found, .most = words->count};
  set_query query = set_query_of(s);
  word_batch batch;
  batch.count = batch.longest = 0;
  glanced_words glanced = {.words = {0}, .count = 0};
  for (uint8_t first = 0; first < NAMESCREEN_SYMBOLS; first++) {
    group_walk walk = {.next = words->initials[first], .end = words->initials[first + 1]};
    if (walk.next == walk.end || !begin(s, &query, first)) continue;
    for (uint32_t group; (group = next_sifted(s, &query, words->keys, &walk)) < walk.end;) {
      members group_members = members_of(words, group);
      for (uint32_t word = group_members.first; word < group_members.end; word += WIDE_LANES) {
        uint32_t left = group_members.end - word;
        __builtin_prefetch(words->glances + word);
        __builtin_prefetch(words->glances + word + (left < WIDE_LANES ? left : WIDE_LANES) - 1);
        add_words(&glanced, word, left < WIDE_LANES ? left : WIDE_LANES);
        if (glanced.count >= 2 * WIDE_LANES) compare_glanced(s, glance, words, &glanced, &batch, &all);
      }
    }
  }
  while (glanced.count) compare_glanced(s, glance, words, &glanced, &batch, &all);
  take_batch(s, &batch, &all);
  return all.count;
}

static int64_t consonant_words(
    namescreen_spelling *s, const namescreen_vocabulary *words, namescreen_spelled *found) {
  findings all = {.found = found, .most = words->count};
  set_query query = set_query_of(s);
  begin_consonants(s, &query);
  word_batch batch;
  batch.count = batch.longest = 0;
  uint8_t consonants[NAMESCREEN_LONGEST];
  for (uint8_t first = 0; first < NAMESCREEN_SYMBOLS; first++) {
    group_walk walk = {.next = words->initials[first], .end = words->initials[first + 1]};
    for (uint32_t group; (group = next_sifted(s, &query, words->keys, &walk)) < walk.end;) {
      members group_members = members_of(words, group);
      for (uint32_t word = group_members.first; word < group_members.end; word++) {
        int32_t length = namescreen_write_consonants(
            bytes_of(words, word), length_of_word(words->glances[word]), consonants);
        compare(s, &batch, word, consonants, length, &all);
      }
    }
  }
  take_batch(s, &batch, &all);
  return all.count;
}
