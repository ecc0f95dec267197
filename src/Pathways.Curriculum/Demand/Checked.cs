using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>What the readers of several files check of a record, beyond the form of single fields.</summary>
internal static class Checked
{
    /// <summary>A code that must be there.</summary>
    public static OnetSocCode Occupation(this JsonRecord record, string field)
    {
        record.Required(field);
        return record.ParsedOrNull<OnetSocCode>(field, Expected) ?? OnetSocCode.Parse("00-0000.00");
    }

    /// <summary>What is expected where an occupation stands.</summary>
    public const string Expected = "a SOC or O*NET-SOC code, such as 51-4041 or 51-4041.00";

    /// <summary>A word that must be there; null where it is missing or unknown, which is noted, unlike a default that could be taken for a choice.</summary>
    public static TEnum? ChoiceOrMissing<TEnum>(this JsonRecord record, string field)
        where TEnum : struct, Enum
    {
        record.Required(field);
        return record.ChoiceOrNull<TEnum>(field);
    }

    /// <summary>A decimal number that must be there.</summary>
    public static decimal Number(this JsonRecord record, string field, decimal least)
    {
        record.Required(field);
        return record.NumberOrNull(field, least) ?? least;
    }

    /// <summary>Notes an identifier that another record of the list has.</summary>
    public static TId Once<TId>(this JsonRecord record, string field, HashSet<TId> seen)
        where TId : struct, IIdentifier<TId>
    {
        var faults = record.FaultCount;
        var id = record.Id<TId>(field);
        if (record.FaultCount == faults && !seen.Add(id))
        {
            record.Fault(field, "duplicate", $"\"{id}\" is there twice. Keep one.");
        }

        return id;
    }

    /// <summary>Notes an identifier that is not among those that are known.</summary>
    public static TId Known<TId>(this JsonRecord record, string field, IReadOnlySet<TId> known, string what)
        where TId : struct, IIdentifier<TId>
    {
        var faults = record.FaultCount;
        var id = record.Id<TId>(field);
        if (record.FaultCount == faults && !known.Contains(id))
        {
            record.Fault(field, "unknown", $"There is no {what} \"{id}\" in this file. Maybe it is misspelt, or missing in the list.");
        }

        return id;
    }
}
