using NodaTime.Text;

namespace Pathways.Placements;

/// <summary>Arranges what a group does together: a site visit, a job shadow, a try-out. All students of the group get it, or none.</summary>
public static class GroupExperience
{
    /// <summary>Gives each student of a group a placement, or says everything that stands in the way.</summary>
    /// <param name="group">What the group is called.</param>
    /// <param name="listing">Where.</param>
    /// <param name="program">The program it runs under.</param>
    /// <param name="dates">The first and the last day.</param>
    /// <param name="members">The students.</param>
    /// <param name="freeSeats">How many seats are free.</param>
    /// <param name="supervisor">Who directs it, where somebody is named.</param>
    /// <param name="actor">Who arranges it: a coordinator.</param>
    /// <param name="at">When.</param>
    /// <returns>
    /// Against the group: <c>group.empty</c>, <c>group.kind</c> for what is no experience of a group, <c>group.not-published</c>, <c>group.dates</c>
    /// outside those of the opportunity, <c>group.seats</c>, <c>placement.role</c>, <c>placement.maximum-days</c>. Against a student:
    /// <c>group.listed-twice</c>, <c>group.overlap</c> with another placement that leaves no time.
    /// </returns>
    public static GroupOutcome Arrange(
        ExperienceGroupId group, OpportunityListing listing, PlacementProgram program, DateInterval dates, ImmutableArray<GroupMember> members, int freeSeats,
        ActorId? supervisor, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(dates);
        var decisions = members.Select(member => PlacementDecisions.Arrange(
            member.Placement, member.Student, listing.Id, dates, supervisor, actor, at, program, PlacementOrigin.StaffMatched, group)).ToList();
        ImmutableArray<Refusal> reasons =
        [
            .. AgainstAll(listing, program, dates, members, freeSeats),
            .. decisions.OfType<Decision<Placement>.Refused>().SelectMany(refused => refused.Reasons).Distinct(), // the same for each of them
        ];
        ImmutableArray<MemberRefusal> students =
            [.. members.Select((member, index) => new MemberRefusal(member.Student, [.. AgainstOne(member, index, members, program, dates)])).Where(refusal => !refusal.Reasons.IsEmpty)];
        return reasons.IsEmpty && students.IsEmpty
            ? new GroupOutcome.Arranged([.. decisions.Cast<Decision<Placement>.Changed>()])
            : new GroupOutcome.Refused(reasons, students);
    }

    private static IEnumerable<Refusal> AgainstAll(OpportunityListing listing, PlacementProgram program, DateInterval dates, ImmutableArray<GroupMember> members, int freeSeats)
    {
        if (members.IsEmpty)
        {
            yield return new("group.empty", "There is nobody in the group.");
        }

        if (program.Kind is not (PlacementKind.SiteVisit or PlacementKind.JobShadow or PlacementKind.TryOut))
        {
            yield return new("group.kind", $"Program {program.Id} is for single students. Groups go on site visits, job shadows and try-outs.");
        }

        if (listing.State != OpportunityState.Published)
        {
            yield return new("group.not-published", $"Opportunity {listing.Id} is not published, or has no free seat.");
        }

        if (!listing.Offer.Dates.Contains(dates))
        {
            yield return new("group.dates", $"The days {Days(dates)} are not all within those of the opportunity, {Days(listing.Offer.Dates)}.");
        }

        if (members.Length > freeSeats)
        {
            yield return new("group.seats", $"The group has {members.Length} students, and {freeSeats} seats are free.");
        }
    }

    private static IEnumerable<Refusal> AgainstOne(GroupMember member, int index, ImmutableArray<GroupMember> members, PlacementProgram program, DateInterval dates)
    {
        if (members.Take(index).Any(other => other.Student == member.Student || other.Placement == member.Placement))
        {
            yield return new("group.listed-twice", $"Student {member.Student}, or placement {member.Placement}, is in the list before. Keep one.");
        }

        ImmutableArray<Placement> others = member.Others.IsDefault ? [] : member.Others;
        foreach (var other in others.Where(other => other.IsLive && other.IsExclusive && program.IsExclusive && other.Dates.Intersection(dates) is not null))
        {
            yield return new("group.overlap", $"Placement {other.Id}, {Days(other.Dates)}, leaves no time for it.");
        }
    }

    private static string Days(DateInterval dates) => $"{LocalDatePattern.Iso.Format(dates.Start)} to {LocalDatePattern.Iso.Format(dates.End)}";
}
