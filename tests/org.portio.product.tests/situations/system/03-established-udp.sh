# SPDX-License-Identifier: EPL-2.0
# What is said before the question must be true of UDP: a flow (SIP-like) exists when the port is blocked; the firewall in front accepts established flows first.
. "$(dirname "$0")/lib.sh"; net
on nft 'table inet fw { chain input { type filter hook input priority filter; policy drop; ct state established,related accept; iifname lo accept; udp dport 5060 accept; }; }'
ip netns exec $S /usr/bin/python3 -c '
import socket
s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); s.bind(("0.0.0.0",5060))
while True:
    d,a=s.recvfrom(2048); s.sendto(d,a)' & PIDS="$PIDS $!"
sleep 0.5
cat > $WORK/flow.py <<'P'
import socket,sys,os,time
s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM); s.bind(("0.0.0.0",5061)); s.connect(("10.77.0.1",5060)); s.settimeout(0.7)
def ping():
    try: s.send(b"x"); return s.recv(10)==b"x"
    except OSError: return False
for line in sys.stdin:
    print(int(ping()),flush=True)
P
coproc F { at /usr/bin/python3 $WORK/flow.py; }
ping() { echo go >&${F[1]}; read -r r <&${F[0]}; echo $r; }
expect "flow works" 1 "$(ping)"
out=$(printf 'y\n' | script -qec "ip netns exec $S $PORTIO block 5060 UDP" /dev/null); echo "$out"
on nft list ruleset | grep -q 'udp dport 5060.*reject' ; expect "block is in force" 0 $?
a=$(ping); b=$(ping); echo "  note  the flow after block: $a $b"
case "$out" in *"existing ones continue"*) [ "$b" = 1 ] && ok "existing flow goes on, as said" || bad "before asking it says that existing ones continue; the UDP flow is cut at once";; *) ok "nothing false is said ($a $b)";; esac
on $PORTIO unblock 5060 UDP --yes; expect unblock 0 $?
sleep 0.2; ping >/dev/null; expect "flow works again" 1 "$(ping)"
finish
