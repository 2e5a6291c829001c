/// The functions of name_bound.h and spelling.h that are compiled for each target, without their prefix:
/// KERNEL(result, name, parameters, arguments).
KERNEL(namescreen_look *, look_create, (void), ())
KERNEL(void, look_destroy, (namescreen_look * look), (look))
KERNEL(
    void, look_begin, (namescreen_look * look, namescreen_query *query, const namescreen_score *score), (look, query, score))
KERNEL(
    int64_t, admit,
    (namescreen_look * look, namescreen_run *runs, int64_t run_count, const namescreen_units *units,
     const namescreen_names *names, uint32_t *candidates),
    (look, runs, run_count, units, names, candidates))
KERNEL(
    float, most_alike, (namescreen_look * look, int32_t word, const namescreen_units *units, uint32_t unit),
    (look, word, units, unit))
KERNEL(
    namescreen_companions *, companions_make,
    (namescreen_look * look, int32_t word, const namescreen_holders *holders, int64_t holder_count, const namescreen_units *units,
     const namescreen_names *names),
    (look, word, holders, holder_count, units, names))
KERNEL(void, companions_free, (namescreen_companions * companions), (companions))
KERNEL(int64_t, companions_bytes, (const namescreen_companions *companions), (companions))
KERNEL(int32_t, can_sift, (const namescreen_look *look), (look))
KERNEL(void, sift_begin, (namescreen_look * look, const namescreen_run *run), (look, run))
KERNEL(float, reach_of, (const namescreen_look *look, uint64_t words), (look, words))
KERNEL(int32_t, may_reach_by, (const namescreen_look *look, uint64_t words, float listed), (look, words, listed))
KERNEL(
    int64_t, sift,
    (namescreen_look * look, const namescreen_companions *companions, const namescreen_units *units, uint32_t *kept),
    (look, companions, units, kept))
KERNEL(
    int64_t, alike_consonants,
    (const namescreen_units *units, const uint32_t *among, int64_t count, uint64_t query, const int32_t *limits, uint32_t *found),
    (units, among, count, query, limits, found))
KERNEL(
    int64_t, alike_light,
    (uint64_t word, const namescreen_worth *worth, namescreen_spelling *spelling, const namescreen_worth *consonant_worth,
     namescreen_spelling *consonants, const namescreen_units *units, const uint32_t *light, int64_t count, uint32_t token_count,
     uint32_t *found),
    (word, worth, spelling, consonant_worth, consonants, units, light, count, token_count, found))
KERNEL(
    int64_t, spelled_words,
    (namescreen_spelling * spelling, uint64_t glance, const namescreen_vocabulary *vocabulary, namescreen_spelled *found),
    (spelling, glance, vocabulary, found))
KERNEL(
    int64_t, consonant_words,
    (namescreen_spelling * spelling, const namescreen_vocabulary *vocabulary, namescreen_spelled *found),
    (spelling, vocabulary, found))
