# SPDX-License-Identifier: EPL-2.0
# Programs as they are, automatic hand-over: python http.server, node, java, a shell script that starts node, a daemon that forks and leaves, a program on another port, ZeroMQ.
. "$(dirname "$0")/lib.sh"; net
on $PORTIO reserve 7001 TCP >/dev/null
web() { on /usr/bin/python3 -c 'import socket; c=socket.create_connection(("127.0.0.1",7001),2); c.sendall(b"GET / HTTP/1.0\r\n\r\n"); c.settimeout(3); print(c.recv(12).decode()[:8])' 2>&1 | tail -1; }
cat > $WORK/n.js <<'J'
require('http').createServer((q,r)=>r.end('x')).listen(7001,'::')
J
printf '#!/bin/bash\nset -e\nnode %s/n.js &\nwait\n' $WORK > $WORK/start.sh; chmod +x $WORK/start.sh
cat > $WORK/S.java <<'J'
import java.net.*; public class S { public static void main(String[] a) throws Exception { var s=new ServerSocket(7001); while(true){ var c=s.accept(); c.getOutputStream().write("HTTP/1.0 200 OK\r\n\r\n".getBytes()); c.close(); } } }
J
one() { # NAME command...
 n=$1; shift; setsid ip netns exec $S $PORTIO run 7001 -- "$@" >$WORK/o 2>$WORK/e </dev/null & j=$!
 g=; for i in $(seq 30); do sleep 0.5; g=$(web); case $g in HTTP*) break;; esac; done
 case $g in HTTP*) ok "$n serves";; *) bad "$n does not serve: $g";; esac
 sleep 1.5; on $PORTIO reservations --no-header | sed 's/^/    /'
 pid=$(pgrep -s $j -f "[j]ava.*run 7001" -n); kill -TERM $pid; for i in $(seq 60); do kill -0 $j 2>/dev/null || break; sleep 0.1; done; kill -0 $j 2>/dev/null && bad "$n: TERM does not end it"; wait $j
 sed 's/^/    /' $WORK/e | head -5; sleep 1
 r=$(on $PORTIO reservations --no-header); case $r in *held*) ok "$n: held again";; *conflict*node*) [ "$n" = "bash script that starts node" ] && ok "$n: bash left its child behind, and the list says who has the port" || bad "$n: not held again: $r";; *) bad "$n: not held again: $r";; esac
 for k in $(ip netns pids $S); do grep -qa "$WORK/n.js\|http.server\|S.java" /proc/$k/cmdline 2>/dev/null && { grep -qa 'portio-cli' /proc/$k/cmdline || { [ "$n" = "bash script that starts node" ] || bad "$n: the server goes on after TERM to portio"; kill $k; }; }; done
 for i in $(seq 60); do on $PORTIO reservations --no-header | grep -q held && break; sleep 0.5; done
}
one "python http.server" /usr/bin/python3 -m http.server 7001
one "node" node $WORK/n.js
one "java" java $WORK/S.java
one "bash script that starts node" $WORK/start.sh
# a daemon that forks and leaves
cat > $WORK/daemon.py <<'P'
import os,socket,time
s=socket.socket(); s.setsockopt(1,2,1); s.bind(("0.0.0.0",7001)); s.listen()
if os.fork(): time.sleep(1.5); os._exit(0)
os.setsid()
for i in (0,1,2): os.close(i)
s.settimeout(12)
try:
    while True: c,_=s.accept(); c.sendall(b"HTTP/1.0 200"); c.close()
except Exception: pass
P
timeout 20 ip netns exec $S $PORTIO run 7001 -- /usr/bin/python3 $WORK/daemon.py >$WORK/o 2>$WORK/e </dev/null; rc=$?; sed 's/^/    /' $WORK/e; echo "  note  daemon: rc $rc"
sleep 1; g=$(web); r=$(on $PORTIO reservations --no-header); echo "    $r"; echo "  note  daemon: $g"
case "$g$r" in HTTP*lent*|HTTP*conflict*) ok "daemon serves and the list says who has it";; HTTP*held*) bad "daemon serves, list says held";; *) bad "daemon's port was taken from it: $g";; esac
grep -q "is held again" $WORK/e && case $g in HTTP*) bad "says held again while the daemon has it";; esac
for i in $(seq 14); do sleep 2; r=$(on $PORTIO reservations --no-header); case $r in *held*) break;; esac; done; case $r in *held*) ok "held again after the daemon's end";; *) bad "not held after the daemon's end: $r";; esac
finish
