# SPDX-License-Identifier: EPL-2.0
# A port was blocked with iptables (nft was not there yet); nft is installed later. Block must be found, and undone by what PortIO says.
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
on $PORTIO block 8080 TCP --yes --backend iptables; expect block 0 $?
can 10.77.0.1 8080; expect blocked 1 $?
on $PORTIO blocks; expect blocks 0 $?
on $PORTIO why 8080 TCP | grep -A2 '^\[.\].*\(block\|firewall\|PortIO\)'
on $PORTIO block 8080 TCP --yes; echo "  note  block again with the best backend: rc $?"
on $PORTIO blocks
on $PORTIO unblock 8080 TCP --yes; echo "  note  unblock: rc $?"
on $PORTIO unblock --all --yes; rc=$?; echo "  note  unblock --all: rc $rc"
can 10.77.0.1 8080 && ok "open after unblock --all" || { [ $rc != 0 ] && ok "not open, and said so (rc $rc)" || bad "unblock --all said 0, still blocked"; }
on $PORTIO unblock --all --yes --backend iptables; echo "  note  unblock --all --backend iptables: rc $?"
can 10.77.0.1 8080; expect "open at the end" 0 $?
on $PORTIO blocks; expect "none left in the list" 1 $?
expect "no rule of PortIO's" 0 "$(on iptables-save 2>/dev/null | grep -ci portio)"
finish
