# SPDX-License-Identifier: EPL-2.0
# The keeper runs in one network namespace, and the command in another (ip netns exec, container with the same home): the port must be held where the command runs, or the command must say that it is not.
. "$(dirname "$0")/lib.sh"; net
p reserve 7001 TCP --note host; expect "reserve in the host's namespace" 0 $?
out=$(on $PORTIO reserve 7002 TCP 2>&1); rc=$?; echo "$out"; echo "  note  reserve inside the namespace: rc $rc"
on /usr/bin/python3 -c 'import socket; s=socket.socket(); s.setsockopt(1,2,1); s.bind(("",7002)); s.listen()' 2>/dev/null && taken=1 || taken=0
case "$rc$out" in 0*amespace*) ok "told that it is another namespace";; 0*) expect "port can be taken in the namespace where it was reserved" 0 $taken;; *) ok "refused (rc $rc)";; esac
on $PORTIO reservations; on $PORTIO reservations --json | grep 7002
out=$(on $PORTIO start-server 7003 TCP --mode http-ok 2>&1); rc=$?; echo "$out"
on /usr/bin/python3 -c 'import socket; socket.create_connection(("127.0.0.1",7003),2)' 2>/dev/null && r=1 || r=0
case "$rc$out" in 0*amespace*) ok "told";; 0*) expect "server reachable in the namespace where it was started" 1 $r;; *) ok "refused";; esac
on $PORTIO why 7002 | head -12
out=$(on timeout 60 $PORTIO keeper serve 2>&1); rc=$?; echo "$out"; expect "keeper serve in another namespace" 4 $rc
case $out in *"another network namespace"*PORTIO_HOME=*) ok "says why, and what to do";; *) bad "does not say why: $out";; esac
p keeper serve; expect "keeper serve in the keeper's own namespace" 0 $?
p stop-server --all --yes; p release --all --yes
finish
