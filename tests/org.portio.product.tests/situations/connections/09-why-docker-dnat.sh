#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# moby/moby#24845; moby/moby#2174; containerd/nerdctl#4000 (published port without a listener)
# Situation: Docker (or CNI) without userland proxy publishes a port by iptables: PREROUTING, addrtype LOCAL, chain DOCKER, DNAT; nothing listens
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
command -v iptables-nft >/dev/null || { echo "no iptables-nft"; exit 99; }
ip link set lo up
iptables-nft -t nat -N DOCKER; iptables-nft -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
iptables-nft -t nat -A DOCKER ! -i docker0 -p tcp -m tcp --dport 23071 -j DNAT --to-destination 172.17.0.2:80
iptables-nft -t nat -A PREROUTING -p tcp --dport 23072 -j REDIRECT --to-ports 8080
bad=
for p in 23071 23072; do o=$("$P" why $p 2>&1); grep '^\[' <<<"$o"; grep -qi "NAT rule\|redirect\|dnat" <<<"$o" || bad="$bad $p"; done
[ -z "$bad" ] && right "why tells of the NAT rules"
wrong "why does not tell of iptables' NAT rules for:$bad"
