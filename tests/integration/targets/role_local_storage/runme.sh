#!/usr/bin/env bash
# Written by `make generate`: the variables are those of the role's molecule scenario.
set -eu
exec python ../role_cycle/cycle.py local_storage "$@"
