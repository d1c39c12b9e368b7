# SPDX-License-Identifier: EPL-2.0
# A port is published by a container engine (DNAT by iptables-nft, and natively by nft as newer engines do): why and reserve must say that the port is turned elsewhere.
. "$(dirname "$0")/lib.sh"; net
on iptables -t nat -N DOCKER; on iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
on iptables -t nat -A DOCKER ! -i br-x -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.30.0.2:80
on nft -f - <<'R'
table inet netavark {
 chain HOSTPORT { }
 chain dnat81 { }
 chain svc82 { }
 map svc { type inet_proto . inet_service : verdict; elements = { tcp . 8082 : goto svc82 }; }
 chain PRE { type nat hook prerouting priority dstnat; policy accept;
  fib daddr type local jump HOSTPORT
 }
 chain HOSTPORT {
  tcp dport 8081 jump dnat81
  meta l4proto . th dport vmap @svc
 }
 chain svc82 {
  meta l4proto tcp dnat ip to 172.30.0.2:82
 }
 chain dnat81 {
  tcp dport 8081 dnat ip to 172.30.0.2:81
 }
}
R
out=$(on $PORTIO why 8080); rc=$?; echo "$out" | grep -A3 '^\['; echo "  note  why 8080: rc $rc"
case $out in *DNAT*|*dnat*|*elsewhere*|*redirect*|*"turn"*) ok "iptables DNAT told";; *) bad "why says nothing of the iptables DNAT of the port";; esac
out=$(on $PORTIO why 8081); rc=$?; echo "$out" | grep -A3 '^\['; echo "  note  why 8081: rc $rc"
case $out in *DNAT*|*dnat*|*elsewhere*|*redirect*|*"turn"*) ok "nft DNAT as netavark told";; *) bad "why says nothing of the nft DNAT of the port";; esac
out=$(on $PORTIO why 8082); rc=$?; echo "$out" | grep -A3 '^\['; echo "  note  why 8082: rc $rc"
case $out in *DNAT*|*dnat*|*elsewhere*|*redirect*|*"turn"*) ok "verdict map told";; *) bad "why says nothing of the port that a verdict map turns elsewhere";; esac
out=$(on $PORTIO reserve 8080 TCP 2>&1); rc=$?; echo "$out"; echo "  note reserve rc $rc"
case $out in *DNAT*|*dnat*|*elsewhere*|*bypass*|*turn*) ok "reserve tells of the DNAT";; *) bad "reserve says nothing of the DNAT";; esac
on $PORTIO release 8080 --yes
finish
