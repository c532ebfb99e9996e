#!/bin/sh
# Builds the site and serves it on this machine, after installing whatever is missing for that.
#
# usage: sh web/serve.sh [--port N] [--host ADDRESS] [--build-only]
#   --port N         the port; without it 8080, or the next free one
#   --host ADDRESS   the address to listen on; without it 127.0.0.1, this machine alone
#   --build-only     leaves the site in build/web/site/ and ends
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
usage() { sed -n '/^# usage/,/^set/s/^# \{0,1\}//p' "$0"; }

port=
host=127.0.0.1
serve=true
while [ $# -gt 0 ]; do
    case "$1" in
        --build-only) serve=false ;;
        --port | --host)
            if [ $# -lt 2 ]; then usage && exit 2; fi
            if [ "$1" = --port ]; then port=$2; else host=$2; fi
            shift
            ;;
        -h | --help) usage && exit 0 ;;
        *) usage && exit 2 ;;
    esac
    shift
done
case "$port" in *[!0-9]*) usage && exit 2 ;; esac

sh "$root/.ci/setup.sh" web
. "$root/.ci/env.sh"
sh "$root/.ci/build.sh" web site
say "站点已生成 (the site is in): build/web/site/"
if $serve; then exec node "$root/web/serve.mjs" "$root/build/web/site" "$host" "$port"; fi
