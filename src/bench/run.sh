#!/usr/bin/env bash
# Fills a store of its own under target/bench with a million incidents, once, and measures the service on it: src/bench/run.sh
# [ROWS]. The table goes to standard output; docs/speed.md has the last one. Needs a quiet machine, and psql.
set -euo pipefail

here=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
home=$here/target/bench
rows=${1:-1000000}
mkdir -p "$home"
chmod 755 "$home"

# the service as anybody starts it, with a store of its own
port=${OQIGA_BENCH_PORT:-18080}
OQIGA_JAVA_OPTIONS="-Doqiga.home=$home ${OQIGA_JAVA_OPTIONS:-}" "$here/oqiga" map --port "$port" >"$home/out" 2>"$home/err" </dev/null &
service=$!
trap 'kill $service 2>/dev/null; wait $service 2>/dev/null || true' EXIT
for _ in $(seq 900); do
  [[ -s $home/out ]] && break
  kill -0 $service || { cat "$home/err" >&2; exit 1; }
  sleep 0.5
done
PGPORT=$(sed -n 4p "$home/data/postgres/postmaster.pid")
export PGHOST=127.0.0.1 PGPORT PGUSER=oqiga PGDATABASE=postgres PGOPTIONS='-csearch_path=oqiga,public'
PGPASSWORD=$(cat "$home/data/postgres.password")
export PGPASSWORD
if (($(psql -qAtX -c 'SELECT count(*) FROM incident') < rows)); then
  echo "filling the store; this takes some minutes" >&2
  psql -qX -v rows="$rows" -f "$here/src/bench/fill.sql" >&2
fi
[[ -z ${OQIGA_BENCH_FILL_ONLY:-} ]] || exit 0
# reports that other rules have read, or none, are read again when a service starts
sleep 10
until (($(psql -qAtX -c 'SELECT count(DISTINCT rules) FROM report') == 1)); do
  sleep 2
done

echo "$(date -u +%F), $(nproc) cores ($(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)), $(free -g | awk '/^Mem/ {print $2}') GB, $(psql --version), $(java -version 2>&1 | head -1), $rows incidents"
echo
java -XX:+UseSerialGC -Xmx512m "$here/src/bench/Bench.java" "$port" "$service"
