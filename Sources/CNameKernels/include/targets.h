/// What the kernels are compiled for. What they find is the same whatever the processor.
#pragma once
#include <stdint.h>

/// Any processor; one with AVX2; one that counts bits in lanes and looks bytes up in tables (AVX-512 VPOPCNTDQ and VBMI).
#define NAMESCREEN_ANY 0
#define NAMESCREEN_AVX2 1
#define NAMESCREEN_AVX512 2

/// The best of them that this processor has.
int32_t namescreen_best_target(void);

/// Lets tests see to all of them: in the whole process nothing better is used than `most`.
void namescreen_limit_target(int32_t most);
