/// Names that hold one unit, sifted by their other words.
///
/// Who holds a unit is found by it because the two are paired, so the query's word adds what this pair adds, and neighbours that
/// the unit is one of have no part. A name of which nothing else of the query may meet the heaviest other word lacks a partner for
/// it, and with it most names of a common word are out of reach; most others are when all their words are looked at. A few bytes a
/// name, one after another, tell so, where its row and its words stand all over the index.
#pragma once
#include "block_look.h"

/// Steps a weight in what is written of weights.
#define COMPANION_STEPS 4
/// Words that are counted: more than these are as many as any query that is sifted may meet.
#define MOST_COUNTED (BLOCK_ROWS + 2)
/// Kinds of names that are told apart; names of others are kept.
#define COMPANION_KINDS 255
/// Other words that are written of a name, and joins.
#define COMPANION_WORDS 3
#define COMPANION_JOINS 2
/// The traits of a join: that there is one, and that it stands for several, whatever they are.
#define A_JOIN (1u << 30)
#define ANY_JOIN (1u << 31)

/// What names have in common whose words weigh the same.
typedef struct {
  /// The kinds of the unit's word and of the heaviest other.
  uint8_t own, heaviest;
  /// How many words the name has, and what they weigh, in steps, rounded up.
  uint8_t words, steps;
  /// Whether there is no other word, or the heaviest is in a join, which may meet what it does not.
  uint8_t is_joined;
} name_kind;

/// Side by side by name.
typedef struct {
  /// What the heaviest other word looks like, and its relations.
  uint64_t *glances, *occurrences;
  uint32_t *relations;
  /// The other words from the heaviest on, as in the row.
  uint32_t *entries[COMPANION_WORDS];
  /// The joins that the unit is not in: in the high 8 bits which of the words each is of, a bit each, and the traits below; 0 for
  /// none.
  uint32_t *joins[COMPANION_JOINS];
  /// The kind of the name, or COMPANION_KINDS.
  uint8_t *kinds;
  name_kind *all_kinds;
  int64_t *kind_count;
} companions;

INLINE int64_t most_name_kinds(int64_t count) { return count < COMPANION_KINDS ? count : COMPANION_KINDS; }

static int64_t companions_size(int64_t count) {
  int64_t of_name = 2 * sizeof(uint64_t) + (1 + COMPANION_WORDS + COMPANION_JOINS) * sizeof(uint32_t) + sizeof(uint8_t);
  // Whole vectors are read, also of the last names.
  int64_t behind = WIDE_LANES * (int64_t)sizeof(uint64_t);
  return (int64_t)sizeof(int64_t) + count * of_name + most_name_kinds(count) * (int64_t)sizeof(name_kind) + behind;
}

INLINE companions companions_in(uint8_t *memory, int64_t count) {
  companions all = {.kind_count = (int64_t *)memory, .glances = (uint64_t *)memory + 1};
  all.occurrences = all.glances + count;
  all.relations = (uint32_t *)(all.occurrences + count);
  uint32_t *next = all.relations + count;
  for (int32_t n = 0; n < COMPANION_WORDS; n++, next += count) all.entries[n] = next;
  for (int32_t n = 0; n < COMPANION_JOINS; n++, next += count) all.joins[n] = next;
  all.kinds = (uint8_t *)next;
  all.all_kinds = (name_kind *)(all.kinds + count);
  return all;
}

INLINE int is_same_kind(name_kind a, name_kind b) {
  return a.own == b.own && a.heaviest == b.heaviest && a.words == b.words && a.steps == b.steps && a.is_joined == b.is_joined;
}

/// The number of a kind, COMPANION_KINDS where there are `most` others.
static uint8_t number_of_kind(companions *all, name_kind kind, int64_t most) {
  for (int64_t number = 0; number < *all->kind_count; number++)
    if (is_same_kind(all->all_kinds[number], kind)) return (uint8_t)number;
  if (*all->kind_count == most) return COMPANION_KINDS;
  all->all_kinds[*all->kind_count] = kind;
  return (uint8_t)(*all->kind_count)++;
}

