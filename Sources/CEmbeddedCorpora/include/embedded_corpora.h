/// Files of corpora/ carried inside the binary.
#pragma once
#include <stddef.h>
