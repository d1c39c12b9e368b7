# SPDX-License-Identifier: EPL-2.0
# PortIO was uninstalled with its files while ports were blocked; the rules are still there. A new PortIO must show and undo them.
. "$(dirname "$0")/lib.sh"; net; serve 8080; sleep 0.5
on nft add table inet keepme
on nft list ruleset > $WORK/before
on $PORTIO block 8080 TCP --yes 2>/dev/null; on $PORTIO block 9000-9010 UDP --direction outbound --drop --for 1h --yes 2>/dev/null
mv $PORTIO_HOME/data/firewall_journal.json $WORK/lost.json
on $PORTIO blocks; expect blocks 0 $?
n=$(on $PORTIO blocks --no-header 2>/dev/null| grep -c orphaned); expect "orphaned ones" 2 $n
on $PORTIO unblock --all --yes; expect "unblock --all" 0 $?
can 10.77.0.1 8080; expect "open again" 0 $?
on nft list ruleset | diff $WORK/before -; expect "undone exactly" 0 $?
# the lost journal comes back from a backup: no block may rise from the dead without being said
cp $WORK/lost.json $PORTIO_HOME/data/firewall_journal.json
on $PORTIO blocks; echo "  note  blocks after the old journal came back: rc $?"
on nft list ruleset | grep -c 'portio:v1' | sed 's/^/  note  rules now: /'
on $PORTIO unblock --all --yes
on nft list ruleset | diff $WORK/before - ; expect "undone exactly at the end" 0 $?
finish
