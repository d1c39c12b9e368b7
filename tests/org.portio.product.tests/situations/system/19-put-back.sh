# SPDX-License-Identifier: EPL-2.0
# The documentation says of a missing block that PortIO puts it back when it may. With the keeper running, as root: within 20 s, or by blocks, or is it told what to do?
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
on $PORTIO reserve 7001 TCP >/dev/null; on $PORTIO block 8080 TCP --yes 2>/dev/null
on nft flush ruleset; sleep 20
can 10.77.0.1 8080 && a=open || a=blocked; echo "  note  20 s after the flush, keeper running: $a"
out=$(on $PORTIO blocks 2>&1); echo "$out"; can 10.77.0.1 8080 && b=open || b=blocked; echo "  note  after blocks: $b"
on $PORTIO doctor | grep -iE 'firewall|block'
[ $b = blocked ] && ok "put back" || case "$out" in *"portio block"*|*"put back"*|*again*) ok "told what to do";; *) bad "not put back by keeper, blocks or doctor, and no word of what to do";; esac
on $PORTIO block 9999 UDP --yes 2>/dev/null; can 10.77.0.1 8080 && c=open || c=blocked; echo "  note  after another block: $c"
on $PORTIO unblock --all --yes; on $PORTIO release --all --yes >/dev/null
finish
