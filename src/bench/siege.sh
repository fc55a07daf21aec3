#!/usr/bin/env bash
# Besieges the packaged service: instances are killed (SIGKILL) and PostgreSQL is stopped while clients send reports; at the end every
# acknowledged report is there once and the incidents are those of a calm run. src/bench/siege.sh [REPORTS [KILLS [STOPS [INSTANCES]]]]
# With "load" instead: src/bench/siege.sh load [SECONDS [REPORTS A SECOND [READERS]]] reads the map while reports come in.
# It kills only what it has started itself; everything lies under target/.
set -euo pipefail
cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.."

if [[ ${1:-} == load ]]; then
  what=(-Dit.test=LoadIT "-Doqiga.load.seconds=${2:-600}" "-Doqiga.load.rate=${3:-50}" "-Doqiga.load.readers=${4:-20}")
else
  what=(-Dit.test=SiegeIT "-Doqiga.siege.reports=${1:-10000}" "-Doqiga.siege.kills=${2:-50}" "-Doqiga.siege.stops=${3:-10}"
    "-Doqiga.siege.instances=${4:-3}" "-Doqiga.siege.every=${OQIGA_SIEGE_EVERY:-12000}"
    "-Doqiga.siege.seed=${OQIGA_SIEGE_SEED:-$RANDOM}")
fi
exec mvn -B -q -Dspotless.check.skip=true -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false "${what[@]}" verify
