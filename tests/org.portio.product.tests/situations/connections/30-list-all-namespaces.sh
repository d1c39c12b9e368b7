#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# giampaolo/psutil#1611; shirou/gopsutil#1959; weaveworks/scope#77
# Situation: a server in another network namespace, same address and port as one here
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

N=cn$$; NETNS=$N; ip netns add $N; ip -n $N link set lo up
$PY $T/srv.py 127.0.0.1:23261 & A=$!; ip netns exec $N $PY $T/srv.py 127.0.0.1:23261 & B=$!; KIDS="$A $B"; up 23261; wait_for "ip netns exec $N ss -tlnH | grep -q ."
"$P" list --all-namespaces --port 23261 2>/dev/null | tee $T/t
grep -q "$A .*(own)" $T/t && grep -q "$B .*$N" $T/t && [ "$("$P" list --port 23261 --no-header 2>/dev/null | wc -l)" = 1 ] && right "both, each in its namespace"
wrong "a namespace or an owner is missing"
