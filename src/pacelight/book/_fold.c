/* The fold: marks in order of time, one at a time, against the best that stood.
 *
 * No global state and nothing of Python: any number of threads may run it, each on groups of its own.
 * The rules (which scopes, which bits) come in from rules.py; here is only the walk. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 5
#define SCOPES 5
enum { WORLD, AREA, NATION, PLACES }; /* the first of them */
#define AGES_SHIFT 4 /* room for 16 age groups beside each key */
#define AGES (1 << AGES_SHIFT)
#define TIE_SHIFT 32
#define COUNTS_RECORD 1u
#define COUNTS_PERSONAL 2u
#define AHEAD 24 /* rows to fetch before they are needed */

struct columns {
    const int32_t *score;      /* smaller is better */
    const uint8_t *counts;     /* COUNTS_RECORD | COUNTS_PERSONAL */
    const uint16_t *ages;      /* a bit for each age group, at most SLOTS of them */
    const int16_t *year;
    const int32_t *athlete;
    const int32_t *key[SCOPES]; /* NULL where the scope has one list; a key outside has none */
    int32_t size[SCOPES];      /* how many lists; zero switches the scope off */
    int32_t athletes;          /* zero switches PB and SB off */
};

struct person {
    int32_t best, season;
    int32_t group; /* counted from 1, so that cleared memory belongs to no group */
    int32_t year;
};

static inline uint64_t meet(int32_t score, int32_t *best, unsigned bit)
{
    const uint64_t record = score <= *best, tie = score == *best;
    *best = record ? score : *best;
    return record << bit | tie << (bit + TIE_SHIFT);
}

typedef int32_t four __attribute__((vector_size(16)));

/* Of these age groups those in which the score is a record: all sixteen beside a key at once. */
static inline __attribute__((always_inline)) unsigned met(int32_t score, const int32_t *best, unsigned ages)
{
    static const four bit[AGES / 4] = {
        {1, 1 << 1, 1 << 2, 1 << 3},
        {1 << 4, 1 << 5, 1 << 6, 1 << 7},
        {1 << 8, 1 << 9, 1 << 10, 1 << 11},
        {1 << 12, 1 << 13, 1 << 14, 1 << 15},
    };
    const four scores = {score, score, score, score}, of = {(int)ages, (int)ages, (int)ages, (int)ages};
    four records = {0};
    for (int i = 0; i < AGES / 4; i++) {
        four stood;
        memcpy(&stood, best + 4 * i, sizeof stood);
        records |= (scores <= stood) & bit[i];
    }
    records &= of;
    uint64_t half[2];
    memcpy(half, &records, sizeof half);
    half[0] |= half[1];
    return (uint32_t)(half[0] | half[0] >> 32);
}

/* The bests of the list that a mark belongs to, one an age group; NULL where it belongs to none. */
static inline int32_t *list_of(const struct columns *c, int64_t row, int32_t *const *best, int k)
{
    const uint32_t key = c->key[k] ? (uint32_t)c->key[k][row] : 0;
    return key < (uint32_t)c->size[k] ? &best[k][(size_t)key << AGES_SHIFT] : NULL;
}

/* In which area a nation has been in this group so far. */
#define NOWHERE_YET INT32_MIN
#define MOVED (INT32_MIN + 1)

static inline int moved(const struct columns *c, int64_t row, int32_t *home)
{
    const int32_t area = c->key[AREA] ? c->key[AREA][row] : 0;
    if (*home == area)
        return 0;
    const int first = *home == NOWHERE_YET;
    *home = first ? area : MOVED;
    return !first;
}

/* What the world, an area, a nation keeps stands for long: most marks reach nothing, and one look says so.
 * The narrowest comes first: a mark that is no record of a nation is none of the area that all of that nation's
 * marks have counted for, and a mark that is none of an area is none of the world. */
static inline __attribute__((always_inline)) uint64_t
places(const struct columns *c, int64_t row, int32_t *const *best, int32_t *home)
{
    uint64_t word = 0;
    const unsigned ages = c->ages[row];
    unsigned narrower = ages;
    for (int k = NATION; k >= WORLD; k--) {
        int32_t *const list = list_of(c, row, best, k);
        if (!list)
            continue;
        const unsigned found = met(c->score[row], list, narrower);
        for (unsigned records = found; records; records &= records - 1) {
            const unsigned age = (unsigned)__builtin_ctz(records);
            const unsigned slot = (unsigned)__builtin_popcount(ages & ((1u << age) - 1));
            if (slot < SLOTS)
                word |= meet(c->score[row], &list[age], slot * SCOPES + (unsigned)k);
        }
        if (k != NATION || !moved(c, row, &home[c->key[k] ? c->key[k][row] : 0]))
            narrower = found;
        if (!narrower)
            break;
    }
    return word;
}

/* What a championship or a meeting keeps falls often: one age group after the other. */
static inline __attribute__((always_inline)) uint64_t
meetings(const struct columns *c, int64_t row, int32_t *const *best)
{
    uint64_t word = 0;
    for (int k = PLACES; k < SCOPES; k++) {
        int32_t *const list = list_of(c, row, best, k);
        unsigned ages = list ? c->ages[row] : 0;
        for (unsigned slot = 0; ages && slot < SLOTS; slot++, ages &= ages - 1)
            word |= meet(c->score[row], &list[__builtin_ctz(ages)], slot * SCOPES + (unsigned)k);
    }
    return word;
}

