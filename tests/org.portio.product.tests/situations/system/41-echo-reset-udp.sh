# SPDX-License-Identifier: EPL-2.0
# echo with half close and 20 MB; reset as the client sees it; UDP of 0 and 65507 bytes; UDP on * with a second address: the answer must come from the address that was asked; 3000 clients; stop while busy; port in use.
. "$(dirname "$0")/lib.sh"; net
ip -n $S addr add 10.77.0.5/24 dev v$$; ip -n $S -6 addr add fd77::5/64 dev v$$ nodad
on $PORTIO start-server 9001 TCP --bind '*' >/dev/null; on $PORTIO start-server 9002 TCP --mode reset --bind '*' >/dev/null; on $PORTIO start-server 9003 UDP --bind '*' >/dev/null; on $PORTIO start-server 9004 TCP --mode blackhole --bind '*' >/dev/null
at /usr/bin/python3 - <<'P'; n=$?; expect "faults" 0 $n
import socket,sys,threading,time,hashlib,os
bad=0
def say(ok,t):
    global bad; print("  %s %s"%("ok   " if ok else "BAD  ",t)); bad+=not ok
d=os.urandom(20_000_000); s=socket.create_connection(("10.77.0.1",9001)); got=hashlib.sha256(); n=0
def w(): s.sendall(d); s.shutdown(1)
th=threading.Thread(target=w); th.start(); s.settimeout(10)
try:
    while True:
        b=s.recv(1<<16)
        if not b: break
        got.update(b); n+=len(b)
except OSError as e: print(e)
say(n==len(d) and got.digest()==hashlib.sha256(d).digest(),"echo of 20 MB with half close (%d)"%n)
s=socket.create_connection(("10.77.0.1",9002)); s.settimeout(3)
try: s.sendall(b"x"); r=s.recv(5); say(False,"reset: got %r"%r)
except ConnectionResetError: say(True,"reset seen by the client")
except OSError as e: say(False,"reset: %r"%e)
for fam,a in ((2,"10.77.0.1"),(2,"10.77.0.5"),(10,"fd77::1"),(10,"fd77::5")):
    u=socket.socket(fam,socket.SOCK_DGRAM); u.connect((a,9003)); u.settimeout(2)
    try: u.send(b"ping"); say(u.recv(99)==b"ping","UDP echo by %s"%a)
    except OSError as e: say(False,"UDP echo by %s: no answer to a connected client (%r)"%(a,e))
u=socket.socket(2,socket.SOCK_DGRAM); u.settimeout(2); u.connect(("10.77.0.1",9003))
for size in (0,1,1472,1473,9000,65507):
    try: u.send(b"q"*size); say(len(u.recv(70000))==size,"UDP %d bytes"%size)
    except OSError as e: say(False,"UDP %d bytes: %r"%(size,e))
import resource; resource.setrlimit(resource.RLIMIT_NOFILE,(4096,4096))
cs=[]; t0=time.time()
try:
    for i in range(3000): c=socket.create_connection(("10.77.0.1",9001),5); cs.append(c)
    for c in cs: c.sendall(b"hi")
    good=0
    for c in cs:
        c.settimeout(5)
        good+=c.recv(9)==b"hi"
    say(good==3000,"3000 clients, %d answered, %.1f s"%(good,time.time()-t0))
except OSError as e: say(False,"3000 clients: %d, %r"%(len(cs),e))
sys.exit(min(bad,100))
P
on $PORTIO servers
on $PORTIO start-server 9001 TCP; expect "port in use by a server" 4 $?
ip netns exec $C /usr/bin/python3 -c '
import socket,sys,time
s=socket.create_connection(("10.77.0.1",9001)); s.settimeout(20)
try:
    while True: s.sendall(b"x"*65536); s.recv(1<<20)
except OSError: pass' & b=$!; sleep 1
t0=$(date +%s); on $PORTIO stop-server 9001 TCP; expect "stop while busy" 0 $?; [ $(( $(date +%s)-t0 )) -lt 8 ] && ok "quickly" || bad "slow stop"
kill $b 2>/dev/null; can 10.77.0.1 9001; expect "closed" 1 $?
on $PORTIO start-server 9001 TCP --bind '*'; expect "at once again on the same port" 0 $?
on $PORTIO stop-server --all --yes; expect "stop all" 0 $?
finish
