/// Which names may reach the cut-off: the candidates of a query, by the block or one by one, and the names of a common word.
#pragma once
#include "block_look.h"
#include "close_bound.h"
#include "companion_making.h"
#include "sifting.h"

/// How far ahead of its use a name's words are fetched, and it is read.
#define WORDS_AHEAD 6
#define READ_AHEAD 2
/// By the block there is less to do in between.
#define BLOCK_OFFSET_AHEAD 80
#define BLOCK_ROW_AHEAD 48
/// Names that are read at a time: a power of two above `READ_AHEAD`.
#define READ 4

/// Words that no candidate is known to have come first, the heaviest before: most names fail by them.
INLINE void order_words(uint8_t *order, const namescreen_query *query, uint64_t known_words) {
  int32_t last = 0, rows = query->count < MOST ? query->count : MOST;
  for (int32_t known = 0; known < 2; known++)
    for (int32_t n = 0; n < rows; n++)
      if ((int32_t)(known_words >> query->order[n] & 1) == known) order[last++] = query->order[n];
}

/// Keeps the candidates of one run; returns how many.
INLINE int64_t admit_run(
    namescreen_query *query, quick_query *quick, const namescreen_run *run, const namescreen_units *units,
    const namescreen_names *names, const namescreen_score *score, const uint32_t *candidates, int64_t count,
    uint32_t *kept) {
  uint8_t order[MOST];
  order_words(order, query, run->words);
  if (quick) begin_run(quick, query, run->unmet, score);
  // What a name's words look like is written in small pieces and read in large ones, so that it needs some time between.
  listed_name read[READ];
  int is_judged[READ];
  int64_t found = 0;
  for (int64_t i = -READ_AHEAD; i < count; i++) {
    fetch_rows(names, candidates, i, count, OFFSET_AHEAD, ROW_AHEAD);
    if (i + WORDS_AHEAD < count) fetch_words(units, names, candidates[i + WORDS_AHEAD]);
    int64_t next = i + READ_AHEAD;
    if (next < count) is_judged[next % READ] = read_name(&read[next % READ], units, names, candidates[next]);
    if (i < 0) continue;
    uint32_t candidate = candidates[i];
    const listed_name *name = &read[i % READ];
    if (is_judged[i % READ]) {
      if (quick && !quick_admits(quick, order, run->joined, name, score)) continue;
      if (!admits(query, order, run->joined, units, score, name)) continue;
    }
    kept[found++] = candidate;
  }
  return found;
}

/// The same by the block.
INLINE int64_t admit_blocks(
    namescreen_query *query, quick_query *quick, const namescreen_run *run, const namescreen_units *units,
    const namescreen_names *names, const namescreen_score *score, const uint32_t *candidates, int64_t count,
    uint32_t *kept) {
  uint8_t order[MOST];
  order_words(order, query, run->words);
  begin_run(quick, query, run->unmet, score);
  fetch_first_rows(names, candidates, count, BLOCK_OFFSET_AHEAD, BLOCK_ROW_AHEAD);
  name_block block;
  int64_t found = 0, i = 0;
  while (i < count) {
    begin_block(&block);
    for (; i < count; i++) {
      fetch_rows(names, candidates, i, count, BLOCK_OFFSET_AHEAD, BLOCK_ROW_AHEAD);
      if (i + WORDS_AHEAD < count) fetch_words(units, names, candidates[i + WORDS_AHEAD]);
      if (!add_name(&block, quick, names, candidates[i], score)) break;
    }
    read_block(&block, units, score);
    uint64_t looked, sifted;
    for (uint64_t left = sift_block(quick, order, &block, score, &sifted, &looked); left; left &= left - 1) {
      int32_t place = __builtin_ctzll(left);
      uint32_t candidate = block.names[place];
      if (sifted >> place & 1 && !block_admits(query, quick, order, &block, place, units, score)) continue;
      listed_name name;
      if (read_name(&name, units, names, candidate)) {
        if (!(looked >> place & 1) && !quick_admits(quick, order, run->joined, &name, score)) continue;
        if (!admits(query, order, run->joined, units, score, &name)) continue;
      }
      kept[found++] = candidate;
    }
  }
  return found;
}

