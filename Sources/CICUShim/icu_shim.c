#include "icu_shim.h"
