// Deferred acceptance tuned as is usual: rounds first in, first out, so that memory can be fetched
// ahead; one cutoff per program; small blocks of held keys with the worst first, heaps only for large ones.
#include <climits>
#include <cstring>
#include <utility>
#include <xmmintrin.h>
#include "market.h"

constexpr int32_t SmallBlock = 16, FetchList = 48, FetchEdge = 24, FetchProgram = 8;

static inline void fetch(const void *address) { _mm_prefetch((const char *)address, _MM_HINT_T0); }

static inline void worstFirst(int64_t *block, int32_t size) {
    int64_t worst = block[0];
    int32_t at = 0;
    for (int32_t i = 1; i < size; i++) {
        const bool less = block[i] < worst;
        worst = less ? block[i] : worst;
        at = less ? i : at;
    }
    block[at] = block[0];
    block[0] = worst;
}

static inline void fetchAhead(const Market &m, const int32_t *turn, int32_t left) {
    if (left <= FetchList) return;
    fetch(m.rank + turn[FetchList]);
    fetch(m.first + turn[FetchList]);
    const int32_t edge = m.first[turn[FetchEdge]] + m.rank[turn[FetchEdge]];
    fetch(m.program + edge);
    fetch(m.high + edge);
    const int32_t next = m.first[turn[FetchProgram]] + m.rank[turn[FetchProgram]];
    if (next == m.first[turn[FetchProgram] + 1]) return;
    const int32_t program = m.program[next];
    fetch(m.cutoff + program);
    fetch(m.held + m.heldStart[program]);
}

// One applicant proposes until held or through; whoever is put out is returned, or -1.
template <class Order> static inline int32_t propose(const Market &m, int32_t applicant) {
    const int32_t first = m.first[applicant], end = m.first[applicant + 1];
    int32_t out = -1, edge = first + m.rank[applicant];
    for (; edge < end; edge++) {
        const int32_t program = m.program[edge];
        if (m.high[edge] < m.cutoff[program]) continue;
        const int32_t seats = m.capacity[program], count = m.count[program];
        const int64_t key = keyOf<Order>(m, edge, applicant);
        int64_t *block = m.held + m.heldStart[program];
        if (count < seats) {
            block[count] = key;
            m.count[program] = count + 1;
            if (count + 1 < seats) break;
            if (seats <= SmallBlock) worstFirst(block, seats);
            else for (int32_t i = seats / 2 - 1; i >= 0; i--) siftDown(block, seats, i);
        } else {
            if (key < block[0]) continue;
            out = Order::applicant(m, (int32_t)block[0]);
            block[0] = key;
            if (seats <= SmallBlock) worstFirst(block, seats);
            else siftDown(block, seats, 0);
        }
        m.cutoff[program] = (int32_t)(block[0] >> 32);
        break;
    }
    m.rank[applicant] = (uint8_t)(edge - first);
    return out;
}

template <class Order> static void solve(const Market &m) {
    memset(m.rank, 0, m.applicants);
    memset(m.count, 0, sizeof(int32_t) * m.programs);
    for (int32_t p = 0; p < m.programs; p++) m.cutoff[p] = m.capacity[p] > 0 ? 0 : INT_MAX;
    int32_t *turn = m.queue, *rejected = m.rejected, waiting = 0;
    for (int32_t a = 0; a < m.applicants; a++) {
        if (a + FetchProgram < m.applicants && m.first[a + FetchProgram] < m.first[a + FetchProgram + 1])
            fetch(m.held + m.heldStart[m.program[m.first[a + FetchProgram]]]);
        const int32_t out = propose<Order>(m, a);
        if (out >= 0) {
            m.rank[out]++;
            rejected[waiting++] = out;
        }
    }
    while (waiting > 0) {
        std::swap(turn, rejected);
        const int32_t proposing = waiting;
        waiting = 0;
        for (int32_t i = 0; i < proposing; i++) {
            fetchAhead(m, turn + i, proposing - i);
            const int32_t out = propose<Order>(m, turn[i]);
            if (out >= 0) {
                m.rank[out]++;
                rejected[waiting++] = out;
            }
        }
    }
}

extern "C" void tuned(const Market *m) { m->low ? solve<OneLottery>(*m) : solve<OwnScore>(*m); }
