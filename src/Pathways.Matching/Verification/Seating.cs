namespace Pathways.Matching.Verification;

/// <summary>How many can sit at once, each on a seat of one of their kinds.</summary>
internal static class Seating
{
    /// <summary>The most seats that can be taken: from each free person, a search for a chain of moves that ends at a free seat.</summary>
    /// <param name="seats">By kind.</param>
    /// <param name="lots">Bit <c>i</c> of a lot's groups: its people may take kind <c>i</c>.</param>
    public static long Most(ReadOnlySpan<long> seats, IReadOnlyList<Lot> lots)
    {
        // By lot and kind, how many of the lot sit on the kind.
        var sits = new int[lots.Count, seats.Length];
        var free = seats.ToArray();
        var most = 0L;
        for (var lot = 0; lot < lots.Count; lot++)
        {
            for (var person = 0; person < lots[lot].Count && Seat(lot); person++)
            {
                most++;
            }
        }

        return most;

        bool Seat(int lot)
        {
            var tried = 0ul;
            return Find(lot, ref tried);
        }

        bool Find(int lot, ref ulong tried)
        {
            for (var kind = 0; kind < free.Length; kind++)
            {
                if (((lots[lot].Groups & ~tried) >> kind & 1) == 0)
                {
                    continue;
                }

                tried |= 1ul << kind;
                if (free[kind] > 0)
                {
                    free[kind]--;
                    sits[lot, kind]++;
                    return true;
                }

                for (var other = 0; other < lots.Count; other++)
                {
                    if (sits[other, kind] > 0 && Find(other, ref tried))
                    {
                        sits[other, kind]--;
                        sits[lot, kind]++;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
