#!/bin/sh
# Configures and builds one preset, in one line of output; the whole of it is in build/log/build-PRESET.log, whose end
# is shown when the build fails.
#
# usage: sh .ci/build.sh native|native-debug|web [TARGET…]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/env.sh"
preset=$1
shift
[ $# -gt 0 ] || set -- all
log="$root/build/log/build-$preset.log"
mkdir -p "$(dirname "$log")"
cd "$root"

build() { # build TARGET…
    if [ "$preset" = web ]; then
        emcmake cmake --preset web || return
    else
        cmake --preset "$preset" || return
    fi
    cmake --build --preset "$preset" --target "$@"
}

say "编译 $preset (building; log in build/log/build-$preset.log) …"
if build "$@" >"$log" 2>&1; then exit 0; fi
tail -n 40 "$log"
say "编译失败 (the build failed): $preset"
exit 1
