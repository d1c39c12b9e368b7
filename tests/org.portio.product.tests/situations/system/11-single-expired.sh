# SPDX-License-Identifier: EPL-2.0
# The only block ends by itself: is the firewall as it was, without further commands but blocks?
. "$(dirname "$0")/lib.sh"; net
on nft add table inet keepme; on nft list ruleset > $WORK/before
on $PORTIO block 8080 TCP --for 2s --yes; sleep 3
on $PORTIO blocks; expect "blocks: none" 1 $?
on nft list ruleset | diff $WORK/before -; expect "firewall as before after expiry and blocks" 0 $?
on $PORTIO unblock --all --yes; echo "  note  unblock --all rc $?"
on nft list ruleset | diff $WORK/before - >/dev/null; expect "firewall as before after unblock --all" 0 $?
finish
