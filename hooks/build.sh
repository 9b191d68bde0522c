#!/usr/bin/env bash
# The ASK CLI calls this instead of its own build: $1 is the zip to write. Its own build would copy
# lambda/ without skill/, and take wheels for this machine's Python instead of the Lambda's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=python3
if [ -x .venv/bin/python ]; then python=.venv/bin/python; fi
exec "$python" -m skill bundle "$1" --states .ask/ask-states.json
