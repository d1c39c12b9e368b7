#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# linuxserver/docker-wireguard#99; erebe/wstunnel#367; squat/kilo#397; weaveworks/weave#2375
# Situation: the kernel itself has a UDP port, for a vxlan (or wireguard) interface; no process owns it
# Exit 0 where PortIO behaves right; the last line is the verdict. Needs root, Linux, python3, iproute2.
[ -n "$CASE_NS" ] || CASE_NS=1 exec unshare -n -m -p -f bash "$0" "$@"
P=$(readlink -f "${PORTIO:-./portio}"); export PORTIO_HOME=$(mktemp -d); [ -z "${WARM_HOME-}" ] || cp -a "$WARM_HOME/." "$PORTIO_HOME"; export LC_ALL=C.UTF-8
PY=/usr/bin/python3; T=$(mktemp -d /tmp/portio-case.XXXXXX); KIDS=; NETNS=
cleanup() { exec 2>/dev/null; for k in $KIDS; do kill -CONT "$k" 2>/dev/null; kill -9 "$k" 2>/dev/null; done; wait 2>/dev/null
  for n in $NETNS; do ip netns del "$n" 2>/dev/null; done; rm -rf "$T"; }
trap cleanup EXIT
up() { for _ in $(seq 150); do ss -tuanH | grep -q "[:.]$1 " && return 0; sleep .1; done; echo "test failed: nothing at $1"; exit 99; }
wait_for() { for _ in $(seq 150); do eval "$1" && return 0; sleep .1; done; echo "test failed: $1"; exit 99; }
right() { echo "RIGHT: $*"; exit 0; }
wrong() { echo "WRONG: $*"; exit 1; }
ip link set lo up; ip link add vx7 type vxlan id 7 dstport 24789 dev lo && ip link set vx7 up || { echo "no vxlan"; exit 99; }
mount -t proc proc /proc; up 24789
o=$("$P" why 24789 udp 2>&1); k=$("$P" kill --port 24789 --udp --yes 2>&1); rc=$?; sed -n '/^\[/,$p' <<<"$o"; echo "kill: $rc $k"
bad=
grep -q "sudo portio why" <<<"$o" && bad="$bad; why sends root to 'sudo portio why'"
grep -q "nobody listens" <<<"$k" && bad="$bad; kill says that nobody listens"
grep -qi "vxlan\|tunnel\|wireguard\|ip.* link\|interface" <<<"$o" || bad="$bad; no hint at the tunnel interface vx7 that has the port"
[ -z "$bad" ] && right "tells that the kernel has it and what to look at"
wrong "${bad#; }"
