#!/usr/bin/env bash
# Checks the files of the deployment with the tools that are there, and says which checks it skips.
# Ends with 1 when a check finds something; a tool that isn't to be had is no failure.
set -euo pipefail
cd "$(dirname "$0")/.."
dclint=dclint@3.1.0
dockerfile_utils=dockerfile-utils@0.16.3
failed=0

check() {
  echo "== $*"
  "$@" || failed=1
}
skip() { echo "== SKIPPED: $1" >&2; }

# The file must be accepted with nothing but the passwords, and refused without.
export POSTGRES_PASSWORD=lint POSTGRES_READER_PASSWORD=lint
if command -v docker-compose > /dev/null; then
  check docker-compose config --quiet
  if (unset POSTGRES_PASSWORD; docker-compose --env-file /dev/null config --quiet 2> /dev/null); then
    echo "docker-compose takes the file without a password"
    failed=1
  fi
else
  skip "docker-compose is not here: is docker-compose.yml accepted?"
fi
if docker compose version > /dev/null 2>&1; then
  check docker compose config --quiet
else
  skip "docker compose is not here: does the newer Compose accept docker-compose.yml, too?"
fi

# Fetched once, into a folder that git doesn't see.
tools=target/lint
if [ ! -e $tools/$dclint-$dockerfile_utils ] && command -v npm > /dev/null; then
  rm -rf $tools
  mkdir -p $tools
  if npm install --silent --no-audit --no-fund --prefix $tools $dclint $dockerfile_utils; then
    touch $tools/$dclint-$dockerfile_utils
  fi
fi
if [ -e $tools/$dclint-$dockerfile_utils ]; then
  check $tools/node_modules/.bin/dclint --config docker/dclint.yaml --max-warnings 0 docker-compose.yml
  for file in Dockerfile docker/stand-in/*/Dockerfile; do
    check $tools/node_modules/.bin/dockerfile-utils lint "$file"
  done
else
  skip "$dclint and $dockerfile_utils are not to be had: the style of docker-compose.yml and the Dockerfiles"
fi

for script in docker/ready docker/*.sh docker/stand-in/*/run; do
  check bash -n "$script"
  if command -v shellcheck > /dev/null; then check shellcheck "$script"; fi
done
command -v shellcheck > /dev/null || skip "shellcheck is not here: the scripts beyond their syntax"

exit $failed
