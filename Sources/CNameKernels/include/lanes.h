/// Whether bits are counted in lanes, many words at a time. What is found is the same with and without.
#pragma once
#include <stdint.h>

/// Whether this processor has lanes and they are not forbidden.
int32_t namescreen_has_lanes(void);

/// Lets tests see to both ways: 0 forbids lanes in the whole process, 1 allows them again.
void namescreen_allow_lanes(int32_t are_allowed);
