# SPDX-License-Identifier: EPL-2.0
# No HOME, no passwd entry: nothing must be written below the directory that one happens to be in; the message must name what helps.
. "$(dirname "$0")/lib.sh"
D=$(dirname $PORTIO); mkdir -p $WORK/cwd; chmod 777 $WORK/cwd
unshare -m sh -c "mount --bind $D /mnt; mount --bind $WORK/cwd /media; mount -t tmpfs -o mode=1777 none /tmp; cd /media; unset HOME XDG_RUNTIME_DIR USER LOGNAME PORTIO_HOME; setpriv --reuid 12329 --regid 12329 --clear-groups sh -c '/mnt/portio reserve 7401 TCP; echo rc \$?; /mnt/portio reservations; /mnt/portio block 8080 TCP --yes; echo rc \$?; /mnt/portio keeper stop --yes'" </dev/null > $WORK/out 2>&1; cat $WORK/out
# What only looks needs no place for files.
unshare -m sh -c "mount --bind $D /mnt; cd /; unset HOME XDG_RUNTIME_DIR USER LOGNAME PORTIO_HOME; setpriv --reuid 12329 --regid 12329 --clear-groups sh -c '/mnt/portio why 7402; echo why \$?; /mnt/portio kill --port 7402 --yes; echo kill \$?; /mnt/portio doctor; echo doctor \$?'" </dev/null > $WORK/look 2>&1; cat $WORK/look
grep -q '^why 1$' $WORK/look && grep -q '^kill 1$' $WORK/look && ok "why and kill look without a home" || bad "why or kill want a home"
grep -q '^\[!\] files: .*HOME' $WORK/look && grep -q '^doctor 1$' $WORK/look && ok "doctor tells that there is no home" || bad "doctor wants a home"
find $WORK/cwd | head -20
[ -z "$(ls -A $WORK/cwd)" ] && ok "nothing written in the current directory" || bad "wrote into the current directory: $(ls -A $WORK/cwd | tr '\n' ' ')"
grep -q 'HOME' $WORK/out && ok "the message names HOME" || bad "no message names HOME or PORTIO_HOME"
k=$(pgrep --ns $$ --nslist net -u 12329 -f 'keeper serve'); [ -z "$k" ] && ok "no keeper left behind" || { bad "a keeper goes on that no command finds (keeper stop: no keeper runs)"; kill $k; }
finish
