#!/bin/sh
# Makes the outside judges ready in build/judges: all of them, or those named (ical_js, libical, libreoffice).
# A judge whose tools are missing here is passed over with a word; a failure of one that can be made is one.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target="$here/../../build/judges"

ical_js() {
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        echo "judge ical_js: no node or npm here, passed over" >&2
        return 0
    fi
    folder="$target/ical_js"
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$here/ical_js/package.json" "$folder/"
    (cd "$folder" && npm install --silent --no-audit --no-fund --no-package-lock --prefer-offline --fetch-retries=0)
    cp "$here/ical_js/read.mjs" "$folder/" # last: its presence says that the rest is there
}

libical() {
    if ! command -v cc >/dev/null || ! pkg-config --exists libical 2>/dev/null; then
        echo "judge libical: no C compiler or libical-dev here, passed over" >&2
        return 0
    fi
    folder="$target/libical"
    rm -rf "$folder"
    mkdir -p "$folder"
    # shellcheck disable=SC2046 # the flags are several words
    cc -O1 -Wall -Wextra -o "$folder/read" "$here/read.c" $(pkg-config --cflags --libs libical)
    cp "$here/read.c" "$folder/" # last: its presence says that the rest is there
}

libreoffice() {
    if ! command -v soffice >/dev/null; then # it is used as it is installed
        echo "judge libreoffice: no libreoffice-writer here, passed over" >&2
    fi
}

[ $# -gt 0 ] || set -- ical_js libical libreoffice
for judge in "$@"; do
    case $judge in
        ical_js | libical | libreoffice) "$judge" ;;
        *) echo "no judge is called $judge" >&2; exit 2 ;;
    esac
done
