#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# systemd/systemd#37105; NethServer/dev#7794 (127.0.0.53%lo)
# Situation: two processes bind the same wildcard port to different interfaces by SO_BINDTODEVICE, as systemd-resolved does
# Exit 0 where PortIO behaves right; the last line is the verdict. Needs root, Linux, python3, iproute2.
[ -n "$CASE_NS" ] || CASE_NS=1 exec unshare -n bash "$0" "$@"
P=$(readlink -f "${PORTIO:-./portio}"); export PORTIO_HOME=$(mktemp -d); [ -z "${WARM_HOME-}" ] || cp -a "$WARM_HOME/." "$PORTIO_HOME"; export LC_ALL=C.UTF-8
PY=/usr/bin/python3; T=$(mktemp -d /tmp/portio-case.XXXXXX); KIDS=; NETNS=
cleanup() { exec 2>/dev/null; for k in $KIDS; do kill -CONT "$k" 2>/dev/null; kill -9 "$k" 2>/dev/null; done; wait 2>/dev/null
  for n in $NETNS; do ip netns del "$n" 2>/dev/null; done; rm -rf "$T"; }
trap cleanup EXIT
up() { for _ in $(seq 150); do ss -tuanH | grep -q "[:.]$1 " && return 0; sleep .1; done; echo "test failed: nothing at $1"; exit 99; }
wait_for() { for _ in $(seq 150); do eval "$1" && return 0; sleep .1; done; echo "test failed: $1"; exit 99; }
right() { echo "RIGHT: $*"; exit 0; }
wrong() { echo "WRONG: $*"; exit 1; }
ip link set lo up; ip link add d0 type veth peer name d1; ip link set d0 up
cat > $T/s.py <<'E'
import socket, sys, time
t = socket.socket(); t.setsockopt(1, 2, 1); t.setsockopt(1, 25, sys.argv[1].encode()); t.bind(('0.0.0.0', 23141)); t.listen(1); time.sleep(300)
E
$PY $T/s.py lo & KIDS="$!"; $PY $T/s.py d0 & KIDS="$KIDS $!"
wait_for '[ "$(ss -tlnH | wc -l)" = 2 ]'; ss -tlnH
o=$("$P" list --port 23141 --details 2>&1; "$P" list --port 23141 --json 2>&1); grep '^tcp' <<<"$o"
grep -q '%lo\|"lo"\|interface lo' <<<"$o" && grep -q '%d0\|"d0"\|interface d0' <<<"$o" && right "shows the interface"
wrong "the interface that a socket is bound to is shown nowhere (table, details, JSON); ss shows %lo and %d0"
