#include "lanes.h"
#include "letter_worth.h"
#include "signature.h"
#include "spelling.h"
#include "spelling_rows.h"

#define INLINE static inline __attribute__((always_inline))

uint32_t namescreen_spelling_key(const namescreen_spelling *s, const uint8_t *word, int32_t length) {
  uint32_t set = 0;
  for (int32_t i = 0; i < length; i++) set |= s->costs->set_bit[s->costs->code[word[i]]];
  return (length > 0 ? (uint32_t)s->costs->code[word[0]] << NAMESCREEN_SET_SIZE : 0) | set;
}

/// What letters cost at least is counted in steps from the first one on.
#define STEPS 3
#define FIRST_STEP 40
#define STEP 20

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
  /// The letters that cost so many steps at least to be lost, and to be gained.
  uint32_t lost_steps[STEPS], gained_steps[STEPS];
} set_query;

/// The least that a letter costs to be lost when the word has `others`, or to be gained when the query has them.
INLINE int32_t least_of(const namescreen_spelling *s, int32_t bit, uint32_t others) {
  for (int32_t place = 0; place < s->costs->nearer_count[bit]; place++)
    if (s->costs->nearer[bit][place].letters & others) return s->costs->nearer[bit][place].cost;
  return s->costs->loss_alone[bit];
}

