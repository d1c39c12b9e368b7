# SPDX-License-Identifier: EPL-2.0
# What a wrapper must pass on: exit code, signals (TERM, INT, HUP, USR1), stdin, end of stdin, a terminal, process group.
. "$(dirname "$0")/lib.sh"; net
on $PORTIO reserve 7001 TCP >/dev/null
on $PORTIO run 7001 -- sh -c 'exit 7' 2>/dev/null; expect "exit code" 7 $?
on $PORTIO run 7001 -- sh -c 'kill -KILL $$' 2>/dev/null; expect "killed by KILL" 137 $?
r=$(printf 'a\nb\n' | on $PORTIO run 7001 -- cat 2>/dev/null | tr '\n' ' '); expect "stdin" "a b " "$r"
r=$(on $PORTIO run 7001 -- wc -c <&- 2>/dev/null | tr -d ' '); expect "stdin closed: nothing to read" 0 "$r"
on $PORTIO run 7001 -- sh -c 'echo out; echo err >&2' >$WORK/o 2>$WORK/e; expect stdout "out" "$(cat $WORK/o)"
grep -q '^err$' $WORK/e && ok "stderr" || bad "stderr lost"
r=$(script -qec "ip netns exec $S $PORTIO run 7001 -- sh -c 'test -t 0 && test -t 1 && echo isatty'" /dev/null </dev/null | tr -d '\r' | grep -c isatty); expect "a terminal stays one" 1 $r
on $PORTIO run 7001 -- /no/such/program 2>/dev/null; expect "no such program" 4 $?
cat > $WORK/srv.py <<'P'
import signal,sys,time,socket
f=open(sys.argv[1],"w",buffering=1)
def h(n,_): print("got",signal.Signals(n).name,file=f); n==signal.SIGUSR1 or sys.exit(3)
for n in (signal.SIGTERM,signal.SIGINT,signal.SIGHUP,signal.SIGUSR1): signal.signal(n,h)
s=socket.socket(); s.setsockopt(1,2,1); s.bind(("0.0.0.0",7001)); s.listen(); print("ready",file=f)
while True: time.sleep(0.2)
P
for sig in TERM HUP INT; do
 rm -f $WORK/log; setsid env --default-signal=INT,TERM,HUP ip netns exec $S $PORTIO run 7001 -- /usr/bin/python3 $WORK/srv.py $WORK/log 2>$WORK/e </dev/null & j=$!
 for i in $(seq 50); do grep -q ready $WORK/log 2>/dev/null && break; sleep 0.2; done; sleep 1
 pid=$(pgrep -s $j -f "[j]ava.*run 7001" -n); kid=$(pgrep -f "^/usr/bin/python3 $WORK/srv.py" -n)
 kill -$sig $pid; for i in $(seq 40); do kill -0 $j 2>/dev/null || break; sleep 0.1; done
 kill -0 $j 2>/dev/null && { bad "$sig does not end portio run"; kill -9 $pid; }; wait $j; rc=$?
 grep -q "got SIG$sig" $WORK/log && ok "$sig reached the program" || bad "$sig to portio does not reach the program ($(tr '\n' ' ' <$WORK/log)), rc $rc"
 kill -0 $kid 2>/dev/null && { bad "$sig: the program goes on without portio"; kill -9 $kid; }
 echo "  note  $sig: exit code $rc (the program ends with 3)"; expect "$sig: the program's exit code" 3 $rc
 sleep 1; on $PORTIO reservations --no-header
done
finish
