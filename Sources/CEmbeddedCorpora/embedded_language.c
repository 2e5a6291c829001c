#include "embedded_language.h"

static const unsigned char given_name_equivalents[] = {
#embed "../../corpora/language/given_name_equivalents.tsv"
};

const unsigned char *embedded_given_name_equivalents_bytes(void) { return given_name_equivalents; }
size_t embedded_given_name_equivalents_count(void) { return sizeof given_name_equivalents; }

static const unsigned char patronymic_equivalents[] = {
#embed "../../corpora/language/patronymic_equivalents.tsv"
};

const unsigned char *embedded_patronymic_equivalents_bytes(void) { return patronymic_equivalents; }
size_t embedded_patronymic_equivalents_count(void) { return sizeof patronymic_equivalents; }

static const unsigned char international_equivalents[] = {
#embed "../../corpora/language/international_equivalents.tsv"
};

const unsigned char *embedded_international_equivalents_bytes(void) { return international_equivalents; }
size_t embedded_international_equivalents_count(void) { return sizeof international_equivalents; }

static const unsigned char nicknames[] = {
#embed "../../corpora/language/nicknames.tsv"
};

const unsigned char *embedded_nicknames_bytes(void) { return nicknames; }
size_t embedded_nicknames_count(void) { return sizeof nicknames; }

static const unsigned char titles[] = {
#embed "../../corpora/language/titles.tsv"
};

const unsigned char *embedded_titles_bytes(void) { return titles; }
size_t embedded_titles_count(void) { return sizeof titles; }

static const unsigned char spanish_surnames[] = {
#embed "../../corpora/language/spanish_surnames.tsv"
};

const unsigned char *embedded_spanish_surnames_bytes(void) { return spanish_surnames; }
size_t embedded_spanish_surnames_count(void) { return sizeof spanish_surnames; }

static const unsigned char particles[] = {
#embed "../../corpora/language/particles.tsv"
};

const unsigned char *embedded_particles_bytes(void) { return particles; }
size_t embedded_particles_count(void) { return sizeof particles; }

static const unsigned char legal_forms[] = {
#embed "../../corpora/language/legal_forms.tsv"
};

const unsigned char *embedded_legal_forms_bytes(void) { return legal_forms; }
size_t embedded_legal_forms_count(void) { return sizeof legal_forms; }

static const unsigned char organisation_words[] = {
#embed "../../corpora/language/organisation_words.tsv"
};

const unsigned char *embedded_organisation_words_bytes(void) { return organisation_words; }
size_t embedded_organisation_words_count(void) { return sizeof organisation_words; }

static const unsigned char numbers[] = {
#embed "../../corpora/language/numbers.tsv"
};

const unsigned char *embedded_numbers_bytes(void) { return numbers; }
size_t embedded_numbers_count(void) { return sizeof numbers; }

static const unsigned char places[] = {
#embed "../../corpora/language/places.tsv"
};

const unsigned char *embedded_places_bytes(void) { return places; }
size_t embedded_places_count(void) { return sizeof places; }

static const unsigned char romanization_standards[] = {
#embed "../../corpora/language/romanization_standards.tsv"
};

const unsigned char *embedded_romanization_standards_bytes(void) { return romanization_standards; }
size_t embedded_romanization_standards_count(void) { return sizeof romanization_standards; }

static const unsigned char native_spellings[] = {
#embed "../../corpora/language/native_spellings.tsv"
};

const unsigned char *embedded_native_spellings_bytes(void) { return native_spellings; }
size_t embedded_native_spellings_count(void) { return sizeof native_spellings; }

static const unsigned char syllable_readings[] = {
#embed "../../corpora/language/syllable_readings.tsv"
};

const unsigned char *embedded_syllable_readings_bytes(void) { return syllable_readings; }
size_t embedded_syllable_readings_count(void) { return sizeof syllable_readings; }

static const unsigned char han_readings[] = {
#embed "../../corpora/language/han_readings.tsv"
};

const unsigned char *embedded_han_readings_bytes(void) { return han_readings; }
size_t embedded_han_readings_count(void) { return sizeof han_readings; }

static const unsigned char wade_giles[] = {
#embed "../../corpora/language/wade_giles.tsv"
};

const unsigned char *embedded_wade_giles_bytes(void) { return wade_giles; }
size_t embedded_wade_giles_count(void) { return sizeof wade_giles; }

static const unsigned char name_frequencies[] = {
#embed "../../corpora/language/name_frequencies.tsv"
};

const unsigned char *embedded_name_frequencies_bytes(void) { return name_frequencies; }
size_t embedded_name_frequencies_count(void) { return sizeof name_frequencies; }
