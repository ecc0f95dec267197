namespace Pathways.Matching.Tests.Support;

/// <summary>Random small problems with groups, reserves, slots, partners and caps; many of them beyond any theorem.</summary>
internal static class SeatProblems
{
    private static readonly ImmutableArray<PriorityGroupId> Groups = [.. new[] { "rural", "first", "arts" }.Select(PriorityGroupId.From)];

    public static MatchingProblem Draw(ulong draw)
    {
        var chance = new Chance(draw);
        string[] students = [.. Enumerable.Range(0, 2 + chance.Below(6)).Select(s => $"s{s}")];
        string[] opportunities = [.. Enumerable.Range(0, 1 + chance.Below(7)).Select(o => $"o{o}")];
        var builder = new MatchingProblemBuilder();
        var (isCapped, shares) = (chance.OneIn(2), 2 + chance.Below(2));
        foreach (var student in students)
        {
            builder.AddStudent(
                StudentId.From(student),
                Ranked(opportunities.Where(_ => !chance.OneIn(3)), chance, OpportunityId.From),
                [.. Groups.Where(_ => chance.OneIn(shares))]);
        }

        // 0 scores, 1 no order, 2 anything; 0 no seats by group, 1 reserves, 2 slots, 3 both kinds of them.
        var (orders, plans) = (chance.Below(3), chance.Below(4));
        var partners = Enumerable.Range(0, chance.Below(4)).Select(p => Partner($"p{p}", students, isCapped, chance)).ToList();
        foreach (var opportunity in opportunities)
        {
            var partner = partners.Count == 0 || chance.OneIn(3) ? null : partners[chance.Below(partners.Count)];
            var seats = chance.Below(6);
            PriorityOrder? order = (partner?.Priorities is not null ? 1 : partner?.Seats is not null ? 0 : orders == 2 ? chance.Below(3) : orders) switch
            {
                0 => Scores(students, chance),
                1 => null,
                _ => new PriorityOrder.Ranked(Ranked(students.Where(_ => !chance.OneIn(4)), chance, StudentId.From)),
            };
            var kind = plans == 3 ? chance.Below(3) : chance.OneIn(2) ? plans : 0;
            builder.AddOpportunity(
                OpportunityId.From(opportunity), seats, order, partner: partner?.Id,
                reserves: kind == 1 ? Reserves(seats, chance) : [], slots: kind == 2 ? Slots(seats, chance) : []);
        }

        foreach (var partner in partners)
        {
            builder.AddPartner(partner);
        }

        foreach (var cap in isCapped ? Caps(opportunities, chance) : [])
        {
            builder.AddCap(cap);
        }

        return builder.Build();
    }

    private static ProblemPartner Partner(string id, string[] students, bool isCapped, Chance chance) => new()
    {
        Id = PartnerId.From(id),
        Seats = isCapped && chance.OneIn(2) ? chance.Below(5) : null,
        Priorities = chance.OneIn(3) ? Ranked(students.Where(_ => !chance.OneIn(4)), chance, StudentId.From) : null,
    };

    // Ranges that halve are each inside the next or apart; others are anything.
    private static IEnumerable<ProblemCap> Caps(string[] opportunities, Chance chance)
    {
        var isAnything = chance.OneIn(3);
        var (from, to) = (0, opportunities.Length);
        for (var i = chance.Below(5); i > 0; i--)
        {
            yield return new()
            {
                Id = CapId.From($"c{i}"),
                Seats = chance.Below(6),
                Kind = chance.OneIn(2) ? "region" : null,
                Opportunities = [.. chance.Shuffled(isAnything ? opportunities.Where(_ => chance.OneIn(2)) : opportunities[from..to]).Select(OpportunityId.From)],
            };
            (from, to) = chance.Below(3) switch
            {
                0 => (from, to),
                1 => ((from + to) / 2, to),
                _ => (from, (from + to) / 2),
            };
        }
    }

    private static ImmutableArray<Reserve> Reserves(int seats, Chance chance)
    {
        var hard = chance.Below(3);
        var reserves = ImmutableArray.CreateBuilder<Reserve>();
        for (var left = seats; left > 0 && !chance.OneIn(6);)
        {
            var own = 1 + chance.Below(Math.Min(2, left));
            left -= own;
            reserves.Add(new(Groups[chance.Below(3)], own, hard == 2 ? chance.OneIn(2) : hard == 1));
        }

        return reserves.ToImmutable();
    }

    private static ImmutableArray<Slot> Slots(int seats, Chance chance)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>();
        for (var left = seats; left > 0;)
        {
            var own = 1 + chance.Below(left);
            left -= own;
            slots.Add(chance.Below(4) switch
            {
                0 => new(own),
                1 => new(own, Groups[chance.Below(3)], SlotAccess.MembersFirst),
                var kind => new(own, Groups[chance.Below(3)], Transfers: kind == 2),
            });
        }

        return slots.ToImmutable();
    }

    private static PriorityOrder.Scored Scores(string[] students, Chance chance) =>
        new(students.Where(_ => !chance.OneIn(4)).ToDictionary(StudentId.From, _ => (double)chance.Below(4)));

    private static RankedList<TId> Ranked<TId>(IEnumerable<string> ids, Chance chance, Func<string, TId> id)
        where TId : struct, IIdentifier<TId>
    {
        var places = new List<List<TId>>();
        foreach (var one in chance.Shuffled(ids))
        {
            if (places.Count > 0 && chance.OneIn(4))
            {
                places[^1].Add(id(one));
            }
            else
            {
                places.Add([id(one)]);
            }
        }

        return RankedList<TId>.OfPlaces(places);
    }
}
