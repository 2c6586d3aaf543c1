#!/bin/sh
# The browser tests need a Chromium. Take the system's; install it where the package manager can; else say how to get it.
[ -n "${CHROMIUM:-}" ] && exit 0
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null && exit 0
done
[ -d "$HOME/.cache/ms-playwright" ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the browser tests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
cat >&2 <<'TEXT'
The browser tests need a Chromium. Do one of these and try again:
  sudo apt install chromium                        (Debian, Ubuntu)
  .venv/bin/python -m playwright install chromium  (elsewhere)
  CHROMIUM=/path/to/chromium make test             (your own)
TEXT
exit 1
