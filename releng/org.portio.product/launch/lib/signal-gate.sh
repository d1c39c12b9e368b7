# shellcheck shell=sh disable=SC2034 # the script that sources this uses gate and room
# SPDX-License-Identifier: EPL-2.0
# Sourced by the packaged portio: how Java is started so that signals wait in all of its threads.

# Those that org.portio.reservation.internal.program.Signals has.
signals=1,2,3,10,12,14,15,17,18,20,21,22,23,28,29,30
signals=$signals,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,63,64

# Sets "room" to Java's options for a command that stands for a program, and "gate" to a program that starts Java with all signals
# blocked. Without one, Java does that itself, and is started twice (org.portio.reservation.internal.program.SignalGate). GNU's env
# can since 2019; what it prints here is the environment.
find_gate() {
    # Java must not forget which of them were ignored.
    room=-Xrs
    case $JAVA_HOME in
        *=*) return ;;
    esac
    # Read by the shell itself, so it is about this process; and before it starts another, which changes what it blocks.
    blocked=
    [ ! -r /proc/self/status ] || while read -r key value; do
        [ "$key" != SigBlk: ] || blocked=$value
    done </proc/self/status
    [ -n "$blocked" ] && /usr/bin/env --block-signal=1 >/dev/null 2>&1 || return 0
    room="-Xrs -Dportio.signals=$blocked"
    # The signal by which Java stops its threads is to be one that is not the program's.
    gate="/usr/bin/env --block-signal=$signals _JAVA_SR_SIGNUM=16"
}
