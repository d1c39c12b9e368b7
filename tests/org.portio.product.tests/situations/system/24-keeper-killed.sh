# SPDX-License-Identifier: EPL-2.0
# The keeper is killed (OOM): the next command brings all back; a lost server is told; stale files do not hurt; pid given out again.
. "$(dirname "$0")/lib.sh"; net
on $PORTIO reserve 7001 TCP --note one; on $PORTIO start-server 7002 TCP --for 1h --bind 10.77.0.1
k=$(on $PORTIO keeper status | awk '/^PID/{print $2}'); kill -9 $k; sleep 0.5
on $PORTIO keeper status; expect "keeper status after kill -9" 1 $?
told() { # told TEXT WHAT
    case $2 in *7002*ended*start-server\ 7002\ TCP\ --mode\ echo\ --bind*--for*) ok "$1";; *) bad "$1: $2";; esac; }
out=$(on $PORTIO servers 2>&1); expect "servers after kill -9" 1 $?; told "servers tells what is lost" "$out"
out=$(on $PORTIO doctor 2>&1); told "doctor tells what is lost" "$out"
out=$(on $PORTIO reservations 2>&1); rc=$?; echo "$out"; expect "reservations" 0 $rc
case $out in *held*) ok held;; *) bad "not held";; esac
out=$(on $PORTIO servers 2>&1); told "servers tells it with the next keeper, too" "$out"
out=$(grep lost-server $PORTIO_HOME/state/port_logs.txt); told "the log tells what is lost" "$out"
eval on $PORTIO $(echo "$out" | sed 's/.*portio \(start-server[^"]*\)".*/\1/'); expect "the command that is told starts it again" 0 $?
out=$(on $PORTIO servers 2>&1); case $out in *ended*) bad "lost and running: $out";; *) ok "no longer lost";; esac
k=$(on $PORTIO keeper status | awk '/^PID/{print $2}'); kill -9 $k; sleep 0.5
out=$(on $PORTIO stop-server 7002 2>&1); expect "stop-server of a lost one" 1 $?; case $out in *"no longer listed"*) ok "no longer listed";; *) bad "$out";; esac
out=$(on $PORTIO servers 2>&1); case $out in *ended*) bad "told after it was forgotten: $out";; *) ok "not told again";; esac
on $PORTIO start-server 7003 UDP; on $PORTIO keeper stop --yes
out=$(on $PORTIO servers 2>&1); case $out in *ended*) bad "stopped on purpose, and told as lost: $out";; *) ok "stopped on purpose";; esac
on $PORTIO reservations >/dev/null
on /usr/bin/python3 -c 'import socket; s=socket.socket(); s.setsockopt(1,2,1); s.bind(("",7001)); s.listen()' 2>/dev/null && t=1 || t=0; expect "can be taken" 0 $t
k=$(on $PORTIO keeper status | awk '/^PID/{print $2}'); kill -9 $k; sleep 0.3
# somebody takes it meanwhile
ip netns exec $S /usr/bin/python3 -c 'import socket,time; s=socket.socket(); s.bind(("",7001)); s.listen(); time.sleep(9)' & PIDS="$PIDS $!"; sleep 0.5
out=$(on $PORTIO reservations 2>&1); rc=$?; echo "$out"; case $out in *conflict*python3*) ok "conflict, by whom";; *) bad "no conflict told";; esac
sleep 10; out=$(on $PORTIO reservations 2>&1); echo "$out"; case $out in *held*) ok "held again by itself";; *) bad "not held again";; esac
find $PORTIO_HOME /run/user /tmp -maxdepth 2 -name '*portio*' 2>/dev/null | head
for f in $(find $PORTIO_HOME -name '*.pid' -o -name '*.sock' -o -name '*keeper*' | grep -v cache); do ls -la $f; done
finish
