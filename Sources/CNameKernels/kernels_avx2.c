#if defined(__x86_64__)
#define TARGET_AVX2
#define KERNELS namescreen_avx2_kernels
#include "kernels_of_target.h"
#endif
