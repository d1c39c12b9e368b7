#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# ecki/net-tools#12; pranshuparmar/witr#168 (socket found, owner not visible)
# Situation: a container shares the network of the host but not its process ids (docker --net=host, WSL2); a process of the host listens
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

$PY $T/srv.py 127.0.0.1:23031 & KIDS="$!"; up 23031
inside() { unshare -m -p -f --mount-proc "$@"; }
why=$(inside "$P" why 23031 2>&1); k=$(inside "$P" kill --port 23031 --yes 2>&1); krc=$?; j=$(inside "$P" list --port 23031 --json 2>/dev/null)
echo "$why" | grep -E '^\[x\]|try:'; echo "kill: $krc $k"; grep -o '"ownerHidden":[a-z]*' <<<"$j"
bad=
grep -q "the system listens" <<<"$why" && bad="$bad; why says the system itself listens"
grep -q "sudo portio why" <<<"$why" && bad="$bad; why advises sudo to root"
{ [ $krc -eq 1 ] || grep -q "nobody listens" <<<"$k"; } && bad="$bad; kill says that nobody listens (exit code $krc)"
grep -q '"ownerHidden":false' <<<"$j" && bad="$bad; ownerHidden is false"
[ -z "$bad" ] && right "tells that the owner is outside and cannot be seen"
wrong "${bad#; }"
