# SPDX-License-Identifier: EPL-2.0
# A machine with iptables only (no nftables): a block with an end must end by itself, as the documentation says of --for, or PortIO must say that it does not.
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
said=$(printf 'n\n' | script -qec "ip netns exec $S $PORTIO block 8080 TCP --for 4s --backend iptables" /dev/null); echo "$said"
out=$(on $PORTIO block 8080 TCP --for 4s --backend iptables --yes 2>&1); rc=$?; echo "$out (rc $rc)"
can 10.77.0.1 8080; expect "blocked" 1 $?
sleep 25; can 10.77.0.1 8080 && a=open || a=blocked; echo "  note  25 s later, no command in between: $a"
case "$rc$said$out" in 0*"next time"*|0*"when PortIO"*|0*"runs again"*) ok "said that it ends only when PortIO runs";; 0*) expect "ended by itself" open $a;; *) ok "refused (rc $rc)";; esac
on $PORTIO blocks --backend iptables; can 10.77.0.1 8080 && echo "  note  open after a further command" || echo "  note  still blocked after blocks"
on $PORTIO unblock --all --yes --backend iptables; can 10.77.0.1 8080; expect "open at the end" 0 $?
finish
