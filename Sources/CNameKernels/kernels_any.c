#define KERNELS namescreen_any_kernels
#include "kernels_of_target.h"
