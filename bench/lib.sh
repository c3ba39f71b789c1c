# SPDX-License-Identifier: Apache-2.0
# Shared by the measurements in this folder: start a server, load it, read its CPU time.
# Every function prints its result on stdout and its complaints on stderr.

set -euo pipefail
BENCH=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HOME_DIR=$(cd "$BENCH/.." && pwd)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/signalbox-bench.XXXXXX")
STARTED=()

stop() { # pid
  kill -TERM "$1" 2>/dev/null || return 0
  for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done
  kill -KILL "$1" 2>/dev/null || true
}

cleanup() {
  for pid in "${STARTED[@]:-}"; do [ -n "$pid" ] && stop "$pid"; done
  rm -rf "$WORK"
}
trap cleanup EXIT

need() { # command package
  command -v "$1" >/dev/null || { echo "missing $1: apt-get install $2" >&2; exit 1; }
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    grep -qiE "^ *[0-9]+: [0-9A-F]+:$(printf %04X "$port") " /proc/net/udp /proc/net/tcp || break
  done
  echo "$port"
}

descendants() { # pid: the process and everything below it
  local pid
  echo "$1"
  for pid in $(cat /proc/"$1"/task/*/children 2>/dev/null); do descendants "$pid"; done
}

cpu_us() { # pid: user + system time of the process and its children, in microseconds
  local pid ticks=0 t
  for pid in $(descendants "$1"); do
    t=$(awk '{sub(/^.*\) /, ""); print $12 + $13}' "/proc/$pid/stat" 2>/dev/null) || continue
    ticks=$((ticks + t))
  done
  echo $((ticks * 1000000 / $(getconf CLK_TCK)))
}

wait_for() { # description command...
  local what=$1
  shift
  for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done
  echo "gave up waiting for $what" >&2
  return 1
}

start_kamailio() { # cfg: prints the pid of the main process
  kamailio -f "$1" -m 1024 -DD -E >"$WORK/kamailio.log" 2>&1 &
  local pid=$!
  echo "$pid"
}

start_signalbox() { # cfg [options...]: prints the pid
  local cfg=$1
  shift
  "$HOME_DIR/deployment/signalbox" -f "$cfg" "$@" >"$WORK/signalbox.log" 2>&1 &
  echo $!
}

answers() { # port: whether an OPTIONS gets its 200
  sipsak -s "sip:bench@127.0.0.1:$1" >/dev/null 2>&1
}

options_load() { # port rate count [user]: sends OPTIONS and waits for each 200; fails when calls failed
  sipp "127.0.0.1:$1" -s "${4:-bench}" -sf "$BENCH/scenarios/options.xml" -i 127.0.0.1 -r "$2" -m "$3" -l 20000 \
    -nd -nostdin -recv_timeout 8000 -timeout 600 >"$WORK/sipp.out" 2>&1 ||
    { echo "SIPp reported failures:" >&2; grep -E 'Successful|Failed' "$WORK/sipp.out" >&2; }
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

us_per_answer() { # pid port rate count: CPU time of the server per OPTIONS
  local before after
  before=$(cpu_us "$1")
  options_load "$2" "$3" "$4"
  after=$(cpu_us "$1")
  awk -v us=$((after - before)) -v n="$4" 'BEGIN { printf "%.1f", us / n }'
}

# Warms both up with the same load, then measures them in turn.
take_turns_answering() { # kamailio-pid port signalbox-pid port rounds rate count
  local round k s
  echo "warming up both with the same load ($(($6 * 20)) messages)"
  options_load "$2" "$6" $(($6 * 20))
  options_load "$4" "$6" $(($6 * 20))
  printf '%-6s %14s %14s %8s\n' round 'Kamailio us' 'Signalbox us' ratio
  for round in $(seq "$5"); do
    k=$(us_per_answer "$1" "$2" "$6" "$7")
    s=$(us_per_answer "$3" "$4" "$6" "$7")
    printf '%-6s %14s %14s %8s\n' "$round" "$k" "$s" "$(ratio "$s" "$k")"
  done
}
