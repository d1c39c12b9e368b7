# SPDX-License-Identifier: EPL-2.0
# The port of one's own SSH session: alone, inside a range, under sudo (variable gone), with --direction outbound of any port, udp; and a dry run.
. "$(dirname "$0")/lib.sh"; net
X="SSH_CONNECTION=10.77.0.2 50000 10.77.0.1 2222"
env "$X" ip netns exec $S $PORTIO block 2222 TCP --yes; expect "own port" 4 $?
env "$X" ip netns exec $S $PORTIO block 1-65535 TCP --yes; expect "range with it" 4 $?
env "$X" sh -c "env -u SSH_CONNECTION ip netns exec $S $PORTIO block 2222 TCP --yes; exit \$?"; expect "variable gone (sudo)" 4 $?
env "$X" ip netns exec $S $PORTIO block 2222 TCP --direction both --yes; expect "both" 4 $?
env "$X" ip netns exec $S $PORTIO block 2222 UDP --yes; expect "UDP is another port" 0 $?
# outbound: the client's port. With --cut the session's own packets would go
env "$X" ip netns exec $S $PORTIO block 50000 TCP --direction outbound --cut --yes; rc=$?; echo "  note  outbound --cut on the client's port 50000: rc $rc"; expect "outbound --cut of the session's remote port" 4 $rc
env "$X" ip netns exec $S $PORTIO block 1024-65535 TCP --direction outbound --cut --yes; rc=$?; expect "outbound --cut of a range with it" 4 $rc
env "$X" ip netns exec $S $PORTIO block 2222 TCP --force --for 30s --yes; expect "--force" 0 $?
on $PORTIO unblock --all --yes
finish
