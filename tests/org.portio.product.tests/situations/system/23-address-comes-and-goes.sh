# SPDX-License-Identifier: EPL-2.0
# A reservation on one address; the address goes and comes again (DHCP, VPN). And one for an address that is not there yet.
. "$(dirname "$0")/lib.sh"; net
on $PORTIO reserve 7001 TCP --address 10.77.0.1; expect "reserve on an address" 0 $?
out=$(on $PORTIO reserve 7002 TCP --address 10.77.0.9 2>&1); rc=$?; echo "$out (rc $rc)"
out2=$(on $PORTIO start-server 7009 TCP --bind 10.77.0.9 2>&1); rc2=$?; echo "$out2 (rc $rc2)"; expect "server on a missing address" 4 $rc2
on $PORTIO why 7001 --address 10.77.0.9; echo "  note why rc $?"
ip -n $S addr del 10.77.0.1/24 dev v$$; sleep 2
on $PORTIO reservations
ip -n $S addr add 10.77.0.1/24 dev v$$; sleep 1
on /usr/bin/python3 -c 'import socket; s=socket.socket(); s.setsockopt(1,2,1); s.bind(("10.77.0.1",7001)); s.listen()' 2>/dev/null && t=1 || t=0
expect "taken after the address came back" 0 $t
on $PORTIO reservations --json | grep 7001
finish
