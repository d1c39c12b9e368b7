# SPDX-License-Identifier: EPL-2.0
# IPv6 and bindv6only are switched while a keeper runs: servers and reservations on all addresses have both families, and no
# family of what is reserved can be taken.
. "$(dirname "$0")/lib.sh"; net
ipv6() { # ipv6 on|off
    [ $1 = on ] && n=0 || n=1
    on sysctl -qw net.ipv6.conf.all.disable_ipv6=$n net.ipv6.conf.default.disable_ipv6=$n net.ipv6.conf.lo.disable_ipv6=$n
    [ $1 = off ] || ip -n $S -6 addr add ::1/128 dev lo nodad 2>/dev/null
    [ $1 = off ] || ip -n $S -6 addr add fd77::1/64 dev v$$ nodad 2>/dev/null
    sleep 0.3; }
say() { on timeout 5 /usr/bin/python3 -c '
import socket,sys
s=socket.create_connection((sys.argv[1],int(sys.argv[2])),2); s.sendall(b"GET / HTTP/1.0\r\n\r\n"); s.shutdown(1); r=s.recv(99)
sys.exit(0 if r[:len(sys.argv[3])]==sys.argv[3].encode() else 1)' "$1" "$2" "$3" 2>/dev/null; }
take() { on /usr/bin/python3 -c '
import socket,sys
s=socket.socket(getattr(socket,sys.argv[1]),getattr(socket,sys.argv[2])); s.setsockopt(1,2,1); s.setsockopt(1,15,1); s.bind((sys.argv[3],int(sys.argv[4])))
sys.argv[2] == "SOCK_STREAM" and s.listen()' "$@" 2>/dev/null; }
both() { # both PORT WHAT
    for a in 127.0.0.1 10.77.0.1 ::1 fd77::1; do say $a $1 "${3:-GET}"; expect "$2: by $a" 0 $?; done; }
kept() { # kept PORT WHAT
    for t in SOCK_STREAM SOCK_DGRAM; do for f in 'AF_INET 0.0.0.0' 'AF_INET6 ::' 'AF_INET 127.0.0.1' 'AF_INET6 ::1'; do
        set -- $1 "$2" $f; take $3 $t $4 $1; [ $? != 0 ] && ok "$2: $t $4 is kept" || bad "$2: $t $4 can be taken"; done; done; }
on $PORTIO keeper stop --yes >/dev/null 2>&1
on $PORTIO reserve 7101 TCP; on $PORTIO reserve 7101 UDP; on $PORTIO start-server 7111 TCP --bind '*'
ipv6 off
on $PORTIO reserve 7102 TCP; on $PORTIO reserve 7102 UDP; on $PORTIO start-server 7112 TCP --bind '*'
say 10.77.0.1 7112 GET; expect "started while IPv6 is off: by IPv4" 0 $?
ipv6 on
on sysctl -qw net.ipv6.bindv6only=1
on $PORTIO reserve 7103 TCP; on $PORTIO reserve 7103 UDP; on $PORTIO start-server 7113 TCP --bind '*' --mode http-ok
on sysctl -qw net.ipv6.bindv6only=0
both 7111 "before it was off"; both 7112 "while it was off"; both 7113 "bindv6only=1" "HTTP/1.1 200"
kept 7101 "before it was off"; kept 7102 "while it was off"; kept 7103 "bindv6only=1"

# A keeper that is started without IPv6; servers on ports that it holds itself, of all kinds, and on an address of IPv6.
on $PORTIO keeper stop --yes >/dev/null 2>&1
ipv6 off; on sysctl -qw net.ipv6.bindv6only=1
on $PORTIO reserve 7104 TCP; on $PORTIO reserve 7105 TCP
on $PORTIO start-server 7104 TCP --bind '*' --mode http-ok; expect "server on an own reserved port" 0 $?
ipv6 on
both 7104 "on a reserved port" "HTTP/1.1 200"
on $PORTIO stop-server 7104; for m in discard blackhole; do
    on $PORTIO start-server 7105 TCP --bind '*' --mode $m; for a in 10.77.0.1 fd77::1; do
        on /usr/bin/python3 -c 'import socket,sys; socket.create_connection((sys.argv[1],7105),2)' $a 2>/dev/null; expect "$m by $a" 0 $?; done
    on $PORTIO stop-server 7105; done
kept() { for f in 'AF_INET 0.0.0.0' 'AF_INET6 ::' 'AF_INET 127.0.0.1' 'AF_INET6 ::1'; do
    set -- $1 "$2" $f; take $3 SOCK_STREAM $4 $1; [ $? != 0 ] && ok "$2: $4 is kept" || bad "$2: $4 can be taken"; done; }
kept 7104 "held again"; kept 7105 "held again"
on $PORTIO start-server 7106 TCP --bind fd77::1; expect "server on an address of IPv6" 0 $?
say fd77::1 7106 GET; expect "by it" 0 $?
take AF_INET SOCK_STREAM 0.0.0.0 7106; expect "IPv4 is not taken with it" 0 $?
on $PORTIO start-server 7107 TCP --bind fd77::9; expect "not an address of this machine" 4 $?
ipv6 off; ipv6 on
say fd77::1 7106 GET; expect "by it after IPv6 was off" 0 $?
finish
