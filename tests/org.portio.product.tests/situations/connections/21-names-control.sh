#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# aristocratos/btop#1846; hishamhm/htop#111; dotnet/corefx#12791; eminence/procfs#227; rust-psutil#8; giampaolo/psutil#515
# Situation: names with escapes, newlines, tabs, C1, invalid UTF-8, quotes, and a name that looks like the rest of /proc/PID/stat
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

names 23181 612920532031203120286220 6e65770a6c696e65 1b5b33316d726564 c29b33316d58 fffefa 71756f22742c63 2d 3d312b31
"$P" list --port 23181-23188 --numeric > $T/t 2>/dev/null; cat -A $T/t
[ "$(wc -l < $T/t)" = 9 ] || wrong "the table has $(wc -l < $T/t) lines instead of 9"
LC_ALL=C grep -q $'\x1b\|\xc2\x9b' $T/t && wrong "an escape reaches the terminal"
"$P" list --port 23181-23188 --json > $T/j 2>/dev/null; "$P" list --port 23181-23188 --csv > $T/c 2>/dev/null
$PY - $T/j $T/c $N <<'E' || wrong "JSON or CSV"
import csv, json, sys
d = json.load(open(sys.argv[1], encoding='utf-8'))['connections']; r = list(csv.DictReader(open(sys.argv[2], encoding='utf-8', newline='')))
assert len(d) == len(r) == 8, (len(d), len(r))
assert [c['process'] for c in d][:4] == ['a) S 1 1 (b ', 'new\nline', '\x1b[31mred', '\x9b31mX'], [c['process'] for c in d]
assert all(c['parentPid'] == int(sys.argv[3]) for c in d); assert [x['process'] for x in r] == [c['process'] for c in d]
E
right "table safe, JSON and CSV exact, parents right"