/// The places of the words of a name but for the unit's own, from the heaviest on. Where the unit is there twice the heavier one is
/// its own and the other its twin; else the twin is -1.
typedef struct {
  int32_t own, twin, count;
  uint8_t places[MOST_LISTED];
  float weight;
} other_words;

/// Relation bits in half the space.
INLINE uint32_t folded(uint64_t relation_bits) { return (uint32_t)(relation_bits | relation_bits >> 32); }

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

/// Writes the joins that the unit is not in.
static void write_joins(companions *all, int64_t place, const name_row *row, const other_words *others) {
  int32_t count = 0;
  for (int32_t n = 0; n < COMPANION_JOINS; n++) all->joins[n][place] = 0;
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
    if (count < COMPANION_JOINS) all->joins[count++][place] = (row->join_units[p] & 0xFFFFFF) | words << 24 | A_JOIN;
    else all->joins[COMPANION_JOINS - 1][place] |= words << 24 | ANY_JOIN;
  }
}

/// Writes one of the names.
static void write_companions(
    companions *all, int64_t place, int64_t count, uint32_t unit, uint32_t number, const namescreen_units *units, const namescreen_names *names, const namescreen_score *score) {
  name_row row = row_of(names, number);
  other_words others;
  int is_sifted = find_other_words(&others, &row, unit, score);
  float steps = others.weight * COMPANION_STEPS + 1;
  is_sifted = is_sifted && steps <= 255;
  for (int32_t n = 0; n < COMPANION_WORDS; n++)
    all->entries[n][place] = is_sifted && n < others.count ? row.entries[others.places[n]] : 0;
  int has_heaviest = is_sifted && others.count > 0;
  const namescreen_unit *heaviest = unit_at(units, all->entries[0][place] & 0xFFFFFF);
  all->glances[place] = has_heaviest ? glance_of(heaviest) : 0;
  all->occurrences[place] = has_heaviest ? heaviest->occurrences : 0;
  all->relations[place] = has_heaviest ? folded(heaviest->relation_bits) : 0;
  all->kinds[place] = COMPANION_KINDS;
  if (!is_sifted) return;
  write_joins(all, place, &row, &others);
  name_kind kind = {
      .own = (uint8_t)(row.entries[others.own] >> 24),
      .heaviest = (uint8_t)(all->entries[0][place] >> 24),
      .words = (uint8_t)(row.token_count < MOST_COUNTED ? row.token_count : MOST_COUNTED),
      .steps = (uint8_t)steps,
      .is_joined = !has_heaviest,
  };
  for (int32_t n = 0; n < COMPANION_JOINS; n++) kind.is_joined |= all->joins[n][place] >> 24 & 1;
  all->kinds[place] = number_of_kind(all, kind, most_name_kinds(count));
}

/// The names of a run that hold one unit.
typedef struct {
  /// The words of the query that lead to them, a bit each, whose partner the unit is; the word where it is one, else -1.
  uint64_t words;
  int32_t word;
  /// How alike the two are at most.
  float value;
} sifted_unit;

/// The words of one of the query's joins, a bit each.
INLINE uint64_t joined_words(const namescreen_query *query, int32_t k) {
  return (2ull << (query->spans[k] & 0xFF)) - (1ull << (query->spans[k] >> 8));
}

/// Whether one of the query's joins may meet a word beside the unit.
INLINE int may_meet_by_join(const namescreen_query *query, int32_t k, const sifted_unit *sifted) {
  return query->loose_joins >> k & 1 && !(joined_words(query, k) & sifted->words);
}

/// What a query makes of the names of a kind.
typedef struct {
  /// What is left to reach where the unit is paired, and what all words weigh.
  float reach, weight;
  /// Whether a name may reach the cut-off whose heaviest other word nothing meets.
  int32_t is_in_reach;
} judged_kind;

