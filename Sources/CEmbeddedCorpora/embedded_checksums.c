#include "embedded_checksums.h"

static const uint8_t checksums[] = {
#embed "../../corpora/language/checksums.tsv"
};

const uint8_t *embedded_checksums_bytes(void) { return checksums; }

size_t embedded_checksums_count(void) { return sizeof checksums; }
