/* OLA as a sender: each universe of a frame handed to olad, which sends them.
 *
 * ola PORT FILE PERIOD_US: the RPC port of olad; the file holds a frame, universe after universe, of 510 slots each.
 * For each number on standard input so many frames are handed over, one each period (faster, olad hangs up),
 * and the processor time is printed, in ns. That of olad itself is for who started it to read.
 */
#include <ola/DmxBuffer.h>
#include <ola/client/StreamingClient.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <vector>

static long long now_ns(clockid_t clock) {
    timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 4) return std::fprintf(stderr, "ola PORT FILE PERIOD_US\n"), 2;
    const unsigned slots = 510;
    std::ifstream file(argv[2], std::ios::binary);
    std::vector<unsigned char> frame((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    ola::client::StreamingClient::Options options;
    options.auto_start = false;
    options.server_port = (unsigned short)std::atoi(argv[1]);
    ola::client::StreamingClient client(options);
    if (!client.Setup()) return std::fprintf(stderr, "olad does not answer\n"), 1;
    const long long period = std::atoll(argv[3]) * 1000;
    std::puts("ready");
    std::fflush(stdout);
    for (long frames, number = 0; std::scanf("%ld", &frames) == 1;) {
        long long before = now_ns(CLOCK_PROCESS_CPUTIME_ID), due = now_ns(CLOCK_MONOTONIC);
        for (long n = 0; n < frames; n++, number++) {
            timespec until = {(time_t)((due + n * period) / 1000000000LL), (long)((due + n * period) % 1000000000LL)};
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
            for (unsigned k = 0; k * slots < frame.size(); k++) {
                frame[k * slots] = (unsigned char)number;  // each frame differs from the one before
                ola::DmxBuffer values(&frame[k * slots], slots);
                if (!client.SendDmx(k + 1, values)) return std::fprintf(stderr, "olad has hung up\n"), 1;
            }
        }
        std::printf("%lld\n", now_ns(CLOCK_PROCESS_CPUTIME_ID) - before);
        std::fflush(stdout);
    }
    return 0;
}
