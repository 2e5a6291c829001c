#include "embedded_index.h"

static const uint8_t index_file[] = {
#embed "../../corpora/designations/embedded.index"
};

const uint8_t *embedded_index_bytes(void) { return index_file; }

size_t embedded_index_count(void) { return sizeof index_file; }
