#!/bin/sh
# What the tests want from Debian: a browser, and the PostgreSQL and Redis that a structure may already have.
# Installs what is missing when it may, says what stays missing, and never fails: the tests that need it say so too.
set -u

present() {
    case "$1" in
        chromium) command -v chromium || command -v chromium-browser ;;
        postgresql-15) test -x /usr/lib/postgresql/15/bin/postgres ;;
        redis-server) command -v redis-server ;;
    esac >/dev/null 2>&1
}

install() {
    echo "Installation de $1 (apt)…"
    # as if in rescue mode, so that no service of Debian's own starts: the tests start theirs
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

missing=""
for package in chromium postgresql-15 redis-server; do
    present "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null || true
    for package in $missing; do install "$package" || true; done
fi
for package in $missing; do
    present "$package" || echo "Absent : $package. Les tests qui en ont besoin seront cités comme non joués ; « apt-get install $package », en root, les rend possibles."
done
