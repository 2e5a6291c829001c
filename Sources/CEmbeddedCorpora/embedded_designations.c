#include "embedded_designations.h"

static const uint8_t list[] = {
#embed "../../corpora/designations/embedded.jsonl"
};

const uint8_t *embedded_designations_bytes(void) { return list; }

size_t embedded_designations_count(void) { return sizeof list; }
