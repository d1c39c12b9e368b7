# SPDX-License-Identifier: EPL-2.0
# A container engine publishes a port by DNAT in nat/prerouting (as iptables-nft); the filter INPUT chain never sees it.
. "$(dirname "$0")/lib.sh"; net
D=d$$; ip netns add $D; NS="$NS $D"
ip link add x$$ netns $S type veth peer name y$$ netns $D
ip -n $S addr add 172.30.0.1/24 dev x$$; ip -n $D addr add 172.30.0.2/24 dev y$$
ip -n $S -6 addr add fd30::1/64 dev x$$ nodad; ip -n $D -6 addr add fd30::2/64 dev y$$ nodad
ip -n $S link set x$$ up; ip -n $D link set y$$ up; ip -n $D link set lo up
ip -n $D route add default via 172.30.0.1; ip -n $D -6 route add default via fd30::1
on sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
ip netns exec $D /usr/bin/python3 -m http.server --bind :: 80 >/dev/null 2>&1 & PIDS="$PIDS $!"
on iptables -t nat -N DOCKER; on iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
on iptables -t nat -A DOCKER ! -i x$$ -p tcp --dport 8080 -j DNAT --to-destination 172.30.0.2:80
on ip6tables -t nat -A PREROUTING -p tcp -d fd77::1 --dport 8080 -j DNAT --to-destination [fd30::2]:80
on iptables -A FORWARD -o x$$ -j ACCEPT
sleep 1
on nft list ruleset > $WORK/before
can 10.77.0.1 8080; expect "published v4 reachable" 0 $?
can fd77::1 8080; expect "published v6 reachable" 0 $?
for b in nftables iptables; do
    on $PORTIO block 8080 TCP --yes --backend $b; expect "block with $b" 0 $?
    can 10.77.0.1 8080; expect "$b: v4 blocked" 1 $?
    can fd77::1 8080; expect "$b: v6 blocked" 1 $?
    on $PORTIO why 8080 | sed 's/^/    /' | head -30
    on $PORTIO unblock 8080 TCP --yes --backend $b; expect "unblock $b" 0 $?
    can 10.77.0.1 8080; expect "$b: v4 open again" 0 $?
    can fd77::1 8080; expect "$b: v6 open again" 0 $?
    on nft list ruleset 2>/dev/null | sed 's/packets [0-9]* bytes [0-9]*//' > $WORK/after
    sed 's/packets [0-9]* bytes [0-9]*//' $WORK/before > $WORK/b; diff $WORK/b $WORK/after | grep '^[<>]' | grep -q . && echo "  note  $b: the ruleset differs (empty built-in chains are harmless)"
    diff <(grep -E 'counter|drop|reject|jump|dnat' $WORK/b) <(grep -E 'counter|drop|reject|jump|dnat' $WORK/after); expect "$b: rules undone exactly" 0 $?
done
finish
