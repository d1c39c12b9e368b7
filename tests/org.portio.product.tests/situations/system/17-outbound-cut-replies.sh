# SPDX-License-Identifier: EPL-2.0
# A range is blocked outbound with --cut: the machine's own servers must go on answering clients whose source ports lie in that range.
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
from() { at /usr/bin/python3 -c 'import socket,sys; s=socket.socket(); s.setsockopt(1,2,1); s.bind(("10.77.0.2",int(sys.argv[1]))); s.settimeout(2); s.connect(("10.77.0.1",8080)); s.sendall(b"x"); assert s.recv(2)==b"x"' $1 2>/dev/null; }
from 50001; expect "client from port 50001 before" 0 $?
on $PORTIO block 50000-50010 TCP --direction outbound --yes; from 50002; expect "outbound without --cut: client from port 50002" 0 $?
on $PORTIO unblock 50000-50010 TCP --yes 2>/dev/null
on $PORTIO block 50000-50010 TCP --direction outbound --cut --yes; on nft list ruleset | grep dport
from 50003; expect "outbound with --cut: client from port 50003 is still served by 8080" 0 $?
on $PORTIO unblock 50000-50010 TCP --yes; from 50004; expect "after unblock" 0 $?
# UDP needs no --cut for it
ip netns exec $S /usr/bin/python3 -c '
import socket
s=socket.socket(2,2); s.bind(("",5060))
while True:
    d,a=s.recvfrom(99)
    try: s.sendto(d,a)
    except OSError: pass' & PIDS="$PIDS $!"; sleep 0.5
u() { at /usr/bin/python3 -c 'import socket; s=socket.socket(2,2); s.bind(("10.77.0.2",50001)); s.connect(("10.77.0.1",5060)); s.settimeout(1.5); s.send(b"x"); s.recv(3)' 2>/dev/null; }
u; expect "UDP client from port 50001 before" 0 $?
on $PORTIO block 50000-50010 UDP --direction outbound --yes; u; expect "outbound UDP: client from port 50001 is still served by 5060" 0 $?
on $PORTIO unblock 50000-50010 UDP --yes
finish
