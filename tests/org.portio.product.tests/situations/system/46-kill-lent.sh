# SPDX-License-Identifier: EPL-2.0
# A reserved port that was handed over, and whose program is ended by `kill --port`: the program alone is ended, and that PortIO has
# the port again is no failure.
. "$(dirname "$0")/lib.sh"; net
on $PORTIO reserve 7105 TCP >/dev/null
for way in any descriptor release; do
    case $way in
        descriptor) set -- /usr/bin/python3 -c 'import socket,time
s=socket.socket(fileno=3); time.sleep(300)' ;;
        *) set -- /usr/bin/python3 -m http.server 7105 ;;
    esac
    on $PORTIO run --hand-over $way 7105 -- "$@" >$WORK/o 2>&1 & j=$!
    for n in $(seq 300); do on ss -tlnp | grep -q ':7105.*python3' && break; sleep 0.1; done
    on $PORTIO kill --port 7105 --yes >$WORK/k 2>&1; expect "$way: exit code" 0 $?
    sed 's/^/  /' $WORK/k
    grep -q "PortIO holds TCP 7105 again" $WORK/k && ok "$way: says so" || bad "$way: $(tr '\n' ' ' <$WORK/k)"
    grep -q "^Ended python3" $WORK/k && ok "$way: ended the program" || bad "$way: did not end it"
    wait $j
done
finish
