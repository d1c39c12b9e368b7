# SPDX-License-Identifier: EPL-2.0
# Common part of the reproducing scripts: two namespaces joined by a veth, and a home of its own for PortIO.
# Everything that it makes is removed at the end; nothing outside the namespaces is touched.
PORTIO=${PORTIO:-./portio}
case $PORTIO in /*) ;; *) PORTIO=$PWD/$PORTIO ;; esac
NAME=$(basename "$0" .sh)
WORK=${WORK:-$(mktemp -d)}/$NAME
rm -rf "$WORK"; mkdir -p "$WORK"
export PORTIO_HOME=$WORK/home
# A start without kept classes takes three times as long, and makes them in the background beside what is looked at.
if [ -n "${WARM_HOME-}" ]; then (umask 077; mkdir "$PORTIO_HOME"; cp -a "$WARM_HOME/." "$PORTIO_HOME"); fi
S=s$$ C=c$$ PIDS= NS=
p() { "$PORTIO" "$@"; }
on() { ip netns exec "$S" "$@"; }           # the machine with PortIO
at() { ip netns exec "$C" "$@"; }           # the other machine
net() {
    ip netns add $S; ip netns add $C; NS="$S $C"
    ip link add v$$ netns $S type veth peer name w$$ netns $C
    for n in $S $C; do ip -n $n link set lo up; done
    ip -n $S addr add 10.77.0.1/24 dev v$$; ip -n $S -6 addr add fd77::1/64 dev v$$ nodad
    ip -n $C addr add 10.77.0.2/24 dev w$$; ip -n $C -6 addr add fd77::2/64 dev w$$ nodad
    ip -n $S link set v$$ up; ip -n $C link set w$$ up
}
bg() { "$@" & PIDS="$PIDS $!"; }
# can ADDRESS PORT: does a TCP connection from the other machine come about?
can() { at /usr/bin/python3 -c 'import socket,sys; socket.create_connection((sys.argv[1],int(sys.argv[2])),2).close()' "$1" "$2" 2>/dev/null; }
# a small server on all addresses of both families, in $S
serve() { ip netns exec $S /usr/bin/python3 -c '
import socket,sys,threading
s=socket.socket(socket.AF_INET6); s.setsockopt(socket.SOL_SOCKET,socket.SO_REUSEADDR,1); s.setsockopt(41,26,0)
s.bind(("::",int(sys.argv[1]))); s.listen(50)
def h(c):
    while True:
        d=c.recv(4096)
        if not d: break
        c.sendall(d)
    c.close()
while True:
    c,_=s.accept(); threading.Thread(target=h,args=(c,),daemon=True).start()
' "$1" & PIDS="$PIDS $!"; }
FAILS=
ok() { echo "  ok    $*"; }
bad() { echo "  BAD   $*"; FAILS="$FAILS; $*"; }
expect() { # expect TEXT WANTED GOT
    if [ "$2" = "$3" ]; then ok "$1: $3"; else bad "$1: wanted $2, got $3"; fi; }
finish() {
    trap - EXIT
    p keeper stop --yes >/dev/null 2>&1 || true
    [ -z "$NS" ] || on "$PORTIO" keeper stop --yes >/dev/null 2>&1 || true
    for i in $PIDS; do kill "$i" 2>/dev/null; done
    for n in $NS; do for i in $(ip netns pids $n 2>/dev/null); do kill -9 $i 2>/dev/null; done; done
    for n in $NS; do ip netns del $n 2>/dev/null; done
    if [ -z "$FAILS" ]; then echo "RIGHT: $NAME"; exit 0; fi
    echo "WRONG: $NAME${FAILS}"; exit 1
}
trap finish EXIT
trap 'bad "cut off"; exit 1' TERM INT
