#include "embedded_compiled_language.h"

static const uint8_t tables[] = {
#embed "../../corpora/language/compiled.tables"
};

const uint8_t *embedded_compiled_language_bytes(void) { return tables; }

size_t embedded_compiled_language_count(void) { return sizeof tables; }
