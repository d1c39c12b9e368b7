#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# theopfr/somo#43; benoitc/gunicorn#291; dwmkerr/dotfiles#68 (several pids share one listener)
# Situation: a pre-forking server: parent and two workers have the same listening socket; all are ended by one kill --port, and the port is free afterwards
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
cat > $T/prefork.py <<'E'
import os, signal, socket, time
s = socket.socket(); s.setsockopt(1, 2, 1); s.bind(('127.0.0.1', 23001)); s.listen(5)
for _ in range(2):
    if os.fork() == 0:
        while True: time.sleep(1)
while True: time.sleep(1)
E
$PY $T/prefork.py & A=$!; KIDS="$A"; up 23001; sleep .5; KIDS="$A $(pgrep -P $A | tr '\n' ' ')"
out=$("$P" kill --port 23001 --yes 2>&1); rc=$?; echo "$out"
ss -tlnH sport = :23001 | grep -q . && wrong "the port is still taken, exit code $rc"
[ $rc -eq 0 ] || wrong "everything was ended and the port is free, yet exit code $rc (expected 0)"
grep -q "but .* has the port" <<<"$out" && wrong "tells that a process which it ends in the same run 'has the port'"
right "prefork server ended, exit code 0"
