# SPDX-License-Identifier: EPL-2.0
# The keeper's user may have no more threads (ulimit -u): it answers, or ends and is started again by the next command, which
# works; what is reserved is held again, and a lost server is told.
. "$(dirname "$0")/lib.sh"; net
USER_ID=$((20000 + $$ % 20000))
chmod 711 "$WORK" "$(dirname "$WORK")" 2>/dev/null; mkdir -p $PORTIO_HOME; chown $USER_ID:$USER_ID $PORTIO_HOME
as() { on setpriv --reuid $USER_ID --regid $USER_ID --clear-groups "$@"; }
# With as many threads as there may be, it depends on the moment whether one more is there for an answer.
again() { for try in $(seq 60); do "$@"; rc=$?; [ $rc = 4 ] || return $rc; sleep 1; done; return $rc; }
as $PORTIO --version || { echo "this user cannot run $PORTIO"; exit 99; }
as $PORTIO reserve 7501 TCP; as $PORTIO start-server 7601 TCP
k=$(as $PORTIO keeper status | awk '/^PID/{print $2}')
# The limit is the keeper's own, and counts all threads of the user, those of the commands among them.
as prlimit --pid $k --nproc=$(ls /proc/$k/task | wc -l) || exit 99
for i in 1 2 3; do timeout 60 ip netns exec $S setpriv --reuid $USER_ID --regid $USER_ID --clear-groups $PORTIO reserve 75$i$i TCP; done
if grep -q "gives up" $PORTIO_HOME/state/keeper.log; then
    ok "the keeper's log says why it ended"
    out=$(as $PORTIO servers 2>&1); case $out in *7601*ended*) ok "the lost server is told";; *) bad "the lost server is not told: $out";; esac
else
    kill -0 $k && ok "the keeper lives, and answers" || bad "the keeper has ended without a word"
fi
again as $PORTIO reserve 7502 TCP; expect "reserve" 0 $?
out=$(as $PORTIO reservations 2>&1); expect "reservations" 0 $?; echo "$out"
case $out in *7502*held*) ok held;; *) bad "not held";; esac
out=$(as $PORTIO start-server 7503 TCP --mode http-ok 2>&1); rc=$?; echo "$out"
if [ $rc = 0 ]; then
    on /usr/bin/python3 -c '
import socket; s=socket.create_connection(("127.0.0.1",7503),5); s.sendall(b"GET / HTTP/1.0\r\n\r\n"); assert s.recv(12)==b"HTTP/1.1 200"'
    expect "the server answers" 0 $?
else
    case $rc$out in 4*"ulimit -u"*) ok "says that there are no threads";; *) bad "start-server: $rc $out";; esac
    as $PORTIO servers; on ss -ltnH 'sport = 7503' | grep -q . && bad "a server that was refused listens" || ok "nothing is left of it"
fi
again as $PORTIO release 7502 --yes; expect "release" 0 $?
again as $PORTIO stop-server --all --yes; expect "stop-server" 0 $?
again as $PORTIO keeper stop --yes; expect "keeper stop" 0 $?
cat $PORTIO_HOME/state/keeper.log
finish
