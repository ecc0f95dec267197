using Pathways.Interchange.Columns;
using Pathways.Interchange.Text;

namespace Pathways.Interchange.Reading;

/// <summary>Reads the rows of <c>preferences.csv</c> and <c>priorities.csv</c>: who ranks whom how.</summary>
/// <typeparam name="TOwner">Who ranks: the owner of the list.</typeparam>
/// <typeparam name="TRanked">Who is ranked.</typeparam>
internal sealed class RankRows<TOwner, TRanked>(
    CellReader cells, (CohortColumn Column, IdIndex<TOwner> Ids) owner, (CohortColumn Column, IdIndex<TRanked> Ids) ranked)
    where TOwner : struct, IIdentifier<TOwner>
    where TRanked : struct, IIdentifier<TRanked>
{
    private readonly Dictionary<(int Owner, int Ranked), int> _lines = [];

    public ImmutableArray<TRow> Read<TRow>(CohortColumn rank, Func<TOwner, TRanked, int, TRow> row, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<TRow>();
        while (cells.Next(cancellationToken))
        {
            if (cells.IsBroken)
            {
                continue;
            }

            var one = owner.Ids.Find(cells, owner.Column);
            var other = ranked.Ids.Find(cells, ranked.Column);
            var number = cells.Whole(rank, 1);
            if (one >= 0 && other >= 0)
            {
                RefuseSecond(one, other);
            }

            if (one >= 0 && other >= 0 && number is not null && !cells.HasFailed)
            {
                read.Add(row(owner.Ids[one], ranked.Ids[other], number.Value));
            }
        }

        return read.ToImmutable();
    }

    private void RefuseSecond(int one, int other)
    {
        if (!_lines.TryAdd((one, other), cells.Line))
        {
            cells.Refuse(ranked.Column, Fault.Duplicate,
                $"{CellReader.Named(owner.Column, owner.Ids[one].Value)} ranks {CellReader.Named(ranked.Column, ranked.Ids[other].Value)} "
                + $"on line {Numbers.Format(_lines[(one, other)])} already. Maybe the row was exported twice; keep one of them.");
        }
    }
}
