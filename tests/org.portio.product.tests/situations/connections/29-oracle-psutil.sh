#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# giampaolo/psutil tests/test_connections.py (idea: every family, type and address, compared with the own sockets)
# Situation: one process opens all combinations of family, type, address, listening, connected; PortIO must list exactly these
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
cat > $T/o.py <<'E'
import json, os, socket, subprocess, sys
K = []; want = set()
def note(s):
    l = s.getsockname()[:2]
    try: r = s.getpeername()[:2]
    except OSError: r = (None, None)
    want.add(('tcp' if s.type == 1 else 'udp', 'ipv4' if s.family == 2 else 'ipv6', *l, *r)); K.append(s)
for f, As in ((socket.AF_INET, ('127.0.0.1', '0.0.0.0', '127.9.8.7')), (socket.AF_INET6, ('::1', '::', '::ffff:127.0.0.1'))):
    for t in (1, 2):
        for a in As:
            s = socket.socket(f, t)
            if f == socket.AF_INET6: s.setsockopt(41, 26, int('ffff' not in a))
            s.bind((a, 0))
            to = (a if a not in ('0.0.0.0', '::') else '127.0.0.1' if f == 2 else '::1', s.getsockname()[1])
            c = socket.socket(f, t)
            if t == 1: s.listen(3); c.connect(to); note(s.accept()[0])
            else: c.connect(to)
            note(s); note(c)
d = json.loads(subprocess.run([sys.argv[1], 'list', '--json', '--pid', str(os.getpid())], capture_output=True, text=True).stdout)
got = set((c['protocol'], c['family'], c['localAddress'], c['localPort'], c['remoteAddress'], c['remotePort']) for c in d['connections'])
print(len(want), 'opened,', len(got), 'listed; missing', want - got, 'too many', got - want); sys.exit(want != got)
E
$PY $T/o.py "$P" && right "exactly the sockets that were opened"
wrong "differs from what the process has open"
