// Deferred acceptance as textbooks have it: one applicant after the other proposes until held, whoever is put out
// proposes next, and each program keeps a binary heap of those it holds, the worst at the root.
#include <cstring>
#include "market.h"

template <class Order> static void solve(const Market &m) {
    memset(m.rank, 0, m.applicants);
    memset(m.count, 0, sizeof(int32_t) * m.programs);
    for (int32_t start = 0; start < m.applicants; start++) {
        for (int32_t applicant = start;;) {
            const int32_t edge = m.first[applicant] + m.rank[applicant];
            if (edge == m.first[applicant + 1]) break;
            const int32_t program = m.program[edge], seats = m.capacity[program];
            const int64_t key = keyOf<Order>(m, edge, applicant);
            int64_t *heap = m.held + m.heldStart[program];
            if (m.count[program] < seats) {
                heap[m.count[program]] = key;
                siftUp(heap, m.count[program]++);
                break;
            }
            if (seats > 0 && key > heap[0]) {
                applicant = Order::applicant(m, (int32_t)heap[0]);
                heap[0] = key;
                siftDown(heap, seats, 0);
            }
            m.rank[applicant]++;
        }
    }
}

extern "C" void textbook(const Market *m) { m->low ? solve<OneLottery>(*m) : solve<OwnScore>(*m); }
