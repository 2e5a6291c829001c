#include "embedded_corpora.h"
