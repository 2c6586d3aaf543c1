#!/bin/sh
# The spelling of Swedish and English is checked with hunspell. Install it where the package manager can; without it those tests are skipped.
hunspell -D </dev/null 2>&1 | grep -q sv_ && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing hunspell and its dictionaries for the spelling tests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends hunspell hunspell-sv hunspell-en-gb >/dev/null && exit 0
fi
echo "No hunspell with Swedish and English dictionaries: their spelling is not checked (Debian, Ubuntu: sudo apt install hunspell hunspell-sv hunspell-en-gb)." >&2
exit 0
