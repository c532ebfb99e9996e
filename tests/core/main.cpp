#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "tests/core/sample.h"

#ifdef SIGNROUTE_SAMPLE
const bool signroute::test::kSampled = true;

// Of where a block was had, two frames are kept: thirty, as by default, take a third of the time. ASAN_OPTIONS asks for more.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "malloc_context_size=2"; }
#else
const bool signroute::test::kSampled = false;
#endif
