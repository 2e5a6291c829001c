/// The only door to ICU. Fixed-width types alone, since ICU's own headers clash with Foundation's ICU module.
#pragma once
#include <stdint.h>
