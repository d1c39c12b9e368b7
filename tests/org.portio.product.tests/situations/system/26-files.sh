# SPDX-License-Identifier: EPL-2.0
# The file of reservations: broken JSON, a future version, the shapes that the original tool wrote, edited by hand, empty.
. "$(dirname "$0")/lib.sh"; net
on $PORTIO reserve 7001 TCP --note "n1" >/dev/null; on $PORTIO keeper stop --yes >/dev/null 2>&1
F=$(find $PORTIO_HOME -name '*reservation*.json' | head -1); echo "  note  file $F"; cat $F; good=$(cat $F)
try() { # NAME CONTENT
    printf '%s' "$2" > $F; out=$(on $PORTIO reservations 2>&1); rc=$?; echo "[$1] rc $rc"; echo "$out" | sed 's/^/    /'
    [ $rc != 70 ] || bad "$1: internal error"
    out=$(on $PORTIO reserve 7002 TCP 2>&1); r2=$?; echo "    reserve: $out (rc $r2)"
    on $PORTIO keeper stop --yes >/dev/null 2>&1
    kept=; for g in $(find $PORTIO_HOME -type f -not -path '*/cache/*'); do printf '%s' "$2" | cmp -s - $g && kept=$g; done
    if cmp -s $F <(printf '%s' "$2"); then echo "    unchanged"; else echo "    changed; copy: ${kept:-none}"; fi
    LASTRC=$rc; LASTKEPT=$kept; }
try "broken" '{"version":1,"reservations":[{"protocol":"tcp","po'; [ -n "$LASTKEPT" ] && ok "broken file's content kept" || bad "broken file's content lost"
try "empty" ''
try "future" '{"schema":99,"version":99,"reservations":[{"protocol":"tcp","port":7001,"shiny":true}]}'; [ -n "$LASTKEPT" ] && ok "future file kept" || bad "future file's content lost"
try "original list" '[{"port": 7011, "protocol": "TCP", "executable": "/usr/bin/python3"}, {"port": 7012, "protocol": "UDP", "executable": ""}]'
case $(on $PORTIO reservations 2>&1) in *7011*) ok "list shape taken over";; *) [ -n "$LASTKEPT" ] && echo "  note  list shape not taken over, kept" || bad "list shape lost";; esac
try "original map" '{"7011": {"protocol": "TCP", "executable": "/usr/bin/python3"}, "7012": {"protocol": "UDP"}}'
case $(on $PORTIO reservations 2>&1) in *7011*) ok "map shape taken over";; *) [ -n "$LASTKEPT" ] && echo "  note  map shape not taken over, kept" || bad "map shape lost";; esac
try "map of programs" '{"7011": "/usr/bin/python3"}'
try "one wrong entry" "$(echo "$good" | sed 's/7001/99999/')"
printf '%s' "$good" > $F; on $PORTIO reservations | grep -q 7001 && ok "good file again" || bad "good file not read"
finish
