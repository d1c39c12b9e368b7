# SPDX-License-Identifier: EPL-2.0
# A firewall service restarts and flushes the whole ruleset: PortIO's block goes with it.
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
on $PORTIO block 8080 TCP --yes 2>/dev/null; expect block 0 $?
on nft add table inet other; on nft add chain inet other c
can 10.77.0.1 8080; expect "blocked before" 1 $?
on nft flush ruleset
on nft add table inet mine; on nft add chain inet mine input '{ type filter hook input priority 0; policy accept; }'
on nft list ruleset > $WORK/theirs
out=$(on $PORTIO blocks 2>$WORK/err); rc=$?
echo "$out"; cat $WORK/err
expect "blocks exit code" 0 $rc
case $out in *missing*|*active*) ok "told" ;; *) bad "blocks does not say missing or active" ;; esac
can 10.77.0.1 8080 && echo "  note  open after the flush and after blocks" || echo "  note  put back by blocks"
on $PORTIO block 8080 TCP --yes; expect "block again" 0 $?
can 10.77.0.1 8080; expect "blocked again" 1 $?
n=$(on $PORTIO blocks --no-header 2>/dev/null | wc -l); expect "number of blocks" 1 $n
on $PORTIO unblock 8080 TCP --yes; expect unblock 0 $?
can 10.77.0.1 8080; expect "open again" 0 $?
on nft list ruleset | diff $WORK/theirs - >/dev/null; expect "their ruleset as before" 0 $?
finish
