/// All kernels, compiled for one target; the including file says which and names them.
#include "kernels.h"
#include "letter_worth.h"
#include "signature.h"
#include <stdlib.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Vectors that no register holds are passed within this file alone.
#pragma clang diagnostic ignored "-Wpsabi"
#if defined(TARGET_AVX512)
#pragma clang attribute push( \
    __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt,fma,avx512f,avx512dq,avx512vl,avx512bw,avx512vbmi,avx512vpopcntdq"))), \
    apply_to = function)
#elif defined(TARGET_AVX2)
#pragma clang attribute push(__attribute__((target("avx2,bmi,bmi2,popcnt,fma"))), apply_to = function)
#endif
#include "listed_words.h"
#include "name_bound_kernels.h"
#include "vocabulary.h"
#if defined(TARGET_AVX512) || defined(TARGET_AVX2)
#pragma clang attribute pop
#endif

#define KERNEL(result, name, parameters, arguments) .name = name,
const namescreen_kernels KERNELS = {
#include "kernel_list.h"
};
