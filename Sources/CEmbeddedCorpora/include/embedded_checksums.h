/// The checksums of the data that names are analysed with (corpora/language/checksums.tsv, made by `make embed`), carried inside the
/// binary, so that no process reads all of that data to know them.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// First byte of the file, `embedded_checksums_count()` bytes. Lives as long as the process and never changes.
const uint8_t *_Nonnull embedded_checksums_bytes(void);

/// Length of the file in bytes.
size_t embedded_checksums_count(void);
