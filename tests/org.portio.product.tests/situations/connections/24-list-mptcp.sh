#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# multipath-tcp/mptcp_net-next#5; checkpoint-restore/criu#2655 (Go 1.24 listens by MPTCP)
# Situation: a server listens with IPPROTO_MPTCP, as all Go servers do since 1.24
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
import socket, time
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262); s.setsockopt(1, 2, 1); s.bind(('127.0.0.1', 23211)); s.listen(5)
c = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262); c.connect(('127.0.0.1', 23211)); a, _ = s.accept()
b = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262); b.bind(('127.0.0.1', 23212)); time.sleep(300)
E
$PY $T/s.py & A=$!; KIDS="$A"; up 23211; sleep 1
"$P" list --port 23211,23212 2>&1 | tee $T/t
[ "$(grep -c " $A  *python3" $T/t)" -ge 4 ] && grep -q "23212.*BOUND.*$A" $T/t && right "listener, both ends and the bound socket have their owner"
wrong "an MPTCP socket lacks its owner"
