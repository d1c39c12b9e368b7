#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# RTXteam/RTX#2146; benoitc/gunicorn#520 (children keep the port)
# Situation: a child inherits the listening socket and survives its parent: the parent is ended by pid, then the port by port
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
cat > $T/i.py <<'E'
import os, socket, time
s = socket.socket(); s.setsockopt(1, 2, 1); s.bind(('127.0.0.1', 23331)); s.listen(5); os.set_inheritable(s.fileno(), True)
if os.fork() == 0: os.execvp('sleep', ['sleep', '300'])
time.sleep(300)
E
$PY $T/i.py & A=$!; up 23331; wait_for "pgrep -P $A sleep >/dev/null"; C=$(pgrep -P $A); KIDS="$A $C"
[ "$("$P" list --port 23331 --json 2>/dev/null | grep -o '"pids":[^]]*]')" = "\"pids\":[$A,$C]" ] || wrong "both owners"
"$P" kill $A --yes || wrong "kill by pid"; o=$("$P" kill --port 23331 --yes 2>&1); rc=$?; echo "$o"
[ $rc -eq 0 ] && grep -q "sleep (PID $C)" <<<"$o" && right "finds and ends the child that kept the socket"
wrong "exit code $rc"
