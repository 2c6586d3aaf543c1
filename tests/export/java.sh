#!/bin/sh
# EPUB files are checked with epubcheck, which runs on Java. Install it where the package manager can; without it those tests are skipped.
command -v java >/dev/null && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Java for the tests of EPUB files …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null && exit 0
fi
echo "No Java: EPUB files are not checked with epubcheck (Debian, Ubuntu: sudo apt install default-jre-headless)." >&2
exit 0
