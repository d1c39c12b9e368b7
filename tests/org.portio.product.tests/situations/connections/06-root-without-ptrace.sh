#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# openshift/origin#8143 (root in a container may not read fds); netstat/ss "-" as root
# Situation: root without CAP_SYS_PTRACE, as in a container with default capabilities, beside a process with more capabilities; advice to root to use sudo cannot help
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

$PY $T/srv.py 127.0.0.1:23041 & KIDS="$!"; up 23041
low() { setpriv --bounding-set -sys_ptrace --inh-caps -all "$@"; }
l=$(low "$P" list --port 23041 2>&1); w=$(low "$P" why 23041 2>&1); k=$(low "$P" kill --port 23041 --dry-run 2>&1); rc=$?
echo "$l"; grep try: <<<"$w"; echo "kill: $rc $k"
grep -q " ? " <<<"$l" || right "(owner visible here: the situation could not be made)"
bad=
grep -q "run with privileges" <<<"$l" && bad="$bad; list: run with privileges (user is root)"
grep -q "sudo" <<<"$w" && bad="$bad; why: sudo"
grep -q "sudo" <<<"$k" && bad="$bad; kill: sudo"
[ -z "$bad" ] && right "advice fits root"
wrong "advice that cannot help root: ${bad#; }"
