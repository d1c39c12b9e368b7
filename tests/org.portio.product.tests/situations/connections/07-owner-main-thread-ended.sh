#!/bin/bash
# SPDX-License-Identifier: EPL-2.0
# open-telemetry/opentelemetry-ebpf-profiler#376; infernode-os/infernode#582; checkpoint-restore/criu#57
# Situation: a server whose main thread has ended with pthread_exit while its other threads serve on: /proc/PID/fd is empty, /proc/PID/task/TID/fd is not
# Exit 0 where PortIO behaves right; the last line is the verdict. Needs root, Linux, python3, iproute2.
P=$(readlink -f "${PORTIO:-./portio}"); export PORTIO_HOME=$(mktemp -d); [ -z "${WARM_HOME-}" ] || cp -a "$WARM_HOME/." "$PORTIO_HOME"; export LC_ALL=C.UTF-8
PY=/usr/bin/python3; T=$(mktemp -d /tmp/portio-case.XXXXXX); KIDS=; NETNS=
cleanup() { exec 2>/dev/null; for k in $KIDS; do kill -CONT "$k" 2>/dev/null; kill -9 "$k" 2>/dev/null; done; wait 2>/dev/null
  for n in $NETNS; do ip netns del "$n" 2>/dev/null; done; rm -rf "$T"; }
trap cleanup EXIT
up() { for _ in $(seq 150); do ss -tuanH | grep -q "[:.]$1 " && return 0; sleep .1; done; echo "test failed: nothing at $1"; exit 99; }
wait_for() { for _ in $(seq 150); do eval "$1" && return 0; sleep .1; done; echo "test failed: $1"; exit 99; }
right() { echo "RIGHT: $*"; exit 0; }
wrong() { echo "WRONG: $*"; exit 1; }
cat > $T/t.c <<'E'
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>
static int mode, port;
static void lis(void) { int s = socket(AF_INET, SOCK_STREAM, 0), o = 1; struct sockaddr_in a; memset(&a, 0, sizeof a);
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &o, sizeof o); a.sin_family = AF_INET; a.sin_port = htons(port);
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK); if (bind(s, (void *)&a, sizeof a) || listen(s, 5)) exit(1); }
static void *work(void *x) { if (mode == 2) { unshare(CLONE_FILES); lis(); } sleep(300); return 0; }
int main(int c, char **v) { pthread_t t; mode = atoi(v[1]); port = atoi(v[2]); if (mode == 1) lis();
  pthread_create(&t, 0, work, 0); if (mode == 1) pthread_exit(0); sleep(300); return 0; }
E
gcc -pthread -o $T/t $T/t.c || { echo "no gcc"; exit 99; }

$T/t 1 23051 & A=$!; KIDS="$A"; up 23051; sleep .5
ls /proc/$A/task/*/fd 2>/dev/null | head -8
j=$("$P" list --port 23051 --json 2>/dev/null); grep -o '"pid":[^,]*,"pids":[^]]*]' <<<"$j"
k=$("$P" kill --port 23051 --dry-run 2>&1); echo "$k" | head -2
grep -q "\"pids\":\[$A\]" <<<"$j" && grep -q "PID $A" <<<"$k" && right "finds the owner through its threads"
wrong "owner $A is not found; kill: $k"
