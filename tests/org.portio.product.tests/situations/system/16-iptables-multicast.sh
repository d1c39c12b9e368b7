# SPDX-License-Identifier: EPL-2.0
# As 05, with the iptables backend: what comes to a multicast or broadcast address.
BACKEND=iptables
. "$(dirname "$0")/05-multicast-udp.sh"
