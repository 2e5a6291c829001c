/// Files of corpora/ carried inside the binary. Every header beside this one is named here, so that a new one is
/// seen by builds that already hold a compiled module.
#pragma once
#include "embedded_checksums.h"
#include "embedded_compiled_language.h"
#include "embedded_designations.h"
#include "embedded_index.h"
#include "embedded_laboratory.h"
#include "embedded_language.h"
