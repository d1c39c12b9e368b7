#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# cibox/cibox#300; cuberite/cuberite#3288 (ufw: default deny)
# Situation: the usual firewall: input policy drop, some ports accepted; the service binds its port and nobody outside gets through
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
ip link set lo up
nft 'add table inet f; add chain inet f i { type filter hook input priority 0; policy drop; }
add rule inet f i ct state established,related accept; add rule inet f i iif lo accept; add rule inet f i tcp dport { 22, 443 } accept'
o=$("$P" why 23091 2>&1); tail -4 <<<"$o"; q=$("$P" why 443 2>&1)
grep -qi "firewall\|policy" <<<"$q" && wrong "blames the policy for a port that a rule accepts"
grep -qi "firewall\|policy" <<<"$o" && right "why tells of the policy"
wrong "why 23091 says nothing of the input policy drop"
