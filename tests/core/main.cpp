#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "tests/core/sample.h"

#ifdef SIGNROUTE_SAMPLE
const bool signroute::test::kSampled = true;
#else
const bool signroute::test::kSampled = false;
#endif
