#if defined(__x86_64__)
#define TARGET_AVX512
#define KERNELS namescreen_avx512_kernels
#include "kernels_of_target.h"
#endif
