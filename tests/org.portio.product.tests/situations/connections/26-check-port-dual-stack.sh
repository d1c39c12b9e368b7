#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# sindresorhus/get-port#8, #31; google/python_portpicker#1; DNSCrypt/encrypted-dns-server#9; oshi/oshi#2441
# Situation: all ways in which IPv4 and IPv6 listeners share or take a port; bind() is the oracle
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
def l(a, p, only=None):
    s = socket.socket(socket.AF_INET6 if ':' in a else socket.AF_INET); s.setsockopt(1, 2, 1)
    if only is not None: s.setsockopt(41, 26, only)
    s.bind((a, p)); s.listen(5); return s
k = [l('::ffff:127.0.0.1', 23231, 0), l('::', 23232, 1), l('::', 23233, 0), l('127.0.0.1', 23234), l('::1', 23235)]; time.sleep(300)
E
$PY $T/s.py & KIDS="$!"; up 23235
for e in "23231 true true" "23232 false true" "23233 true true" "23234 true false" "23235 false true"; do set -- $e
  o=$("$P" check-port $1 tcp --json 2>/dev/null); got=$($PY -c "import json,sys; d=json.load(sys.stdin); print(*[str(c['inUse']).lower() for c in d['checks']])" <<<"$o"); echo "$1: $got"
  [ "$got" = "$2 $3" ] || wrong "$1: $got instead of $2 $3"; done
right "five combinations"
