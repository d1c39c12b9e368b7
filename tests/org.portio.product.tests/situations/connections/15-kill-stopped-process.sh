#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# daintreehq/daintree#9085; angular/angular-cli#8920 (Ctrl+Z and the port stays taken)
# Situation: a development server was suspended with Ctrl+Z; it holds the port and takes no SIGTERM until it is continued
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

$PY $T/srv.py 127.0.0.1:23131 & A=$!; KIDS="$A"; up 23131; kill -STOP $A; sleep .3
d=$("$P" kill --port 23131 --dry-run 2>&1); w=$("$P" why 23131 2>&1); o=$("$P" kill --port 23131 --yes --timeout 3s 2>&1); rc=$?; echo "kill: $rc $o"
[ $rc -eq 0 ] && right "ended also where it was stopped"
grep -qi "stopped\|suspended\|SIGCONT\|Ctrl" <<<"$o$d$w" && right "tells that the process is stopped"
wrong "exit code $rc; neither why nor kill tells that the process is stopped (state T), '--timeout waits longer' cannot help"
