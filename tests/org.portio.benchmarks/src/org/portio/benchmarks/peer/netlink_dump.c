/* SPDX-License-Identifier: EPL-2.0 */
/* For each line of input: dumps all TCP and UDP sockets through sock_diag, with the requests that PortIO uses, looks at
   every message, keeps nothing, and prints the nanoseconds that it took. Ends with its input. */
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

static char buffer[1 << 18] __attribute__((aligned(8)));
static long rows;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int is_last(struct nlmsghdr *message) {
    if (message->nlmsg_type == NLMSG_ERROR) {
        fputs("netlink refuses the dump\n", stderr);
        exit(1);
    }
    return message->nlmsg_type == NLMSG_DONE;
}

static void receive(int fd) {
    for (;;) {
        int length = recv(fd, buffer, sizeof buffer, 0);
        if (length <= 0) fail("recv");
        for (struct nlmsghdr *m = (void *) buffer; NLMSG_OK(m, length); m = NLMSG_NEXT(m, length)) {
            if (is_last(m)) return;
            rows += ((struct inet_diag_msg *) NLMSG_DATA(m))->idiag_inode != 0;
        }
    }
}

static void dump(int fd, int type, void *request, int size) {
    struct nlmsghdr *header = (void *) buffer;
    memset(header, 0, sizeof *header);
    header->nlmsg_len = NLMSG_LENGTH(size);
    header->nlmsg_type = type;
    header->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    memcpy(NLMSG_DATA(header), request, size);
    if (send(fd, buffer, header->nlmsg_len, 0) < 0) fail("send");
    receive(fd);
}

static void dump_all(int fd) {
    /* The older request walks TCP of both families at once. */
    struct inet_diag_req tcp = {.idiag_states = -1};
    dump(fd, TCPDIAG_GETSOCK, &tcp, sizeof tcp);
    for (int i = 0; i < 2; i++) {
        struct inet_diag_req_v2 udp = {
            .sdiag_family = i ? AF_INET6 : AF_INET, .sdiag_protocol = IPPROTO_UDP, .idiag_states = -1};
        dump(fd, SOCK_DIAG_BY_FAMILY, &udp, sizeof udp);
    }
}

static long nanos(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000L + now.tv_nsec;
}

int main(void) {
    int fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_SOCK_DIAG);
    if (fd < 0) fail("socket");
    while (getchar() == '\n') {
        long start = nanos();
        dump_all(fd);
        printf("%ld\n", nanos() - start);
        fflush(stdout);
    }
    return 0;
}
