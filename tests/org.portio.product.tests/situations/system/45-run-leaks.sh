# SPDX-License-Identifier: EPL-2.0
# A program that ends and leaves a process with sockets of its own: `run --leaks` names it, the exit code is the program's, and the
# process is not ended.
. "$(dirname "$0")/lib.sh"; net
cat > $WORK/leaves.py <<'P'
import os,socket,sys,time
if os.fork() == 0:
    s=socket.socket(); s.bind(("127.0.0.1",7103)); s.listen()
    open(sys.argv[1],"w").write(str(os.getpid())); time.sleep(300)
while not os.path.exists(sys.argv[1]): time.sleep(0.05)
sys.exit(3)
P
on $PORTIO reserve 7104 TCP >/dev/null
on $PORTIO run --leaks 7104 -- /usr/bin/python3 $WORK/leaves.py $WORK/pid 2>$WORK/e; expect "exit code" 3 $?
pid=$(cat $WORK/pid); sed 's/^/  /' $WORK/e
grep -q "7103.*python3.*$pid\|python3.*$pid.*7103" $WORK/e && ok "names the process and its port" || bad "does not name it: $(tr '\n' ' ' <$WORK/e)"
kill -0 $pid && ok "the process goes on" || bad "the process was ended"
kill $pid
on $PORTIO run --leaks 7104 -- /usr/bin/python3 -c pass 2>$WORK/e; expect "exit code of one that leaves nothing" 0 $?
grep -q 7103 $WORK/e && bad "names what is not there: $(cat $WORK/e)" || ok "names nothing"
finish
