# SPDX-License-Identifier: EPL-2.0
# A program on a single address of a network device, without SO_REUSEADDR: gets the reserved port, again over what clients have
# left, and is held afterwards; another port by --remap.
. "$(dirname "$0")/lib.sh"; net
cat > $WORK/one.py <<'P'
import socket,sys
s=socket.socket(socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET); s.bind((sys.argv[1],int(sys.argv[2]))); s.listen()
for n in range(2): c,_=s.accept(); c.sendall(b"served"); c.close()
P
# ask PROGRAM ADDRESS PORT: what a client there gets, once somebody listens
ask() { $1 /usr/bin/python3 -c 'import socket,sys,time
for n in range(300):
    try: print(socket.create_connection((sys.argv[1],int(sys.argv[2])),5).recv(9).decode()); break
    except OSError: time.sleep(0.1)' $2 $3; }
on $PORTIO reserve 7101 TCP >/dev/null
for address in 10.77.0.1 fd77::1; do for start in 1 2; do
    on $PORTIO run --hand-over any 7101 -- /usr/bin/python3 $WORK/one.py $address 7101 2>$WORK/e & j=$!
    expect "$address, start $start: from the other machine" served "$(ask at $address 7101)"
    expect "$address, start $start: from here" served "$(ask on $address 7101)"
    wait $j; expect "$address, start $start: exit code" 0 $?
    grep -q "held again" $WORK/e && ok "$address: held again" || bad "$address: $(tr '\n' ' ' <$WORK/e)"
    can $address 7101 && bad "$address: somebody listens" || ok "$address: nobody listens any more"
done; done
on $PORTIO run --remap 7102=17102 -- /usr/bin/python3 $WORK/one.py 10.77.0.1 7102 2>$WORK/e & j=$!
expect "remapped" served "$(ask at 10.77.0.1 17102)"; ask on 10.77.0.1 17102 >/dev/null
wait $j; expect "remapped: exit code" 0 $?
finish