INLINE set_query set_query_of(const namescreen_spelling *s) {
  set_query query = {.set = 0};
  for (int32_t i = 0; i < s->length; i++) query.set |= s->costs->set_bit[s->query[i]];
  for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
    if (!(query.set >> bit & 1)) query.gain[bit] = least_of(s, bit, query.set);
  }
  for (int32_t step = 0; step < STEPS; step++) {
    int32_t cost = FIRST_STEP + step * STEP;
    query.lost_steps[step] = query.gained_steps[step] = 0;
    for (int32_t bit = 0; bit < NAMESCREEN_SET_SIZE; bit++) {
      if (s->costs->least_loss[bit] >= cost) query.lost_steps[step] |= 1u << bit;
      if (query.gain[bit] >= cost) query.gained_steps[step] |= 1u << bit;
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

/// The first group from `from` on whose key is at least `key`: in steps that double.
INLINE uint32_t advance(const uint32_t *keys, uint32_t from, uint32_t end, uint32_t key) {
  uint32_t step = 1;
  while (from + step < end && keys[from + step] < key) {
    from += step;
    step *= 2;
  }
  uint32_t low = from + 1, high = from + step < end ? from + step : end;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (keys[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/// A lower bound of the cost of two words from their glances: letters that one side has too many of, and letters of the
/// shorter one that are lost beside the gaps that make up its length.
INLINE int32_t cost_at_least(uint64_t a, uint64_t b) {
  int32_t more = (int32_t)(a >> NAMESCREEN_LENGTH_SHIFT) - (int32_t)(b >> NAMESCREEN_LENGTH_SHIFT);
  if (more == 0) return namescreen_least_cost(a, b);
  uint64_t longer = more > 0 ? a : b, shorter = more > 0 ? b : a;
  int32_t gaps = (more > 0 ? more : -more) * (longer & NAMESCREEN_HAS_FAINT ? GAP_COST : FIRM_GAP_COST);
  int32_t lost = namescreen_lost_cost(shorter & ~longer), exchanged = namescreen_least_cost(a, b);
  return larger(gaps + lost, exchanged);
}

/// The first group from `group` on that may hold words within the limits, or the end, by leaps over sets that begin alike.
INLINE uint32_t next_group(
    const namescreen_spelling *s, const set_query *query, const uint32_t *keys, uint32_t group, uint32_t end) {
  while (group < end) {
    uint32_t key = keys[group], set = key & NAMESCREEN_SET_MASK;
    // From the highest letter on, until the sets that begin like this one are out of reach.
    uint32_t differing = (query->set ^ set) & query->counted;
    int32_t lost = 0, gained = 0, bit = 0;
    for (; differing; differing ^= 1u << bit) {
      bit = 31 - __builtin_clz(differing);
      if (set >> bit & 1) gained += query->gain[bit];
      else lost += s->costs->least_loss[bit];
      if (lost > query->more_limit || gained > query->less_limit) break;
    }
    if (differing) {
      group = advance(keys, group, end, ((key >> bit) + 1) << bit);
    } else if (set_fits(s, query, set)) {
      return group;
    } else {
      group++;
    }
  }
  return end;
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

/// The word whose letters were entered last, of a group in byte order: what the next one has in common with it stands.
typedef struct {
  const uint8_t *word;
  int32_t depth;
  /// Whether no word that begins so is within its limit.
  int is_beyond;
} entered_word;

/// `spelling_cost_of` a word that follows another.
INLINE int32_t next_cost(namescreen_spelling *s, entered_word *last, const uint8_t *word, int32_t length) {
  int32_t depth = 0;
  while (depth < last->depth && depth < length && word[depth] == last->word[depth]) depth++;
  if (last->is_beyond && depth == last->depth) return -1;
  last->word = word;
  last->is_beyond = 0;
  while (depth < length && !last->is_beyond) {
    depth++;
    last->is_beyond = !enter(s, word[depth - 1], depth);
  }
  last->depth = depth;
  if (last->is_beyond) return -1;
  int32_t cost = cost_at(s, length);
  return cost <= s->limits[larger(length, s->length)] ? cost : -1;
}

/// What letters are worth to a query, measured when more words than these are compared with it.
#define FEW_WORDS 32

/// Whether a word's letters say that it is beyond a limit.
INLINE int is_worth_less(
    const namescreen_spelling *s, namescreen_worth *worth, int64_t *compared, const uint8_t *word, int32_t length,
    int32_t limit) {
  if (++*compared <= FEW_WORDS) return 0;
  if (*compared == FEW_WORDS + 1) *worth = namescreen_worth_of(s->letters, s->length, s->costs->distances);
  return namescreen_least_by_worth(worth, namescreen_occurrences(word, length), length) > limit;
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

#include "vocabulary_lanes.h"

WITH_POPCNT
static void find_spelled(
    namescreen_spelling *s, uint64_t glance, const namescreen_vocabulary *words, findings *all) {
  set_query query = set_query_of(s);
  entered_word last = {.depth = 0};
  namescreen_worth worth;
  int64_t compared = 0;
  for (uint8_t first = 0; first < NAMESCREEN_SYMBOLS; first++) {
    uint32_t group = words->initials[first], end = words->initials[first + 1];
    if (group == end || !begin(s, &query, first)) continue;
    while ((group = next_group(s, &query, words->keys, group, end)) < end) {
      members group_members = members_of(words, group++);
      for (uint32_t word = group_members.first; word < group_members.end; word++) {
        int32_t length = length_of_word(words->glances[word]), limit = s->limits[larger(length, s->length)];
        if (cost_at_least(glance, words->glances[word]) > limit) continue;
        const uint8_t *letters = bytes_of(words, word);
        if (is_worth_less(s, &worth, &compared, letters, length, limit)) continue;
        int32_t cost = next_cost(s, &last, letters, length);
        if (cost >= 0) take(all, word, cost);
      }
    }
  }
}

WITH_POPCNT
static void find_consonants(namescreen_spelling *s, const namescreen_vocabulary *words, findings *all) {
  set_query query = set_query_of(s);
  begin_consonants(s, &query);
  uint8_t consonants[NAMESCREEN_LONGEST];
  for (uint8_t first = 0; first < NAMESCREEN_SYMBOLS; first++) {
    uint32_t group = words->initials[first], end = words->initials[first + 1];
    while ((group = next_group(s, &query, words->keys, group, end)) < end) {
      members group_members = members_of(words, group++);
      for (uint32_t word = group_members.first; word < group_members.end; word++) {
        int32_t length = namescreen_write_consonants(
            bytes_of(words, word), length_of_word(words->glances[word]), consonants);
        int32_t cost = spelling_cost_of(s, consonants, length);
        if (cost >= 0) take(all, word, cost);
      }
    }
  }
}

int64_t namescreen_spelled_words(
    namescreen_spelling *s, uint64_t glance, const namescreen_vocabulary *words, namescreen_spelled *found) {
  findings all = {.found = found, .most = words->count};
  if (namescreen_has_lanes()) find_spelled_in_lanes(s, glance, words, &all);
  else find_spelled(s, glance, words, &all);
  return all.count;
}

int64_t namescreen_consonant_words(
    namescreen_spelling *s, const namescreen_vocabulary *words, namescreen_spelled *found) {
  findings all = {.found = found, .most = words->count};
  if (namescreen_has_lanes()) find_consonants_in_lanes(s, words, &all);
  else find_consonants(s, words, &all);
  return all.count;
}
