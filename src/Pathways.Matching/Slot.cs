namespace Pathways.Matching;

/// <summary>Some seats of an opportunity, and who may take them. The slots of an opportunity are filled one after the other.</summary>
/// <remarks>S. D. Kominers and T. Sönmez, "Matching with slot-specific priorities: Theory", Theoretical Economics 11 (2016) 683-710.</remarks>
/// <param name="Seats">How many: 1 or more.</param>
/// <param name="Group">The group that has the seats; <see langword="null"/> when they are open to anyone.</param>
/// <param name="Access">What having them means; only with a group.</param>
/// <param name="Transfers">
/// Whether seats that no member takes go to anyone once all slots are filled; only with a group and <see cref="SlotAccess.MembersOnly"/>.
/// </param>
public readonly record struct Slot(
    int Seats, PriorityGroupId? Group = null, SlotAccess Access = SlotAccess.MembersOnly, bool Transfers = false);

/// <summary>What it means that a group has seats.</summary>
public enum SlotAccess
{
    /// <summary>Nobody else may take them.</summary>
    MembersOnly,

    /// <summary>Members go before everybody else.</summary>
    MembersFirst,
}

/// <summary>The names of accesses in problem files.</summary>
internal static class SlotAccessNames
{
    private static readonly ImmutableArray<string> Names = ["members-only", "members-first"];

    public static string Name(this SlotAccess access) => Names[(int)access];

    public static bool TryFind(ReadOnlySpan<char> name, out SlotAccess access)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                access = (SlotAccess)i;
                return true;
            }
        }

        access = default;
        return false;
    }
}
