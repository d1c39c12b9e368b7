# SPDX-License-Identifier: EPL-2.0
# IPv6 is switched off by sysctl (all.disable_ipv6=1), and then bindv6only=1.
. "$(dirname "$0")/lib.sh"; net
on sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 net.ipv6.conf.lo.disable_ipv6=1
out=$(on $PORTIO reserve 7001 TCP 2>&1); rc=$?; echo "$out"; expect "reserve with IPv6 off" 0 $rc
on $PORTIO reservations; 
on $PORTIO start-server 7002 TCP --mode echo --bind '*'; expect "start-server *" 0 $?
can 10.77.0.1 7002; expect "reachable by IPv4" 0 $?
on $PORTIO start-server 7003 UDP --bind '*'; expect "UDP server *" 0 $?
on $PORTIO start-server 7004 TCP --bind ::1; rc=$?; expect "bind ::1 with IPv6 off" 4 $rc
on $PORTIO why 7010 --address ::1 ; echo "  note why ::1 rc $?"
on $PORTIO why 7011; expect "why: free" 1 $?
on $PORTIO doctor
on sysctl -qw net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.lo.disable_ipv6=0
ip -n $S -6 addr add ::1/128 dev lo 2>/dev/null; sleep 1
on /usr/bin/python3 -c 'import socket; s=socket.socket(socket.AF_INET6); s.setsockopt(41,26,1); s.setsockopt(1,2,1); s.bind(("::",7001)); s.listen()' 2>/dev/null && t=1 || t=0
expect "IPv6 switched on later: [::]:7001 can be taken" 0 $t
on sysctl -qw net.ipv6.bindv6only=1
on $PORTIO reserve 7005 TCP; expect "reserve with bindv6only" 0 $?
for f in 'AF_INET;0.0.0.0' 'AF_INET6;::' 'AF_INET;127.0.0.1' 'AF_INET6;::1'; do
 on /usr/bin/python3 -c 'import socket,sys; f,a=sys.argv[1].split(";"); s=socket.socket(getattr(socket,f)); s.setsockopt(1,2,1); s.setsockopt(1,15,1); s.bind((a,7005)); s.listen()' $f 2>/dev/null && t=1 || t=0
 expect "bindv6only: $f can be taken" 0 $t; done
on $PORTIO start-server 7006 TCP --bind '*'; can 10.77.0.1 7006; expect "bindv6only: * by v4" 0 $?; ip -n $S -6 addr add fd77::1/64 dev v$$ nodad 2>/dev/null; on sysctl -qw net.ipv6.conf.v$$.disable_ipv6=0; sleep 0.5; ip -n $S -6 addr add fd77::1/64 dev v$$ nodad 2>/dev/null; on ss -ltnH 'sport = 7006'; sleep 1
on /usr/bin/python3 -c 'import socket; socket.create_connection(("::1",7006),2)' 2>/dev/null; expect "bindv6only: * by ::1" 0 $?
can fd77::1 7006; expect "bindv6only: * by v6 from outside" 0 $?
finish
