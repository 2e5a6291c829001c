#include "lanes.h"
#include <stdatomic.h>

static atomic_int are_forbidden = 0;

void namescreen_allow_lanes(int32_t are_allowed) { are_forbidden = !are_allowed; }

int32_t namescreen_has_lanes(void) {
#if defined(__x86_64__)
  return !are_forbidden && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vpopcntdq");
#else
  return 0;
#endif
}
