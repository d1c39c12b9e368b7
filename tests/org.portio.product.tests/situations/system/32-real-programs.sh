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
ended() { for i in $(seq $2); do kill -0 $1 2>/dev/null || return 0; [ $((i % 10)) != 0 ] || ! grep -q "but left" $WORK/e || return 0; sleep 0.1; done; }
one() { # NAME command...
 n=$1; shift; setsid ip netns exec $S $PORTIO run 7001 -- "$@" >$WORK/o 2>$WORK/e </dev/null & j=$!
 g=; for i in $(seq 30); do sleep 0.5; g=$(web); case $g in HTTP*) break;; esac; done
 case $g in HTTP*) ok "$n serves";; *) bad "$n does not serve: $g";; esac
 sleep 1.5; on $PORTIO reservations --no-header | sed 's/^/    /'
 pid=$(pgrep -s $j -f "[j]ava.*run 7001" -n); kill -TERM $pid; ended $j 120
 if [ "$n" = "bash script that starts node" ]; then
    grep -q "start.sh has ended, but left node" $WORK/e && kill -0 $j && ok "$n: PortIO stays with node, which bash left behind" || bad "$n: node is left alone"
    kill -TERM $pid; ended $j 120
 fi
 kill -0 $j 2>/dev/null && { bad "$n: TERM does not end it"; kill -9 $pid; }; wait $j
 sed 's/^/    /' $WORK/e | head -5; sleep 1
 r=$(on $PORTIO reservations --no-header); case $r in *held*) ok "$n: held again";; *) bad "$n: not held again: $r";; esac
 for k in $(ip netns pids $S); do grep -qa "$WORK/n.js\|http.server\|S.java" /proc/$k/cmdline 2>/dev/null && { grep -qa 'portio-cli\|/portio' /proc/$k/cmdline || { bad "$n: the server goes on after TERM to portio: $(tr '\0' ' ' </proc/$k/cmdline)"; kill $k; }; }; done
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
ip netns exec $S $PORTIO run 7001 -- /usr/bin/python3 $WORK/daemon.py >$WORK/o 2>$WORK/e </dev/null & j=$!
for i in $(seq 60); do grep -q "but left python3" $WORK/e && break; sleep 0.5; done; sed 's/^/    /' $WORK/e
grep -q "has ended, but left python3" $WORK/e && ok "PortIO says that the daemon has the port" || bad "nothing is said of the daemon"
g=$(web); r=$(on $PORTIO reservations --no-header); echo "    $r"
case "$g$r" in HTTP*lent*) ok "the daemon serves, and the list says who has the port";; *) bad "the daemon's port: $g$r";; esac
wait $j; expect "the daemon has ended, and run with it" 0 $?
for i in $(seq 14); do sleep 2; r=$(on $PORTIO reservations --no-header); case $r in *held*) break;; esac; done; case $r in *held*) ok "held again after the daemon's end";; *) bad "not held after the daemon's end: $r";; esac
finish
