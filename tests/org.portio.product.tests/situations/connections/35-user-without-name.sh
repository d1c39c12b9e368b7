#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# nestybox/sysbox#260; openshift/origin#8143 (no pwd entry for UID)
# Situation: processes of users that have no name, up to the largest id; PortIO itself run as such a user
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

chmod 755 $T
for e in "54321 23311" "4294967294 23312" "2147483648 23313"; do set -- $e; setpriv --reuid $1 --regid 65534 --clear-groups $PY $T/srv.py 127.0.0.1:$2 & KIDS="$KIDS $!"; up $2
  "$P" list --port $2 --csv --no-header 2>/dev/null | grep -q ",$1,$1," || wrong "user $1 in CSV"; "$P" list --user $1 --port $2 --no-header 2>/dev/null | grep -q . || wrong "--user $1"; done
mkdir $T/h; chown 54321 $T/h; d=$(setpriv --reuid 54321 --regid 54321 --clear-groups env HOME=$T/h PORTIO_HOME=$T/h "$P" doctor 2>&1 | grep rights); echo "$d"
grep -q "user ?" <<<"$d" && wrong "doctor calls user 54321 '?' instead of by its number"
right "numbers everywhere"
