/// The tables that only the recall laboratory reads, carried inside the binary like those of `embedded_language.h`.
#pragma once
#include <stddef.h>

const unsigned char *_Nonnull embedded_letters_bytes(void);
size_t embedded_letters_count(void);
const unsigned char *_Nonnull embedded_ordinary_names_bytes(void);
size_t embedded_ordinary_names_count(void);
