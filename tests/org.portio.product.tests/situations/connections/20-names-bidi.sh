#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# opena2a-org/hackmyagent#330; aristocratos/btop#1846; hishamhm/htop#111; microsoft/terminal#2409
# Situation: a process has U+202E (right-to-left override) in its name, so that list, why and the question of kill read as another name
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
cat > $T/n.py <<'E'
import ctypes, socket, sys, time, os
libc = ctypes.CDLL(None); port = int(sys.argv[1])
for i, h in enumerate(sys.argv[2:]):
    if os.fork() == 0:
        libc.prctl(15, bytes.fromhex(h), 0, 0, 0); s = socket.socket(); s.setsockopt(1, 2, 1); s.bind(('127.0.0.1', port + i)); s.listen(1); time.sleep(60); os._exit(0)
time.sleep(60)
E
names() { $PY $T/n.py "$@" & N=$!; KIDS="$N"; shift $(($# > 0 ? 0 : 0)); sleep .2; up $(($1 + $# - 2)); sleep .5; KIDS="$N $(pgrep -P $N | tr '\n' ' ')"; }

names 23171 e280ae67706a2e657865 e281a678 e2808b7a77
o=$("$P" list --port 23171-23173 2>&1; "$P" kill --port 23171 --dry-run 2>&1; "$P" why 23171 2>&1); echo "$o" | head -5 | cat -A
LC_ALL=C grep -q $'\xe2\x80\xae\|\xe2\x81\xa6' <<<"$o" && wrong "bidirectional controls reach the terminal (list, kill, why)"
right "bidirectional controls are neutralised"