static judged_kind judge_kind(
    const quick_query *query, const sifted_unit *unit, const name_kind *kind, const namescreen_score *score) {
  judged_kind judged = {.reach = query->reach, .weight = query->weight + (float)kind->steps / COMPANION_STEPS};
  if (unit->word >= 0) {
    const quick_word *word = &query->words[unit->word];
    judged.reach += pair_gain(word->weight, score->weights[kind->own], unit->value - score->cutoff) - word->reach;
  }
  float lost = kind->is_joined ? 0 : score->weights[kind->heaviest];
  judged.is_in_reach =
      !is_out_of_reach(judged.reach, lost, judged.weight, score) &&
      (kind->is_joined || !is_met_too_little(query, kind->words - 1, lost, judged.weight, score));
  return judged;
}

/// Whether the heaviest other word of a name meets, as the two are spelled, a word of the query among `met`, a bit each, or one of its
/// joins.
static int heaviest_is_met(
    namescreen_query *query, const sifted_unit *sifted, const namescreen_units *units, uint32_t entry, uint32_t met,
    const namescreen_score *score) {
  for (; met; met &= met - 1)
    if (known_look(query, __builtin_ctz(met), units, entry & 0xFFFFFF, score) > 0) return 1;
  for (int32_t k = 0; k < query->join_count; k++)
    if (may_meet_by_join(query, k, sifted) && known_join(query, k, 1, units, entry & 0xFFFFFF, score) > 0) return 1;
  return 0;
}

/// Whether a name may reach the cut-off by what its other words and joins meet as they are spelled.
///
/// - Parameter heaviest_met: The words of the query that the heaviest other word may meet, a bit each.
static int companions_admit(
    namescreen_query *query, const quick_query *quick, const uint8_t *order, const sifted_unit *sifted,
    const namescreen_units *units, const companions *all, int64_t place, const judged_kind *kind, uint32_t heaviest_met,
    const namescreen_score *score) {
  if (!kind->is_in_reach && !heaviest_is_met(query, sifted, units, all->entries[0][place], heaviest_met, score)) return 0;
  int32_t words = all->all_kinds[all->kinds[place]].words - 1, count = words < COMPANION_WORDS ? words : COMPANION_WORDS;
  float reach = kind->reach, lost = 0, weight = kind->weight;
  uint32_t met = 0;
  for (int32_t n = 0; n < quick->count; n++) {
    const quick_word *word = &quick->words[order[n]];
    if (word->words & sifted->words) continue;
    float gain = NO_PAIR;
    for (int32_t t = !(heaviest_met >> order[n] & 1); t < count; t++) {
      uint32_t entry = all->entries[t][place];
      float value = known_look(query, order[n], units, entry & 0xFFFFFF, score);
      if (value <= 0) continue;
      met |= 1u << t;
      float added = pair_gain(word->weight, score->weights[entry >> 24], value - score->cutoff);
      if (added > gain) gain = added;
    }
    for (int32_t p = 0; p < COMPANION_JOINS && all->joins[p][place]; p++) {
      uint32_t join = all->joins[p][place];
      float value = join & ANY_JOIN ? 1 : known_join(query, order[n], 0, units, join & 0xFFFFFF, score);
      if (value <= 0) continue;
      met |= join >> 24;
      float added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
      if (added > gain) gain = added;
    }
    for (int32_t k = 0; k < query->join_count; k++) {
      if (!(joined_words(query, k) & word->words) || !may_meet_by_join(query, k, sifted)) continue;
      for (int32_t t = 0; t < count; t++) {
        float value = known_join(query, k, 1, units, all->entries[t][place] & 0xFFFFFF, score);
        if (value <= 0) continue;
        met |= 1u << t;
        float added = value > score->cutoff ? 2 * word->weight * (value - score->cutoff) : 0;
        if (added > gain) gain = added;
      }
    }
    // Other words may do what these do not.
    if (words > count) continue;
    reach -= word->reach;
    if (gain == NO_PAIR) lost += word->weight;
    else reach += gain > word->alone ? gain : word->alone;
    if (is_out_of_reach(reach, lost, weight, score)) return 0;
  }
  for (uint32_t alone = ~met & ((1u << count) - 1); alone; alone &= alone - 1)
    lost += score->weights[all->entries[__builtin_ctz(alone)][place] >> 24];
  return !is_out_of_reach(reach, lost, weight, score);
}

