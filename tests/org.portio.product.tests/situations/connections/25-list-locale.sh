#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# cbeust/jcommander#612; qzind/tray#66; argparse4j#80 (Turkish i)
# Situation: Turkish, Azeri, Arabic, Persian and Thai locales: options, states and digits
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

$PY $T/srv.py 127.0.0.1:23221 & KIDS="$!"; up 23221; export LOCPATH=$T; unset LC_ALL
ref=$(env LC_ALL=C "$P" list --state listen --sort pid --port 23221 --csv 2>/dev/null)
for l in tr_TR az_AZ ar_EG fa_IR th_TH; do localedef -i $l -f UTF-8 $T/$l.UTF-8 2>/dev/null
  o=$(env LC_ALL=$l.UTF-8 "$P" list --state listen --sort pid --port 23221 --csv 2>/dev/null); [ "$o" = "$ref" ] || wrong "$l: $o"
  env LC_ALL=$l.UTF-8 "$P" check-port 23221 TCP >/dev/null 2>&1 || wrong "$l: check-port"; done
right "same answer in five locales"
