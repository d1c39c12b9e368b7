#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# jeffbski/wait-on#109; ufoscout/docker-compose-wait#21; sindresorhus/wait-for-localhost#16
# Situation: wait for localhost: the server listens on 127.0.0.1 only; a bad --address is a usage error
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

$PY $T/srv.py 127.0.0.1:23151 & KIDS="$!"; up 23151
"$P" wait --listening 23151 --address localhost --timeout 2s; a=$?; "$P" wait --listening 23151 --address not.an.address --timeout 2s; b=$?; "$P" why 23151 --address bogus; c=$?
echo "exit codes $a $b $c"
[ $b -eq 2 ] && [ $c -eq 2 ] || wrong "a bad --address ends with $b (wait) and $c (why); the documentation says 2 for bad values"
[ $a -eq 0 ] || [ $a -eq 2 ] || wrong "localhost ends with $a"
right "bad value is exit code 2"
