// Whether long properties take a sample: under the sanitizers they do, in the release build they run in full.
#pragma once

namespace signroute::test {

extern const bool kSampled;  // said by the preset, in main.cpp; the test cases themselves are compiled once for all presets

}  // namespace signroute::test
