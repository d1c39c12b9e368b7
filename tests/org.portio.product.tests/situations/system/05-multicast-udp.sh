# SPDX-License-Identifier: EPL-2.0
# mDNS/SSDP-like: block a UDP port whose traffic comes to a multicast or broadcast address.
. "$(dirname "$0")/lib.sh"; net
ip netns exec $S /usr/bin/python3 -c '
import socket,struct,sys
s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET,socket.SO_REUSEADDR,1); s.bind(("",5353))
s.setsockopt(socket.IPPROTO_IP,socket.IP_ADD_MEMBERSHIP,socket.inet_aton("224.0.0.251")+socket.inet_aton("10.77.0.1"))
while True:
    d,a=s.recvfrom(2048); open(sys.argv[1],"a").write(d.decode()+"\n")' $WORK/got & PIDS="$PIDS $!"
sleep 0.5
send() { at /usr/bin/python3 -c '
import socket,sys
s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET,socket.SO_BROADCAST,1)
s.setsockopt(socket.IPPROTO_IP,socket.IP_MULTICAST_IF,socket.inet_aton("10.77.0.2"))
for n,a in (("uni","10.77.0.1"),("multi","224.0.0.251"),("subnet","10.77.0.255"),("limited","255.255.255.255")):
    try: s.sendto((sys.argv[1]+"-"+n).encode(),(a,5353))
    except OSError as e: print(n,e)' $1; sleep 0.4; }
ip -n $C route add 255.255.255.255 dev w$$ 2>/dev/null
send a; cat $WORK/got | tr '\n' ' '; echo
out=$(on $PORTIO block 5353 UDP --yes ${BACKEND:+--backend $BACKEND} 2>&1); expect block 0 $?; echo "$out"
send b
for n in uni multi subnet limited; do
    grep -q a-$n $WORK/got || { echo "  note  $n did not arrive before"; continue; }
    grep -q b-$n $WORK/got && bad "$n passes the block" || ok "$n blocked"
done
on $PORTIO blocks ${BACKEND:+--backend $BACKEND}
on $PORTIO unblock 5353 UDP --yes ${BACKEND:+--backend $BACKEND}
finish
