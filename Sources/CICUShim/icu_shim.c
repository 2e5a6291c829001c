#include "icu_shim.h"

#include <pthread.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uvernum.h>

_Static_assert(sizeof(UChar) == 2, "ICU's UChar is UTF-16");
_Static_assert(sizeof(UErrorCode) == 4, "ICU's error code is an int");

/// UTF-16 scratch that holds `length` bytes of UTF-8 and room to grow.
static UChar *to_utf16(const uint8_t *text, int32_t length, int32_t capacity, int32_t *count) {
  UChar *buffer = malloc(sizeof(UChar) * (size_t)capacity);
  if (buffer == NULL) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(buffer, capacity, count, (const char *)text, length, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) {
    free(buffer);
    return NULL;
  }
  return buffer;
}

static int32_t to_utf8(const UChar *text, int32_t count, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8WithSub((char *)output, capacity, &written, text, count, 0xFFFD, NULL, &status);
  return U_FAILURE(status) || written > capacity ? -1 : written;
}

int32_t namescreen_icu_nfkc(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  UChar *source = to_utf16(text, length, length + 1, &count);
  if (source == NULL) return -1;
  UChar *target = malloc(sizeof(UChar) * (size_t)(capacity + 1));
  int32_t written = -1;
  if (target != NULL) {
    int32_t normalized = unorm2_normalize(normalizer, source, count, target, capacity, &status);
    if (U_SUCCESS(status)) written = to_utf8(target, normalized, output, capacity);
  }
  free(target);
  free(source);
  return written;
}

static int32_t transform(
    const UTransliterator *transliterator, const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  int32_t count = 0;
  int32_t room = capacity > length ? capacity + 1 : length + 1;
  UChar *buffer = to_utf16(text, length, room, &count);
  if (buffer == NULL) return -1;
  UErrorCode status = U_ZERO_ERROR;
  int32_t limit = count;
  utrans_transUChars(transliterator, buffer, &count, room, 0, &limit, &status);
  int32_t written = U_FAILURE(status) ? -1 : to_utf8(buffer, count, output, capacity);
  free(buffer);
  return written;
}

static UTransliterator *open_transform(const char *identifier) {
  UChar name[256];
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strFromUTF8(name, 256, &count, identifier, -1, &status);
  if (U_FAILURE(status)) return NULL;
  UTransliterator *opened = utrans_openU(name, count, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_FAILURE(status) ? NULL : opened;
}

static pthread_mutex_t latin_lock = PTHREAD_MUTEX_INITIALIZER;
static UTransliterator *latin_transliterator = NULL;

int32_t namescreen_icu_to_latin(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  pthread_mutex_lock(&latin_lock);
  if (latin_transliterator == NULL) latin_transliterator = open_transform("Any-Latin; Latin-ASCII; Lower");
  int32_t written = latin_transliterator == NULL
                        ? -1
                        : transform(latin_transliterator, text, length, output, capacity);
  pthread_mutex_unlock(&latin_lock);
  return written;
}

int32_t namescreen_icu_transform(
    const char *identifier, const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  UTransliterator *transliterator = open_transform(identifier);
  if (transliterator == NULL) return -1;
  int32_t written = transform(transliterator, text, length, output, capacity);
  utrans_close(transliterator);
  return written;
}

int32_t namescreen_icu_script(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(scalar, &status);
  return U_FAILURE(status) ? -1 : (int32_t)script;
}

int32_t namescreen_icu_is_word(int32_t scalar) {
  int8_t category = u_charType(scalar);
  return u_isalnum(scalar) || category == U_NON_SPACING_MARK || category == U_COMBINING_SPACING_MARK;
}

const char *namescreen_icu_version(void) { return U_ICU_VERSION; }
