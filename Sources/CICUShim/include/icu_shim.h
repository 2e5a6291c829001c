/// The only door to ICU. Fixed-width types alone, since ICU's own headers clash with Foundation's ICU module.
#pragma once
#include <stdint.h>

/// Normalises UTF-8 `text` of `length` bytes to NFKC, into `output`.
/// Returns the bytes written, or -1 when `capacity` is too small or ICU fails.
int32_t namescreen_icu_nfkc(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity);

/// Romanises UTF-8 `text` by ICU's `Any-Latin; Latin-ASCII; Lower`, into `output`. The transliterator is opened at
/// the first call in the process (milliseconds) and shared under a lock.
/// Returns the bytes written, or -1 when `capacity` is too small or ICU fails.
int32_t namescreen_icu_to_latin(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity);

/// Transliterates by any ICU transform `identifier`, e.g. `Russian-Latin/BGN`; opens and closes it at each call, so
/// this is for tests and generators.
int32_t namescreen_icu_transform(
    const char *identifier, const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity);

/// The ISO 15924 script of a scalar as ICU's `UScriptCode`, or -1.
int32_t namescreen_icu_script(int32_t scalar);

/// Whether ICU counts the scalar as a letter, a digit, or a mark that is part of a word.
int32_t namescreen_icu_is_word(int32_t scalar);

/// ICU's version, e.g. `72.1`, a string that lives as long as the process.
const char *namescreen_icu_version(void);
