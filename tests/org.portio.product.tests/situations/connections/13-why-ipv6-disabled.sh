#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# docker-library/python#261; libredb/libredb-studio#443; linuxserver/docker-code-server#219
# Situation: net.ipv6.conf.all.disable_ipv6=1, as in Docker: there is no ::1, but :: can be bound, and is bound already
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
ip link set lo up; sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.lo.disable_ipv6=1
cat > $T/s.py <<'E'
import socket, time
t = socket.socket(socket.AF_INET6); t.setsockopt(41, 26, 1); t.bind(('::', 23111)); t.listen(1); time.sleep(300)
E
$PY $T/s.py & KIDS="$!"; up 23111
$PY -c "
import socket
s=socket.socket(socket.AF_INET6); s.setsockopt(1,2,1)
try: s.bind(('::',23111)); s.listen(1); print('oracle: bound')
except OSError as e: print('oracle:',e)"
o=$("$P" why 23111 --address :: 2>&1); rc=$?; head -4 <<<"$o"; o2=$("$P" why 23111 2>&1); rc2=$?; echo "exit codes $rc $rc2"
grep -q "can be bound\.$" <<<"$o" && wrong "why --address :: says 'can be bound' (exit code $rc), but bind(::) fails"
[ $rc -eq 0 ] && [ $rc2 -eq 0 ] && right "why tells that :: is taken"
wrong "exit codes $rc and $rc2, expected 0 and 0"
