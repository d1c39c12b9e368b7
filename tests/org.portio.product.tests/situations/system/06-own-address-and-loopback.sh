# SPDX-License-Identifier: EPL-2.0
# A block must leave connections within the machine alone: by 127.0.0.1, ::1 and by the machine's own outside address.
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
here() { on /usr/bin/python3 -c 'import socket,sys; socket.create_connection((sys.argv[1],8080),2).close()' $1 2>/dev/null; }
for v in reject drop; do
on $PORTIO block 8080 TCP --$v --direction both --yes 2>/dev/null; expect "block --$v both" 0 $?
for a in 127.0.0.1 ::1 10.77.0.1 fd77::1; do here $a; expect "$v: within by $a" 0 $?; done
for a in 10.77.0.1 fd77::1; do can $a 8080; expect "$v: from outside $a" 1 $?; done
on $PORTIO unblock 8080 TCP --yes 2>/dev/null; expect unblock 0 $?
done
on $PORTIO block 8080 TCP --loopback --yes 2>/dev/null
for a in 127.0.0.1 ::1 10.77.0.1 fd77::1; do here $a; expect "--loopback: within by $a" 1 $?; done
on $PORTIO unblock 8080 TCP --yes 2>/dev/null; expect unblock 0 $?
here 127.0.0.1; expect "open again" 0 $?
expect "nothing left" "" "$(on nft list ruleset)"
finish
