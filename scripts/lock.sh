#!/bin/sh
# Renew the locked requirements: every version with its hashes, and no index address.
set -eu
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool"
"$tool/bin/pip" install --quiet uv
compile="$tool/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --quiet --custom-compile-command 'make lock'"
sh -c "$compile pyproject.toml -o requirements.txt"
sh -c "$compile pyproject.toml --group test -c requirements.txt -o requirements-test.txt"
sh -c "$compile tests/benchmarks/requirements.in -c requirements.txt -o tests/benchmarks/requirements.txt"
