/* The floor: packets that lie ready, sent with one sendmmsg a frame, as often as told.
 *
 * sendmmsg HOST PORT FILE SEQUENCE: the file holds the packets, each after its length in two bytes, low byte
 * first; at byte SEQUENCE of each the number of the frame is written.
 * For each number on standard input so many frames are sent, and the processor time is printed, in ns.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { MOST = 1024, ROOM = 1536, BUFFER = 4 << 20, SNDBUFFORCE = 32 };

static unsigned char packets[MOST][ROOM];
static struct iovec parts[MOST];
static struct mmsghdr messages[MOST];

static int load(const char *path) {
    FILE *file = fopen(path, "rb");
    int count = 0, low, high;
    if (!file) return -1;
    while (count < MOST && (low = getc(file)) != EOF && (high = getc(file)) != EOF) {
        size_t size = (size_t)(low + 256 * high);
        if (size > ROOM || fread(packets[count], 1, size, file) != size) return -1;
        parts[count] = (struct iovec){packets[count], size};
        messages[count].msg_hdr.msg_iov = &parts[count];
        messages[count].msg_hdr.msg_iovlen = 1;
        count++;
    }
    fclose(file);
    return count;
}

static int opened(const char *host, const char *port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(port))};
    int size = BUFFER, s = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    if (s < 0 || inet_pton(AF_INET, host, &to.sin_addr) != 1) return -1;
    if (setsockopt(s, SOL_SOCKET, SNDBUFFORCE, &size, sizeof size) != 0)
        setsockopt(s, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
    return connect(s, (struct sockaddr *)&to, sizeof to) == 0 ? s : -1;
}

static long long used_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(int argc, char **argv) {
    int count = argc == 5 ? load(argv[3]) : -1, s = count > 0 ? opened(argv[1], argv[2]) : -1;
    int at = argc == 5 ? atoi(argv[4]) : 0;
    unsigned char sequence = 0;
    long frames;
    if (s < 0) return fprintf(stderr, "sendmmsg HOST PORT FILE SEQUENCE\n"), 2;
    puts("ready");
    fflush(stdout);
    while (scanf("%ld", &frames) == 1) {
        long long before = used_ns();
        for (long n = 0; n < frames; n++, sequence++) {
            for (int k = 0; k < count; k++) packets[k][at] = sequence;
            for (int sent = 0, taken; sent < count; sent += taken) {
                taken = sendmmsg(s, messages + sent, (unsigned)(count - sent), 0);
                if (taken < 0) return perror("sendmmsg"), 1;
            }
        }
        printf("%lld\n", used_ns() - before);
        fflush(stdout);
    }
    return 0;
}
