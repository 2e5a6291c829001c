#include "signature_scan.h"
