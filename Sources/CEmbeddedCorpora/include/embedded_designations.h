/// The sample list of corpora/designations/embedded.jsonl, carried inside the binary.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// First byte of the list: UTF-8 JSON Lines, `embedded_designations_count()` bytes, no terminating zero.
/// Lives as long as the process and never changes.
const uint8_t *_Nonnull embedded_designations_bytes(void);

/// Length of the list in bytes.
size_t embedded_designations_count(void);