static inline uint64_t personal(const struct columns *c, int64_t row, struct person *people, int32_t group)
{
    const uint32_t athlete = (uint32_t)c->athlete[row];
    if (athlete >= (uint32_t)c->athletes)
        return 0;
    struct person *p = &people[athlete];
    if (p->group != group)
        *p = (struct person){INT32_MAX, INT32_MAX, group, c->year[row]};
    if (p->year != c->year[row]) {
        p->season = INT32_MAX;
        p->year = c->year[row];
    }
    return meet(c->score[row], &p->best, SLOTS * SCOPES) | meet(c->score[row], &p->season, SLOTS * SCOPES + 1);
}

static inline __attribute__((always_inline)) void
walk(const struct columns *c, int64_t from, int64_t to, int32_t *const *best, int32_t *home,
     struct person *people, int32_t group, uint64_t *flags, const int wide, const int persons)
{
    for (int64_t row = from; row < to; row++) {
        uint64_t word = 0;
        if (persons && row + AHEAD < to && (uint32_t)c->athlete[row + AHEAD] < (uint32_t)c->athletes)
            __builtin_prefetch(&people[c->athlete[row + AHEAD]], 1);
        if (c->counts[row] & COUNTS_RECORD)
            word = places(c, row, best, home) | (wide ? meetings(c, row, best) : 0);
        if (persons && c->counts[row] & COUNTS_PERSONAL)
            word |= personal(c, row, people, group);
        flags[row] = word;
    }
}

static void clear(const struct columns *c, int32_t *const *best, int32_t *home)
{
    for (int32_t nation = 0; nation < c->size[NATION]; nation++)
        home[nation] = NOWHERE_YET;
    for (int k = 0; k < SCOPES; k++) {
        const size_t cells = (size_t)c->size[k] << AGES_SHIFT;
        for (size_t i = 0; i < cells; i++)
            best[k][i] = INT32_MAX;
    }
}

/* Folds the groups first .. last - 1; group g is the rows starts[g] .. starts[g + 1] - 1, in order of time.
 * Writes one word a row; returns 0, or 1 where there is no memory. */
int pacelight_fold(const struct columns *c, const int64_t *starts, int32_t first, int32_t last, uint64_t *flags)
{
    int32_t *best[SCOPES] = {NULL};
    size_t cells = 0;
    for (int k = 0; k < SCOPES; k++)
        cells += (size_t)c->size[k] << AGES_SHIFT;
    int32_t *const table = malloc((cells + 1) * sizeof *table);
    int32_t *const home = malloc(((size_t)c->size[NATION] + 1) * sizeof *home);
    struct person *const people = calloc((size_t)c->athletes + 1, sizeof *people);
    if (table && home && people) {
        size_t used = 0;
        for (int k = 0; k < SCOPES; used += (size_t)c->size[k++] << AGES_SHIFT)
            best[k] = table + used;
        const int wide = c->size[3] > 0 || c->size[4] > 0, persons = c->athletes > 0;
        for (int32_t group = first; group < last; group++) {
            clear(c, best, home);
            if (wide || persons)
                walk(c, starts[group], starts[group + 1], best, home, people, group + 1, flags, 1, persons);
            else
                walk(c, starts[group], starts[group + 1], best, home, people, group + 1, flags, 0, 0);
        }
    }
    const int failed = !table || !home || !people;
    free(table);
    free(home);
    free(people);
    return failed;
}

#define RADIX_BITS 12
#define RADIX (1u << RADIX_BITS)

/* A stable order by key: LSD radix over `bits` bits, key and row packed in one word.
 * Writes n row numbers; returns 0, or 1 where there is no memory. */
int pacelight_order(const uint32_t *key, int64_t n, int32_t bits, int32_t *order)
{
    uint64_t *from = malloc(((size_t)n + 1) * sizeof *from), *to = malloc(((size_t)n + 1) * sizeof *to);
    const int failed = !from || !to;
    if (!failed) {
        for (int64_t i = 0; i < n; i++)
            from[i] = (uint64_t)key[i] << 32 | (uint64_t)i;
        for (int32_t shift = 32; shift < 32 + bits; shift += RADIX_BITS) {
            int64_t place[RADIX + 1] = {0};
            for (int64_t i = 0; i < n; i++)
                place[(from[i] >> shift & (RADIX - 1)) + 1]++;
            for (uint32_t k = 0; k < RADIX; k++)
                place[k + 1] += place[k];
            for (int64_t i = 0; i < n; i++)
                to[place[from[i] >> shift & (RADIX - 1)]++] = from[i];
            uint64_t *const swap = from;
            from = to;
            to = swap;
        }
        for (int64_t i = 0; i < n; i++)
            order[i] = (int32_t)(uint32_t)from[i];
    }
    free(from);
    free(to);
    return failed;
}

/* The records of one scope, written out: row and age group of each, in order of rows.
 * Returns how many there are; writes them where row is not NULL. */
int64_t pacelight_records(const uint64_t *flags, const uint16_t *ages, int64_t n, int32_t scope,
                          int32_t *row, uint8_t *age)
{
    uint64_t mask = 0;
    for (int slot = 0; slot < SLOTS; slot++)
        mask |= 1ull << (slot * SCOPES + scope);
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++) {
        const uint64_t hit = flags[i] & mask;
        if (!hit)
            continue;
        if (!row) {
            count += __builtin_popcountll(hit);
            continue;
        }
        unsigned left = ages[i];
        for (unsigned slot = 0; left && slot < SLOTS; slot++, left &= left - 1)
            if (hit >> (slot * SCOPES + (unsigned)scope) & 1) {
                row[count] = (int32_t)i;
                age[count++] = (uint8_t)__builtin_ctz(left);
            }
    }
    return count;
}
