#define SIGNROUTE_JSON_HERE
#include "tests/core/json_once.h"

SIGNROUTE_JSON_ONCE()
