/* Spectators by the thousand, in one process that costs little: each holds a stream open and reads it.
 *
 * watchers HOST PORT PATH COUNT: says "ready" once every one of them has had something.
 * An update carries "@NUMBER@NANOSECONDS@": which it is, and when it was told, by the clock that never jumps.
 * For each number on standard input it says, as JSON, how many of the spectators are there and have had every
 * update up to that one, each once and in its turn; and of all updates since it was told -1: how many came,
 * how many were missed, how many came again, who was sent away, how late they came.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { AT_ONCE = 200, EVENTS = 512, ROOM = 1 << 16, SLOTS = 200000, SLOT_NS = 100000 };

struct watcher {
    int fd, asked, heard, phase, whole;
    long long number, stamp, last;
};

static struct watcher *all;
static long count, joining, joined, heard, gone;
static long long updates, missed, again;
static unsigned late[SLOTS];
static int queue;
static struct sockaddr_in door;
static char request[512], buffer[ROOM];

static long long now_ns(clockid_t which) {
    struct timespec t;
    clock_gettime(which, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void join(struct watcher *w) {
    struct epoll_event event = {.events = EPOLLOUT, .data.ptr = w};
    *w = (struct watcher){.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), .last = -1, .whole = 1};
    if (w->fd < 0) fail("socket");
    if (connect(w->fd, (struct sockaddr *)&door, sizeof door) != 0 && errno != EINPROGRESS) fail("connect");
    if (epoll_ctl(queue, EPOLL_CTL_ADD, w->fd, &event) != 0) fail("epoll_ctl");
    joining++;
}

static void ask(struct watcher *w) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = w};
    if (send(w->fd, request, strlen(request), MSG_NOSIGNAL) < 0) fail("send");
    if (epoll_ctl(queue, EPOLL_CTL_MOD, w->fd, &event) != 0) fail("epoll_ctl");
    w->asked = 1;
}

static void lose(struct watcher *w) {
    close(w->fd);
    w->fd = -1;
    w->whole = 0;
    gone++;
}

static void take(struct watcher *w, long long at) {
    long long tenths = (at - w->stamp) / SLOT_NS;
    updates++;
    late[tenths < 0 ? 0 : tenths < SLOTS ? tenths : SLOTS - 1]++;
    if (w->last >= 0 && w->number <= w->last) again++;
    if (w->last >= 0 && w->number > w->last + 1) missed += w->number - w->last - 1;
    if (w->last >= 0 && w->number != w->last + 1) w->whole = 0;
    if (w->number > w->last) w->last = w->number;
}

/* An update may come in two pieces: where it stands is kept with the watcher. */
static void read_on(struct watcher *w, const char *p, const char *end, long long at) {
    while (p < end) {
        if (w->phase == 0) {
            p = memchr(p, '@', (size_t)(end - p));
            if (!p) return;
            w->number = w->stamp = 0;
            w->phase = 1;
        } else if (*p == '@') {
            if (w->phase == 2) take(w, at);
            w->phase = w->phase == 1 ? 2 : 0;
        } else if (*p < '0' || *p > '9') {
            w->phase = 0;
        } else {
            long long *into = w->phase == 1 ? &w->number : &w->stamp;
            *into = *into * 10 + *p - '0';
        }
        p++;
    }
}

static void hear(struct watcher *w) {
    ssize_t size = recv(w->fd, buffer, ROOM, 0);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0) {
        lose(w);
        return;
    }
    if (!w->heard) w->heard = 1, heard++, joining--;
    read_on(w, buffer, buffer + size, now_ns(CLOCK_MONOTONIC));
}

static double percentile(double part) {
    long long least = (long long)(part * (double)updates), sum = 0;
    for (int slot = 0; slot < SLOTS; slot++)
        if ((sum += late[slot]) > least) return slot / 10.0;
    return SLOTS / 10.0;
}

static void say(long long up_to) {
    long whole = 0;
    for (long n = 0; n < count; n++) whole += all[n].whole && all[n].fd >= 0 && all[n].last >= up_to;
    printf("{\"whole\": %ld, \"updates\": %lld, \"missed\": %lld, \"again\": %lld, \"gone\": %ld, "
           "\"p50_ms\": %.1f, \"p99_ms\": %.1f, \"cpu_ns\": %lld}\n",
           whole, updates, missed, again, gone, percentile(0.5), percentile(0.99),
           now_ns(CLOCK_PROCESS_CPUTIME_ID));
    fflush(stdout);
}

static void forget(void) {
    memset(late, 0, sizeof late);
    updates = missed = again = 0;
}

int main(int argc, char **argv) {
    struct epoll_event events[EVENTS], told = {.events = EPOLLIN, .data.ptr = NULL};
    char line[64];
    if (argc != 5) return fprintf(stderr, "watchers HOST PORT PATH COUNT\n"), 2;
    door = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &door.sin_addr);
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n",
             argv[3], argv[1]);
    count = atol(argv[4]);
    all = calloc((size_t)count, sizeof *all);
    queue = epoll_create1(0);
    if (!all || queue < 0) fail("watchers");
    if (epoll_ctl(queue, EPOLL_CTL_ADD, 0, &told) != 0) fail("epoll_ctl");
    for (int ready = 0;;) {
        while (joined < count && joining < AT_ONCE) join(&all[joined++]);
        int found = epoll_wait(queue, events, EVENTS, 1000);
        if (found < 0 && errno != EINTR) fail("epoll_wait");
        for (int n = 0; n < found; n++) {
            struct watcher *w = events[n].data.ptr;
            if (!w) {
                ssize_t size = read(0, line, sizeof line - 1);
                if (size <= 0) return 0;
                line[size] = 0;
                if (line[0] == '-') forget();
                say(atoll(line));
            } else if (!w->asked) {
                ask(w);
            } else if (w->fd >= 0) {
                hear(w);
            }
        }
        if (gone && !ready) return fprintf(stderr, "a spectator was not let in\n"), 1;
        if (!ready && heard == count) {
            ready = 1;
            puts("ready");
            fflush(stdout);
        }
    }
}
