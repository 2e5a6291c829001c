/// The sample list compiled to an index (corpora/designations/embedded.index, made by `make embed`), carried inside the
/// binary so that a single check need not compile it.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// First byte of the index file, `embedded_index_count()` bytes. Lives as long as the process and never changes.
const uint8_t *_Nonnull embedded_index_bytes(void);

/// Length of the index file in bytes.
size_t embedded_index_count(void);
