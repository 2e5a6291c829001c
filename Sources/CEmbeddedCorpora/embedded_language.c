#include "embedded_language.h"

const unsigned char *embedded_given_name_equivalents_bytes(void) { return (const unsigned char *)""; }
size_t embedded_given_name_equivalents_count(void) { return 0; }

const unsigned char *embedded_international_equivalents_bytes(void) { return (const unsigned char *)""; }
size_t embedded_international_equivalents_count(void) { return 0; }

const unsigned char *embedded_nicknames_bytes(void) { return (const unsigned char *)""; }
size_t embedded_nicknames_count(void) { return 0; }

const unsigned char *embedded_titles_bytes(void) { return (const unsigned char *)""; }
size_t embedded_titles_count(void) { return 0; }

const unsigned char *embedded_particles_bytes(void) { return (const unsigned char *)""; }
size_t embedded_particles_count(void) { return 0; }

const unsigned char *embedded_legal_forms_bytes(void) { return (const unsigned char *)""; }
size_t embedded_legal_forms_count(void) { return 0; }

const unsigned char *embedded_organisation_words_bytes(void) { return (const unsigned char *)""; }
size_t embedded_organisation_words_count(void) { return 0; }

const unsigned char *embedded_numbers_bytes(void) { return (const unsigned char *)""; }
size_t embedded_numbers_count(void) { return 0; }

const unsigned char *embedded_places_bytes(void) { return (const unsigned char *)""; }
size_t embedded_places_count(void) { return 0; }

const unsigned char *embedded_patronymic_equivalents_bytes(void) { return (const unsigned char *)""; }
size_t embedded_patronymic_equivalents_count(void) { return 0; }
