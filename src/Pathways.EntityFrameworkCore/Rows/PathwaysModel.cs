using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Pathways.EntityFrameworkCore;

/// <summary>The tables of a store as a part of a host's own model for Entity Framework Core.</summary>
public static class PathwaysModel
{
    /// <summary>Adds the rows of Pathways to a model, to read and to join with. They have no key, so that no context writes them, and no part in the host's migrations.</summary>
    /// <param name="model">The host's model, in <c>OnModelCreating</c>.</param>
    public static ModelBuilder ApplyPathways(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model
            .Map<OpportunityRow>(StoredKinds.Opportunities).Map<ApplicationRow>(StoredKinds.Applications).Map<PlacementRow>(StoredKinds.Placements).Map<DocumentRow>(StoredKinds.Documents)
            .Map<HoursRow>(StoredKinds.Hours).Map<MatchRunRow>(StoredKinds.Runs).Map<RecordEntryRow>(StoredKinds.Records).Map<PartnerRow>(StoredKinds.Partners);
    }

    private static ModelBuilder Map<TRow>(this ModelBuilder model, StoredKind kind)
        where TRow : StoredRow =>
        model.Entity<TRow>(row =>
        {
            row.HasNoKey().ToTable(kind.Table, table => table.ExcludeFromMigrations());
            foreach (var property in typeof(TRow).GetProperties())
            {
                var column = row.Property(property.PropertyType, property.Name).HasColumnName(Snake(property.Name));
                if (property.PropertyType == typeof(string) && property.Name != nameof(StoredRow.Value))
                {
                    column.HasConversion<KeyTextConverter>();
                }
            }
        });

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            _ = char.IsUpper(letter) && snake.Length > 0 ? snake.Append('_').Append(char.ToLowerInvariant(letter)) : snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
