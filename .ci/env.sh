# shellcheck shell=sh
# Sourced, with $root set: what a build needs in its environment. It installs nothing.

# An active Emscripten SDK may be announced by EMSDK alone, without its directory in PATH.
if [ -n "${EMSDK:-}" ] && ! command -v em++ >/dev/null 2>&1; then
    PATH="$EMSDK:$EMSDK/upstream/emscripten:$PATH"
    export PATH
fi

# Debian's Emscripten keeps acorn where only Debian's own node looks for it; another node has to be told.
if [ -d /usr/share/nodejs/acorn ]; then
    case ":${NODE_PATH:-}:" in
        *:/usr/share/nodejs:*) ;;
        *) NODE_PATH="${NODE_PATH:+$NODE_PATH:}/usr/share/nodejs" ;;
    esac
    export NODE_PATH
fi

# The browser of the tests: CHROMIUM wins, then whatever Chromium or Chrome is installed.
if [ -z "${CHROMIUM:-}" ]; then
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if CHROMIUM=$(command -v "$name"); then break; fi
    done
fi
export CHROMIUM

say() { printf '%s\n' "$*"; }
