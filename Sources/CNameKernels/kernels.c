#include "kernels.h"
#include "targets.h"
#include <stdatomic.h>

static atomic_int most_allowed = NAMESCREEN_AVX512;

void namescreen_limit_target(int32_t most) { most_allowed = most; }

int32_t namescreen_best_target(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vpopcntdq") &&
      __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
    return NAMESCREEN_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi2")) return NAMESCREEN_AVX2;
#endif
  return NAMESCREEN_ANY;
}

static const namescreen_kernels *kernels(void) {
#if defined(__x86_64__)
  int32_t best = namescreen_best_target(), allowed = atomic_load_explicit(&most_allowed, memory_order_relaxed);
  int32_t target = best < allowed ? best : allowed;
  if (target == NAMESCREEN_AVX512) return &namescreen_avx512_kernels;
  if (target == NAMESCREEN_AVX2) return &namescreen_avx2_kernels;
#endif
  return &namescreen_any_kernels;
}

#define KERNEL(result, name, parameters, arguments) \
  result namescreen_##name parameters { return kernels()->name arguments; }
#include "kernel_list.h"
