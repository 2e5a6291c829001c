/// The language tables of corpora/language compiled (compiled.tables, made by `make embed`), carried inside the binary.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// First byte of the file, `embedded_compiled_language_count()` bytes. Lives as long as the process and never changes.
const uint8_t *_Nonnull embedded_compiled_language_bytes(void);

/// Length of the file in bytes.
size_t embedded_compiled_language_count(void);
