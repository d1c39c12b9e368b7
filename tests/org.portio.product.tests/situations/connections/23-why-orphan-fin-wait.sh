#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# semicolony.dev "address already in use"; tiebing.blogspot.com 2006/12 (FIN_WAIT_1 of an ended server)
# Situation: the server has ended with unsent data for a peer that does not read: its connection stays in FIN-WAIT-1 with a persist timer, for as long as the peer lives
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
cat > $T/s.py <<'E'
import os, socket, sys, time
r, w = os.pipe()
if os.fork() == 0:
    l = socket.socket(); l.setsockopt(1, 2, 1); l.bind(('127.0.0.1', 23201)); l.listen(5); os.write(w, b'x'); a, _ = l.accept(); a.setblocking(False)
    try:
        while True: a.send(b'x' * 65536)
    except BlockingIOError: pass
    os._exit(0)
os.read(r, 1); c = socket.socket(); c.setsockopt(1, 8, 4096); c.connect(('127.0.0.1', 23201)); os.wait(); time.sleep(300)
E
$PY $T/s.py & KIDS="$!"; wait_for 'ss -tanH state fin-wait-1 sport = :23201 | grep -q .'; sleep 1
o=$("$P" why 23201 2>&1); sed -n '/^\[/,$p' <<<"$o"
grep -q "FIN-WAIT-1" <<<"$o" || wrong "the connection is not named"
grep -q "portio close" <<<"$o" && right "offers to close the connection"
wrong "only remedy is 'wait --free', which does not end while the peer lives; 'portio close' frees the port at once"
