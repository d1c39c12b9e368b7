# SPDX-License-Identifier: EPL-2.0
# A container without CAP_NET_ADMIN; an ordinary user without sudo, pkexec or terminal; no nft in PATH; nothing in PATH.
. "$(dirname "$0")/lib.sh"; net
chmod 755 $WORK
on setpriv --bounding-set -net_admin --inh-caps -net_admin $PORTIO block 8080 TCP --yes 2>$WORK/e </dev/null; rc=$?; cat $WORK/e; expect "root without NET_ADMIN" 3 $rc
mkdir -p $WORK/u; chown 12309 $WORK/u
PORTIO_HOME=$WORK/u/h on setpriv --reuid 12309 --regid 12309 --clear-groups $PORTIO block 8080 TCP --yes 2>$WORK/e </dev/null; rc=$?; cat $WORK/e; expect "user without sudo" 3 $rc
grep -q . $WORK/e && [ $(grep -c Exception $WORK/e) = 0 ] && ok "told in words" || bad "no words"
mkdir $WORK/bin; for t in java sh env cat ls sed uname readlink dirname mkdir ss id getent ip; do ln -s $(readlink -f $(command -v $t)) $WORK/bin/$t; done
PATH=$WORK/bin /usr/sbin/ip netns exec $S $PORTIO block 8080 TCP --yes 2>$WORK/e </dev/null; rc=$?; cat $WORK/e; echo "  note  PATH without nft: rc $rc"
PATH=$WORK/bin /usr/sbin/ip netns exec $S $PORTIO doctor
on nft list ruleset | grep -c 'portio:v1' | sed 's/^/  note  rules now: /'
on $PORTIO unblock --all --yes
printf '#!/bin/sh\necho "Error: Could not process rule: Operation not supported" >&2; exit 1\n' > $WORK/bin/nft; chmod +x $WORK/bin/nft
PATH=$WORK/bin:$PATH on $PORTIO block 8080 TCP --yes --backend nftables 2>$WORK/e </dev/null; rc=$?; cat $WORK/e; expect "kernel without nf_tables" 4 $rc
PATH=$WORK/bin:$PATH on $PORTIO block 8080 TCP --yes 2>$WORK/e </dev/null; rc=$?; cat $WORK/e; echo "  note  kernel without nf_tables, any backend: rc $rc"
on $PORTIO blocks; on $PORTIO unblock --all --yes
expect "nothing left" "" "$(on nft list ruleset | grep portio)"
finish
