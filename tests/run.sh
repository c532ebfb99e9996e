#!/bin/sh
# Installs what is missing, builds natively (release, and debug under AddressSanitizer and UBSan) and for the web, and
# runs every test. The last line is "N passed, N failed"; the exit status is 0 only when nothing failed and every step ran.
#
# usage: sh tests/run.sh [--long]
#   --long   also what takes an hour, and all of what else is sampled (the tests see SIGNROUTE_LONG=1)
# Each step's output is in build/log/. Texts of the regulations are looked for in SEEDS_DIR, else in ../shared/seeds.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1
case "${1:-}" in
    '') ;;
    --long) export SIGNROUTE_LONG=1 ;;
    *) sed -n '/^# usage/,/^set/s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac

logs="$root/build/log"
tallies="$root/build/tally"
rm -rf "$tallies"
mkdir -p "$logs" "$tallies"

. .ci/env.sh
finish() { # sums the steps; the line is the last one printed
    passed=0 failed=0
    for tally in "$tallies"/*; do
        [ -r "$tally" ] || continue
        read -r good bad <"$tally"
        passed=$((passed + good)) failed=$((failed + bad))
    done
    [ "$((passed + failed))" -gt 0 ] || failed=1
    say "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}

could_not() { # could_not STEP WHY: a step that could not run is a failure
    say "    FAIL $1: $2"
    echo "0 1" >"$tallies/$1"
}

# report STEP ctest|lines STATUS SECONDS: counts the step's log, and shows what went wrong, and its end, when something failed.
report() {
    node tests/tally.mjs "$2" "$logs/$1.log" "$3" >"$tallies/$1" 2>"$logs/$1.failed" || echo "0 1" >"$tallies/$1"
    read -r good bad <"$tallies/$1"
    if [ "$bad" -gt 0 ]; then
        say "---- $1: build/log/$1.log"
        grep -E -A 3 "ERROR: |^FAIL" "$logs/$1.log" | head -n 60
        tail -n 60 "$logs/$1.log"
        say "----"
    fi
    cat "$logs/$1.failed"
    rm -f "$logs/$1.failed"
    say "$1: 通过 $good，失败 $bad（$4 秒）"
}

run_step() { # run_step STEP ctest|lines COMMAND…
    step=$1 kind=$2
    shift 2
    began=$(date +%s)
    status=0
    "$@" >"$logs/$step.log" 2>&1 </dev/null || status=$?
    report "$step" "$kind" "$status" "$(($(date +%s) - began))"
}

run_ctest() { # run_ctest PRESET STEP
    run_step "$2" ctest ctest --test-dir "build/$1" --verbose --timeout 3600
}

build() { # build PRESET [TARGET…]
    sh .ci/build.sh "$@" && return
    could_not "build-$1" "编译失败 (the build failed)"
    return 1
}

no_setup() {
    could_not setup "缺少的东西见上 (what is missing is said above)"
    finish
}

# What the native builds do without is installed while they run.
sh .ci/setup.sh native || no_setup
sh .ci/setup.sh web browser &
running=$!
trap '[ -z "$running" ] || kill $running 2>/dev/null' INT TERM
native=false debug=false
if build native core_tests signroute signroute_bench; then native=true; fi
if build native-debug core_tests; then debug=true; fi
wait "$running" || no_setup
running=
. .ci/env.sh # what was installed just now is found too

if [ -z "${SEEDS_DIR:-}" ] && [ -d "$root/../shared/seeds" ]; then SEEDS_DIR=$(cd "$root/../shared/seeds" && pwd); fi
export SEEDS_DIR="${SEEDS_DIR:-}"

# An independent list of holidays for the calendar's tests; they fail when they are told to have it and it is not there.
export SIGNROUTE_REQUIRE_ORACLES=1
export CHINESE_DAYS_TABLE="$root/build/oracle/chinese_days.txt"
mkdir -p build/oracle
if ! node tests/oracle/chinese_days.mjs >"$CHINESE_DAYS_TABLE" 2>"$logs/oracle.log"; then
    tail -n 20 "$logs/oracle.log"
    could_not oracle "独立节假日表未能生成 (the independent holiday table could not be made)"
fi

run_step check lines node tests/check/run.mjs

# Tests run while the next preset builds and what it built is tested; what they print is shown at the end.
if $native; then
    run_ctest native native >"$logs/native.said" 2>&1 &
    running=$!
fi
if $debug; then
    run_ctest native-debug native-debug >"$logs/native-debug.said" 2>&1 &
    running="$running $!"
fi
web=false
if build web; then web=true; fi
# Any other folder with a run.mjs tests the built programs from outside: the command line, the contract. The bench only prints.
for program in tests/*/run.mjs; do
    name=$(basename "$(dirname "$program")")
    case "$name" in check | web | bench) ;; *) run_step "$name" lines timeout 600 node "$program" ;; esac
done
if $web; then
    run_step site lines node tests/check/run.mjs build/web/site
    run_step web lines timeout 2700 node tests/web/run.mjs
fi
wait
for name in native native-debug; do
    if [ -r "$logs/$name.said" ]; then cat "$logs/$name.said" && rm -f "$logs/$name.said"; fi
done
grep -h 'warning:' "$logs"/build-*.log | sort -u | head -n 20
finish
