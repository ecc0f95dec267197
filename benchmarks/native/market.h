// What the native rivals are given: the arrays of the managed kernel, as they are.
#pragma once
#include <cstdint>

struct Market {
    int32_t applicants, programs;
    const int32_t *first;      // applicant a owns the edges first[a] .. first[a + 1], best first
    const int32_t *program;    // by edge
    const int32_t *high;       // by edge: what counts most with the program, higher is better
    const int32_t *low;        // by applicant: decides between equals, a permutation; null for the applicant's own number
    const int32_t *byLow;      // its inverse
    const int32_t *capacity;   // by program
    const int32_t *heldStart;  // by program: where its block of held keys starts
    int64_t *held;
    int32_t *count, *cutoff;        // by program
    int32_t *queue, *rejected;      // by applicant
    uint8_t *rank;                  // by applicant: the place in its list it is held at, or the length of the list
};

// How a program tells applicants apart: an order of its own, or a class and then one lottery for all.
struct OwnScore {
    static int32_t low(const Market &, int32_t applicant) { return applicant; }
    static int32_t applicant(const Market &, int32_t low) { return low; }
};

struct OneLottery {
    static int32_t low(const Market &m, int32_t applicant) { return m.low[applicant]; }
    static int32_t applicant(const Market &m, int32_t low) { return m.byLow[low]; }
};

template <class Order> int64_t keyOf(const Market &m, int32_t edge, int32_t applicant) {
    return (int64_t)m.high[edge] << 32 | (uint32_t)Order::low(m, applicant);
}

// The worst key is at the root.
inline void siftDown(int64_t *heap, int32_t size, int32_t at) {
    const int64_t key = heap[at];
    for (int32_t child = 2 * at + 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && heap[child + 1] < heap[child]) child++;
        if (heap[child] >= key) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = key;
}

inline void siftUp(int64_t *heap, int32_t at) {
    const int64_t key = heap[at];
    for (; at > 0 && heap[(at - 1) / 2] > key; at = (at - 1) / 2) heap[at] = heap[(at - 1) / 2];
    heap[at] = key;
}
