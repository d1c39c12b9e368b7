# SPDX-License-Identifier: EPL-2.0
# Homes that do not work: read-only, full disk, path longer than a socket's name, HOME unset and a uid without passwd entry, XDG_RUNTIME_DIR missing.
. "$(dirname "$0")/lib.sh"; net; H=$PORTIO_HOME
mkdir $WORK/full; mount -t tmpfs -o size=64k none $WORK/full; dd if=/dev/zero of=$WORK/full/x bs=1k count=100 2>/dev/null
out=$(PORTIO_HOME=$WORK/full/h on $PORTIO reserve 7001 TCP 2>&1); rc=$?; echo "full: $out (rc $rc)"; [ $rc != 0 ] && [ $rc != 70 ] && ok "full disk told" || bad "full disk: rc $rc"
on ss -ltnH 'sport = 7001' | grep -q . && bad "full disk: held all the same"
rm $WORK/full/x; PORTIO_HOME=$WORK/full/h on $PORTIO reserve 7001 TCP; echo "  note after room was made: rc $?"
dd if=/dev/zero of=$WORK/full/x bs=1k count=100 2>/dev/null
out=$(PORTIO_HOME=$WORK/full/h on $PORTIO reserve 7002 TCP 2>&1); rc=$?; echo "full again: $out (rc $rc)"; [ $rc != 0 ] && ok "told" || bad "full disk: reserve says 0"
PORTIO_HOME=$WORK/full/h on $PORTIO reservations; 
out=$(PORTIO_HOME=$WORK/full/h on $PORTIO block 8080 TCP --yes 2>&1); rc=$?; echo "block, full: $out (rc $rc)"; on nft list ruleset | grep -q 'tcp dport 8080' && r=1 || r=0
[ "$rc" = 0 ] && [ $r = 0 ] && bad "block said 0 without a rule"; [ "$rc" != 0 ] && [ $r = 1 ] && bad "block failed and left a rule"
rm $WORK/full/x; PORTIO_HOME=$WORK/full/h on $PORTIO reservations; PORTIO_HOME=$WORK/full/h on $PORTIO unblock --all --yes; PORTIO_HOME=$WORK/full/h on $PORTIO keeper stop --yes; 
# What keeps classes for later starts may still be writing there.
for _ in $(seq 300); do mount -o remount,ro $WORK/full 2>/dev/null && break; sleep 0.2; done
out=$(PORTIO_HOME=$WORK/full/h on $PORTIO reserve 7003 TCP 2>&1); rc=$?; echo "ro: $out (rc $rc)"; [ $rc != 0 ] && [ $rc != 70 ] && ok "read-only told" || bad "read-only: rc $rc"
PORTIO_HOME=$WORK/full/h on $PORTIO list --tcp >/dev/null; r=$?; [ $r -le 1 ] && ok "list works on a read-only home" || bad "list on a read-only home: $r"
PORTIO_HOME=$WORK/full/h on $PORTIO keeper stop --yes 2>/dev/null; umount $WORK/full
L=$WORK/$(printf 'a%.0s' $(seq 150)); mkdir -p $L
PORTIO_HOME=$L on $PORTIO reserve 7004 TCP; expect "long home" 0 $?; PORTIO_HOME=$L on $PORTIO keeper stop --yes 2>/dev/null
out=$(XDG_RUNTIME_DIR=/run/user/does-not-exist PORTIO_HOME=$H on $PORTIO reserve 7007 TCP 2>&1); rc=$?; echo "$out"; expect "XDG_RUNTIME_DIR missing" 0 $rc
finish
