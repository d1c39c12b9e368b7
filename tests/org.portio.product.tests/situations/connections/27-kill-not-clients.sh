#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# infinispan/infinispan#7438; tenstorrent/tt-studio#1336; reticlehq/reticle#114
# Situation: a client is connected to the port: only the listener may be hit
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

$PY $T/srv.py 127.0.0.1:23241 & A=$!; $PY -c "import socket,time
c=socket.socket()
while c.connect_ex(('127.0.0.1',23241)): c=socket.socket(); time.sleep(.1)
time.sleep(300)" & B=$!; KIDS="$A $B"; wait_for 'ss -tnH dst 127.0.0.1:23241 | grep -q .'
"$P" kill --port 23241 --yes; rc=$?
kill -0 $B 2>/dev/null || wrong "the client was hit"
[ $rc -eq 0 ] && ! kill -0 $A 2>/dev/null && right "the listener only"
wrong "exit code $rc"
