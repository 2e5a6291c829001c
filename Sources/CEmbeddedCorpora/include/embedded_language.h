/// The language tables of corpora/language, carried inside the binary. Each is UTF-8 text of `..._count()` bytes without a
/// terminating zero; it lives as long as the process and never changes.
#pragma once
#include <stddef.h>

const unsigned char *_Nonnull embedded_given_name_equivalents_bytes(void);
size_t embedded_given_name_equivalents_count(void);
const unsigned char *_Nonnull embedded_international_equivalents_bytes(void);
size_t embedded_international_equivalents_count(void);
const unsigned char *_Nonnull embedded_nicknames_bytes(void);
size_t embedded_nicknames_count(void);
const unsigned char *_Nonnull embedded_titles_bytes(void);
size_t embedded_titles_count(void);
const unsigned char *_Nonnull embedded_spanish_surnames_bytes(void);
size_t embedded_spanish_surnames_count(void);

const unsigned char *_Nonnull embedded_particles_bytes(void);
size_t embedded_particles_count(void);
const unsigned char *_Nonnull embedded_legal_forms_bytes(void);
size_t embedded_legal_forms_count(void);
const unsigned char *_Nonnull embedded_organisation_words_bytes(void);
size_t embedded_organisation_words_count(void);
const unsigned char *_Nonnull embedded_numbers_bytes(void);
size_t embedded_numbers_count(void);
const unsigned char *_Nonnull embedded_places_bytes(void);
size_t embedded_places_count(void);
const unsigned char *_Nonnull embedded_patronymic_equivalents_bytes(void);
size_t embedded_patronymic_equivalents_count(void);
const unsigned char *_Nonnull embedded_romanization_standards_bytes(void);
size_t embedded_romanization_standards_count(void);

const unsigned char *_Nonnull embedded_native_spellings_bytes(void);
size_t embedded_native_spellings_count(void);

const unsigned char *_Nonnull embedded_syllable_readings_bytes(void);
size_t embedded_syllable_readings_count(void);

const unsigned char *_Nonnull embedded_han_readings_bytes(void);
size_t embedded_han_readings_count(void);

const unsigned char *_Nonnull embedded_wade_giles_bytes(void);
size_t embedded_wade_giles_count(void);

const unsigned char *_Nonnull embedded_name_frequencies_bytes(void);
size_t embedded_name_frequencies_count(void);