struct namescreen_look {
  namescreen_query *query;
  const namescreen_score *score;
  quick_query quick;
  int32_t is_quick;
  /// The words in the order in which names of the run that is sifted are looked at, and those that lead to them, a bit each.
  uint8_t order[MOST];
  uint64_t sifted_words;
  sift_memory sifting;
  companion_draft draft;
};

static namescreen_look *look_create(void) { return calloc(1, sizeof(namescreen_look)); }

static void look_destroy(namescreen_look *look) {
  if (look) {
    free_kept(&look->sifting.kept);
    free_draft(&look->draft);
  }
  free(look);
}

static void look_begin(namescreen_look *look, namescreen_query *query, const namescreen_score *score) {
  look->query = query;
  look->score = score;
  look->is_quick = begin_quick(&look->quick, query, score);
}

static int32_t can_sift(const namescreen_look *look) {
  return look->is_quick && look->quick.count <= BLOCK_ROWS;
}

static int64_t admit(
    namescreen_look *look, namescreen_run *runs, int64_t run_count, const namescreen_units *units,
    const namescreen_names *names, uint32_t *candidates) {
  namescreen_query *query = look->query;
  const namescreen_score *score = look->score;
  quick_query *quick = look->is_quick ? &look->quick : 0;
  int is_by_block = can_sift(look);
  int64_t kept = 0, start = 0;
  for (int64_t r = 0; r < run_count; r++) {
    namescreen_run run = runs[r];
    // Short runs are looked at as one, by what is known of all of them.
    for (; is_by_block && run.joined == 0 && r + 1 < run_count && runs[r + 1].joined == 0 &&
           runs[r + 1].end - start <= BLOCK_NAMES;
         r++) {
      run.end = runs[r + 1].end;
      run.words &= runs[r + 1].words;
      run.unmet &= runs[r + 1].unmet;
    }
    int64_t count = run.end - start;
    uint32_t *first = candidates + start;
    if (is_by_block && run.joined == 0 && count >= BLOCK_LEAST)
      kept += admit_blocks(query, quick, &run, units, names, score, first, count, candidates + kept);
    else
      kept += admit_run(query, quick, &run, units, names, score, first, count, candidates + kept);
    start = run.end;
    runs[r].end = kept;
  }
  return kept;
}

static float most_alike(namescreen_look *look, int32_t word, const namescreen_units *units, uint32_t unit) {
  return word < MOST ? known_look(look->query, word, units, unit, look->score) : 1;
}

static companions *companions_make(
    namescreen_look *look, int32_t word, const namescreen_holders *holders, int64_t holder_count, const namescreen_units *units,
    const namescreen_names *names) {
  float alike[MOST_SHARING];
  if (holder_count < 1 || holder_count > MOST_SHARING) return 0;
  for (int64_t i = 0; i < holder_count; i++)
    alike[i] = word < 0 ? 1 : known_look(look->query, word, units, holders[i].unit, look->score);
  return make_companions(&look->draft, holders, alike, holder_count, units, names, look->score);
}

static void companions_free(companions *all) { free(all); }

static int64_t companions_bytes(const companions *all) { return all->bytes; }

static void sift_begin(namescreen_look *look, const namescreen_run *run) {
  order_words(look->order, look->query, run->words);
  look->sifted_words = run->words;
  begin_run(&look->quick, look->query, run->unmet, look->score);
}

static float reach_of(const namescreen_look *look, uint64_t words) {
  float reach = 0;
  for (int32_t i = 0; i < look->quick.count; i++)
    if (words >> i & 1) reach += look->quick.words[i].reach;
  return reach;
}

static int32_t may_reach_by(const namescreen_look *look, uint64_t words, float listed) {
  float lost = 0;
  for (int32_t i = 0; i < look->quick.count; i++)
    if (!(words >> i & 1)) lost += look->quick.words[i].weight;
  // Words of the name that nothing meets only cost.
  return !is_out_of_reach(reach_of(look, words), lost, look->quick.weight + listed, look->score);
}

static int64_t sift(namescreen_look *look, const companions *all, const namescreen_units *units, uint32_t *kept) {
  uint64_t words = look->sifted_words;
  float value = 1;
  if (__builtin_popcountll(words) == 1 && all->unit != SEVERAL_UNITS)
    value = known_look(look->query, __builtin_ctzll(words), units, all->unit, look->score);
  return sift_companions(
      look->query, &look->quick, look->order, words, value, all, &look->sifting, units, look->score, kept);
}
