#include "embedded_laboratory.h"

static const unsigned char letters[] = {
#embed "../../corpora/language/letters.tsv"
};

const unsigned char *embedded_letters_bytes(void) { return letters; }
size_t embedded_letters_count(void) { return sizeof letters; }

static const unsigned char ordinary_names[] = {
#embed "../../corpora/customers/ordinary_names.tsv"
};

const unsigned char *embedded_ordinary_names_bytes(void) { return ordinary_names; }
size_t embedded_ordinary_names_count(void) { return sizeof ordinary_names; }