/// Added to a share where a name is looked at whatever its heaviest other word meets; no share is that large.
#define ANYHOW 1024.0f

/// The share of the length that letters may cost where a word of the query meets the heaviest other word of a name.
static float most_share_of_kind(
    const quick_word *word, const name_kind *kind, const judged_kind *judged, const namescreen_score *score) {
  float slack = judged->reach - word->reach + 1e-4f, weight = score->weights[kind->heaviest];
  float pair = slack < 0 ? pair_weight(word->weight, weight) : 2 * (word->weight < weight ? word->weight : weight);
  float least = score->cutoff - slack / pair;
  if (least < score->floor || judged->is_in_reach) least = score->floor;
  float share = (1 - least / word->scale + 2 * ROUNDING) / word->kinds.slope[score->kinds[kind->heaviest]];
  float across = (1 - least / word->scale_across + 2 * ROUNDING) / (score->slope / 100);
  return (share > across ? share : across) * (1 + 2 * ROUNDING) + (judged->is_in_reach ? ANYHOW : 0);
}

/// Finds the names whose heaviest other word a word of the query may meet at the shares that their kinds allow, and takes note of
/// them and of those that are looked at anyhow in `left`.
static void find_met(
    const quick_word *word, const float *shares_of_kinds, const companions *all, int64_t start, int32_t count,
    block_bits *met, block_bits *left) {
  const uint32_t relations =
      word->glance & NAMESCREEN_RELATED ? folded(word->relations) | folded(word->relations_across) : 0;
  const sieve *own = &word->words_sieve;
  for (int32_t first = 0; first < count; first += WIDE_LANES) {
    int64_t place = start + first;
    uint8_t lanes = lanes_of(count - first);
    wide glances = load_wide(all->glances + place), occurrences = load_wide(all->occurrences + place);
    wide unlike = glances ^ own->glance;
    // A particle and another word meet when they are equal.
    choice other = has_any(unlike, NAMESCREEN_PARTICLE);
    choice found = has_any(glances, word->special) | (other & has_none(unlike, NAMESCREEN_SIGNATURE_MASK));
    found |= (load_counts(all->relations + place) & (int32_t)relations) != 0;
    if (word->equal_count) found |= equal_units(word, load_counts(all->entries[0] + place));
    numbers shares = gathered(shares_of_kinds, load_bytes(all->kinds + place));
    choice anyhow = shares >= ANYHOW / 2;
    shares = anyhow ? shares - ANYHOW : shares;
    counts lengths = lengths_of(glances);
    numbers limits = numbers_of(longer_lengths(own, lengths)) * shares;
    choice alike = ~other & (numbers_of(worth_costs(own, lengths, occurrences)) <= limits);
    if (own->has_classes && bits_of_choice(alike)) alike &= numbers_of(class_costs(own, glances)) <= limits;
    uint8_t found_lanes = bits_of_choice(found | alike) & lanes;
    met->bits[first / WIDE_LANES] = found_lanes;
    left->bits[first / WIDE_LANES] |= found_lanes | (bits_of_choice(anyhow) & lanes);
  }
}

/// Takes note of the names whose heaviest other word a join of the query may meet.
static void find_met_by_join(
    const quick_word *join, const companions *all, int64_t start, int32_t count, block_bits *left) {
  for (int32_t first = 0; first < count; first += WIDE_LANES) {
    int64_t place = start + first;
    choice alike = lanes_of_joins(&join->joins_sieve, load_wide(all->glances + place), load_wide(all->occurrences + place));
    left->bits[first / WIDE_LANES] |= bits_of_choice(alike) & lanes_of(count - first);
  }
}

