#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# benoitc/gunicorn#844; tiaanduplessis/kill-port#65 (something starts it again)
# Situation: a supervisor starts the server again at once
# Exit 0 where PortIO behaves right; the last line is the verdict. Needs root, Linux, python3, iproute2.
P=$(readlink -f "${PORTIO:-./portio}"); export PORTIO_HOME=$(mktemp -d); [ -z "${WARM_HOME-}" ] || cp -a "$WARM_HOME/." "$PORTIO_HOME"; export LC_ALL=C.UTF-8
PY=/usr/bin/python3; T=$(mktemp -d /tmp/portio-case.XXXXXX); KIDS=; NETNS=
cleanup() { exec 2>/dev/null; for k in $KIDS; do kill -CONT "$k" 2>/dev/null; kill -9 "$k" 2>/dev/null; done; wait 2>/dev/null
  for n in $NETNS; do ip netns del "$n" 2>/dev/null; done; rm -rf "$T"; }
trap cleanup EXIT
up() { for _ in $(seq 150); do ss -tuanH | grep -q "[:.]$1 " && return 0; sleep .1; done; echo "test failed: nothing at $1"; exit 99; }
wait_for() { for _ in $(seq 150); do eval "$1" && return 0; sleep .1; done; echo "test failed: $1"; exit 99; }
right() { echo "RIGHT: $*"; exit 0; }
wrong() { echo "WRONG: $*"; exit 1; }
cat > $T/srv.py <<'E'
import socket, sys, time
L = []
for a in sys.argv[1:]:
    h, p = a.rsplit(':', 1)
    s = socket.socket(socket.AF_INET6 if ':' in h else socket.AF_INET); s.setsockopt(1, 2, 1)
    s.bind((h, int(p))); s.listen(5); L.append(s)
time.sleep(300)
E

( trap 'kill $c; exit' TERM; while true; do $PY $T/srv.py 127.0.0.1:23251 & c=$!; wait $c; done ) & A=$!; KIDS="$A"; up 23251
o=$("$P" kill --port 23251 --yes 2>&1); rc=$?; echo "$o"; kill $A; KIDS=
for k in $(ss -tlnpH sport = :23251 | grep -o 'pid=[0-9]*' | cut -d= -f2); do kill $k; done
[ $rc -eq 4 ] && grep -q "has the port.*PID $A\|PID $A.*started" <<<"$o" && right "tells who has it again and who started it"
[ $rc -eq 0 ] && right "(it came too late to be seen)"
wrong "exit code $rc: $o"
