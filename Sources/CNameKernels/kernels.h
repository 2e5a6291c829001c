/// The kernels as they are compiled for each target.
#pragma once
#include "name_bound.h"
#include "spelling.h"

typedef struct {
#define KERNEL(result, name, parameters, arguments) result(*name) parameters;
#include "kernel_list.h"
#undef KERNEL
} namescreen_kernels;

extern const namescreen_kernels namescreen_any_kernels;
#if defined(__x86_64__)
extern const namescreen_kernels namescreen_avx2_kernels, namescreen_avx512_kernels;
#endif