/// Has the units fetched that a name is looked at by.
INLINE void fetch_companions(const companions *all, int64_t place, const judged_kind *kind, const namescreen_units *units) {
  __builtin_prefetch(units->units + (all->entries[0][place] & 0xFFFFFF));
  if (!kind->is_in_reach) return;
  for (int32_t t = 1; t < COMPANION_WORDS; t++) __builtin_prefetch(units->units + (all->entries[t][place] & 0xFFFFFF));
  if (all->joins[0][place]) __builtin_prefetch(units->units + (all->joins[0][place] & 0xFFFFFF));
}

/// Keeps, of the names of a unit, those that may reach the cut-off, in order; returns how many.
static int64_t sift_companions(
    namescreen_query *query, const quick_query *quick, const uint8_t *order, const sifted_unit *unit, const uint32_t *holders,
    int64_t count, const uint8_t *memory, const namescreen_units *units, const namescreen_score *score, uint32_t *kept) {
  companions all = companions_in((uint8_t *)memory, count);
  judged_kind kinds[COMPANION_KINDS + 1];
  for (int64_t number = 0; number < *all.kind_count; number++)
    kinds[number] = judge_kind(quick, unit, &all.all_kinds[number], score);
  kinds[COMPANION_KINDS].is_in_reach = 1;
  // The words of the query but for those that are paired, and what they make of each kind.
  int32_t others[BLOCK_ROWS], other_count = 0;
  float shares_of_kinds[BLOCK_ROWS][COMPANION_KINDS + 1];
  for (int32_t i = 0; i < quick->count; i++) {
    if (quick->words[i].words & unit->words) continue;
    for (int64_t number = 0; number < *all.kind_count; number++)
      shares_of_kinds[other_count][number] =
          most_share_of_kind(&quick->words[i], &all.all_kinds[number], &kinds[number], score);
    shares_of_kinds[other_count][COMPANION_KINDS] = ANYHOW;
    others[other_count++] = i;
  }
  int64_t found = 0;
  for (int64_t start = 0; start < count; start += BLOCK_WORDS) {
    int32_t size = (int32_t)(count - start < BLOCK_WORDS ? count - start : BLOCK_WORDS);
    block_bits met[BLOCK_ROWS], left = {0};
    for (int32_t n = 0; n < other_count; n++)
      find_met(&quick->words[others[n]], shares_of_kinds[n], &all, start, size, &met[n], &left);
    for (int32_t k = 0; k < quick->join_count; k++)
      if (!(quick->joins[k].words & unit->words)) find_met_by_join(&quick->joins[k], &all, start, size, &left);
    if (other_count == 0)
      for (int32_t j = 0; j < size; j++) left.bits[j / 8] |= (uint8_t)(kinds[all.kinds[start + j]].is_in_reach << j % 8);

    uint8_t places[BLOCK_WORDS];
    int32_t left_count = 0;
    for (int32_t first = 0; first < size; first += 64) {
      uint64_t bits;
      __builtin_memcpy(&bits, left.bits + first / 8, sizeof bits);
      for (; bits; bits &= bits - 1) places[left_count++] = (uint8_t)(first + __builtin_ctzll(bits));
    }
    // What is left is looked at as it is spelled, which lies elsewhere.
    for (int32_t n = 0; n < left_count; n++) fetch_companions(&all, start + places[n], &kinds[all.kinds[start + places[n]]], units);
    for (int32_t n = 0; n < left_count; n++)
      __builtin_prefetch(skeleton_of(units, unit_at(units, all.entries[0][start + places[n]] & 0xFFFFFF)));
    for (int32_t n = 0; n < left_count; n++) {
      int64_t place = start + places[n];
      uint32_t heaviest_met = 0;
      for (int32_t m = 0; m < other_count; m++)
        heaviest_met |= (uint32_t)(met[m].bits[places[n] / 8] >> places[n] % 8 & 1) << others[m];
      if (all.kinds[place] == COMPANION_KINDS ||
          companions_admit(query, quick, order, unit, units, &all, place, &kinds[all.kinds[place]], heaviest_met, score))
        kept[found++] = holders[place];
    }
  }
  return found;
}
