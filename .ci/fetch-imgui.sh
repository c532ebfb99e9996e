#!/bin/sh
# Puts the sources of Dear ImGui into build/third_party/imgui, unless they are there already.
#
# IMGUI_DIR, a source tree of your own, always wins. Otherwise they come, with a checked hash, from Debian's source
# package on the mirror this machine already uses; where there is no such mirror, from a pinned commit of ImGui's own
# repository. Nothing of the system's configuration is touched.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/env.sh"

wanted="1.92.2b+ds-1"
wanted_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
repository=https://github.com/ocornut/imgui.git
commit=45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # v1.92.2b
least_number=19220                              # the first release with dynamic fonts and textures

target="$root/build/third_party/imgui"

number_of() { sed -n 's/^#define IMGUI_VERSION_NUM[[:space:]]*\([0-9]*\).*/\1/p' "$1/imgui.h" 2>/dev/null; }

good_enough() {
    number=$(number_of "$1")
    [ -n "$number" ] && [ "$number" -ge "$least_number" ]
}

keep() { # moves a complete source tree into its place in one step
    rm -rf "$target"
    mkdir -p "$(dirname "$target")"
    mv "$1" "$target"
}

mirror_of_this_machine() {
    command -v apt-get >/dev/null 2>&1 || return 1
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        sed -n 's/^Debian|Debian|//p' | head -n 1
}

debian_keyring() {
    for ring in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
        if [ -r "$ring" ]; then echo "$ring" && return; fi
    done
    return 1
}

newest_good_version() { # the newest version on the mirror that is at least 1.92.2
    best=1.92.2
    found=
    for version in $("$@" | sed -n 's/^Version: //p'); do
        if dpkg --compare-versions "$version" ge "$best"; then best=$version found=$version; fi
    done
    [ -n "$found" ] && echo "$found"
}

from_debian() {
    mirror=$(mirror_of_this_machine) && [ -n "$mirror" ] || return 1
    ring=$(debian_keyring) || return 1
    mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial" "$scratch/get" "$scratch/tree"
    echo "deb-src [signed-by=$ring] $mirror sid main" >"$scratch/sources.list"
    # An intranet mirror may lag behind: the date may have run out, the signature and the hash are what counts.
    set -- -q -o Acquire::Check-Valid-Until=false -o "Dir::Etc::SourceList=$scratch/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o "Dir::State::Lists=$scratch/lists" -o "Dir::Cache=$scratch/cache" -o APT::Sandbox::User=root
    apt-get "$@" update || return 1
    version=$wanted
    if ! apt-cache "$@" showsrc imgui | grep -qxF "Version: $wanted"; then
        version=$(newest_good_version apt-cache "$@" showsrc imgui) || return 1
        say "Dear ImGui $wanted 已不在镜像中，改用 $version（以 apt 的签名校验代替哈希）" \
            "(using $version; apt's signature check stands for the hash)" >&3
    fi
    (cd "$scratch/get" && apt-get "$@" source --download-only "imgui=$version") || return 1
    archive=$(echo "$scratch"/get/imgui_*.orig.tar.*)
    if [ "$version" = "$wanted" ] && ! echo "$wanted_sha256  $archive" | sha256sum --check --status; then
        say "Dear ImGui 源码包的 SHA-256 不符，不予使用 (the archive's SHA-256 is not the expected one: refused)" >&3
        return 1
    fi
    tar -xf "$archive" -C "$scratch/tree" --strip-components=1 --exclude='*/examples' || return 1
    good_enough "$scratch/tree" && keep "$scratch/tree"
}

from_repository() {
    command -v git >/dev/null 2>&1 || return 1
    rm -rf "$scratch/tree"
    git init -q "$scratch/tree" || return 1
    GIT_TERMINAL_PROMPT=0 git -C "$scratch/tree" fetch -q --depth 1 "$repository" "$commit" || return 1
    git -C "$scratch/tree" -c advice.detachedHead=false checkout -q "$commit" || return 1
    good_enough "$scratch/tree" && keep "$scratch/tree"
}

if [ -n "${IMGUI_DIR:-}" ]; then
    if ! good_enough "$IMGUI_DIR"; then
        say "IMGUI_DIR=$IMGUI_DIR 不是 1.92.2 或更新的 Dear ImGui 源码目录 (is no source tree of Dear ImGui 1.92.2 or later)。"
        exit 1
    fi
    here=$(cd "$IMGUI_DIR" && pwd -P)
    [ "$(readlink -f "$target" 2>/dev/null)" = "$here" ] && exit 0
    rm -rf "$target"
    mkdir -p "$(dirname "$target")"
    ln -s "$here" "$target"
    exit 0
fi
good_enough "$target" && exit 0

exec 3>&1
log="$root/build/log/imgui.log"
mkdir -p "$(dirname "$log")" "$root/build/third_party"
scratch=$(mktemp -d "$root/build/third_party/.imgui.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM
say "取 Dear ImGui 源码 (fetching the sources of Dear ImGui) …"
if from_debian >"$log" 2>&1 || from_repository >>"$log" 2>&1; then exit 0; fi
say "取不到 Dear ImGui：请另行取得 1.92.2 或更新版本的源码，设 IMGUI_DIR=其目录，再运行本命令" \
    "(cannot fetch Dear ImGui: get its sources, 1.92.2 or later, set IMGUI_DIR to their directory, run this again; see build/log/imgui.log)。"
exit 1
