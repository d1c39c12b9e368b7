#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# lists.passt.top passt-dev (scope id of link-local addresses); kristrev/tcp_closer
# Situation: a host reaches the same peer address fe80::2 over two interfaces, with the same ports on both; only the connection on v1 is to be closed
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
A=cs$$a; B=cs$$b; NETNS="$A $B"; ip netns add $A; ip netns add $B
for i in 0 1; do ip link add v$i netns $A type veth peer name w$i netns $B
  ip -n $A addr add fe80::1/64 dev v$i nodad; ip -n $B addr add fe80::2/64 dev w$i nodad; ip -n $A link set v$i up; ip -n $B link set w$i up; done
ip -n $A link set lo up; sleep 2
cat > $T/srv.py <<'E'
import socket, sys
i = sys.argv[1]; s = socket.socket(socket.AF_INET6); s.setsockopt(1, 2, 1)
s.bind(('fe80::1', 23021, 0, socket.if_nametoindex(i))); s.listen(5); L = []
while True: L.append(s.accept())
E
cat > $T/cli.py <<'E'
import socket, time
L = []
for i in ('w0', 'w1'):
    s = socket.socket(socket.AF_INET6); s.bind(('fe80::2', 40555, 0, socket.if_nametoindex(i)))
    s.connect(('fe80::1', 23021, 0, socket.if_nametoindex(i))); L.append(s)
time.sleep(300)
E
X="ip netns exec $A"
$X $PY $T/srv.py v0 & S0=$!; $X $PY $T/srv.py v1 & S1=$!; KIDS="$S0 $S1"
wait_for '[ "$($X ss -tlnH | wc -l)" = 2 ]'

ip netns exec $B $PY $T/cli.py & KIDS="$KIDS $!"
wait_for '[ "$($X ss -tnH state established | wc -l)" = 2 ]'
$X ss -tnH; $X "$P" close '[fe80::1%v1]:23021' '[fe80::2%v1]:40555' --yes; rc=$?; $X ss -tnH
n=$($X ss -tnH state established | wc -l)
[ $rc -eq 0 ] && [ $n -eq 1 ] && $X ss -tnH state established | grep -q '%v0:23021' && right "only the connection on v1 was closed"
wrong "exit code $rc, $n of 2 connections left (expected: the one on v0)"
