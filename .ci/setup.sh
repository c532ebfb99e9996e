#!/bin/sh
# Installs what a build or a test run needs and this machine does not have. Where nothing is missing it does nothing.
#
# usage: sh .ci/setup.sh [native] [web] [browser]        without a part: native
#   native   two C++20 compilers, CMake, Ninja, nlohmann/json, doctest, mimalloc, the sources of Dear ImGui
#   web      CMake, Ninja, Emscripten (one in PATH or EMSDK is taken as it is), Node.js, terser, xz, the same libraries
#   browser  Node.js, the locked npm packages of tests/, Chromium (or CHROMIUM=…), a font with Chinese
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/env.sh"
log="$root/build/log/setup.log"
third_party="$root/build/third_party"

have() { command -v "$1" >/dev/null 2>&1; }

missing=
need() {
    case " $missing " in
        *" $1 "*) ;;
        *) missing="$missing $1" ;;
    esac
}

at_least() { # at_least COMMAND MAJOR MINOR: the first version number that COMMAND prints is that or later
    "$1" --version 2>/dev/null | sed -n 's/[^0-9]*\([0-9][0-9]*\)\.\([0-9][0-9]*\).*/\1 \2/p' | {
        read -r major minor && [ "$((major * 1000 + minor))" -ge "$(($2 * 1000 + $3))" ]
    }
}

header() { [ -r "$third_party/include/$1" ] || [ -r "/usr/include/$1" ]; }

need_build_tools() {
    at_least cmake 3 21 || need cmake
    have ninja || need ninja-build
    header nlohmann/json.hpp || need nlohmann-json3-dev
    header doctest/doctest.h || need doctest-dev
    [ -n "${IMGUI_DIR:-}" ] || [ -r "$third_party/imgui/imgui.h" ] || have xz || need xz-utils
}

has_chinese_font() {
    have fc-list && fc-list ':lang=zh-cn' 2>/dev/null | grep -q .
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@" >>"$log" 2>&1
}

give_up() {
    missing=${missing# }
    say "缺少：$missing。请以 root（或 sudo）运行 apt-get install --no-install-recommends $missing，再运行本命令" \
        "($1; install $missing as root, in Debian by the command above, and run this again; the log is build/log/setup.log)。"
    exit 1
}

install_missing() {
    [ -n "$missing" ] || return 0
    have apt-get || give_up "this system has no apt-get"
    [ "$(id -u)" = 0 ] || have sudo || give_up "not root, and there is no sudo"
    say "安装系统软件包 (installing system packages):$missing …"
    apt update || say "软件源列表未能更新，按现有列表安装 (the package lists could not be updated; trying with those at hand)"
    # shellcheck disable=SC2086 # a list of names
    apt install -y --no-install-recommends $missing || give_up "apt-get could not install them"
}

# The compilers get these two libraries a directory of their own: -I/usr/include would break Emscripten.
link_headers() {
    mkdir -p "$third_party/include"
    for name in nlohmann doctest; do
        [ -e "$third_party/include/$name" ] || ln -sfn "/usr/include/$name" "$third_party/include/$name"
    done
}

install_npm_packages() {
    lock="$root/tests/package-lock.json"
    stamp="$root/tests/node_modules/.lock-installed"
    cmp -s "$lock" "$stamp" && return
    if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)'; then
        say "Node.js 版本过低：请安装 18 或更新版本 (Node.js is too old: install 18 or later, and run this again)。"
        exit 1
    fi
    say "安装测试用 npm 包 (installing the npm packages of the tests) …"
    if ! (cd "$root/tests" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --loglevel=error) >>"$log" 2>&1; then
        say "npm 包未能安装：请使 npm 能访问一个软件源后，在 tests/ 中运行 npm ci" \
            "(npm could not install them: give npm a registry it can reach, then run this again; the log is build/log/setup.log)。"
        exit 1
    fi
    cp "$lock" "$stamp"
}

[ $# -gt 0 ] || set -- native
native=false web=false browser=false
for part in "$@"; do
    case "$part" in
        native) native=true ;;
        web) web=true ;;
        browser) browser=true ;;
        *) say "usage: sh .ci/setup.sh [native] [web] [browser]" && exit 2 ;;
    esac
done
mkdir -p "$(dirname "$log")"
: >"$log"

if $native || $web; then need_build_tools; fi
if $native; then # Clang compiles the tests twice as fast, GCC what is watched by sanitizers; each warns of what the other does not
    have clang++ || need clang
    have g++ || need g++
    [ -r /usr/include/mimalloc.h ] || need libmimalloc-dev
fi
if $web; then
    have em++ || need emscripten
    have node || need nodejs
    have terser || need terser
    have xz || need xz-utils
fi
if $browser; then
    have node || need nodejs
    have npm || [ -r "$root/tests/node_modules/.lock-installed" ] || need npm
    [ -n "$CHROMIUM" ] || need chromium
    has_chinese_font || { need fontconfig && need fonts-noto-cjk; }
fi
install_missing
if $native || $web; then
    link_headers
    sh "$root/.ci/fetch-imgui.sh"
fi
if $browser; then install_npm_packages; fi
