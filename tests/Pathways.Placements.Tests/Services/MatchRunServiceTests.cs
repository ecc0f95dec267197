using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

public sealed class MatchRunServiceTests : IDisposable
{
    private static readonly Actor Contact = District.Partner;
    private static readonly Actor Second = new(ActorId.From("noor"), Role.Coordinator);
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Theory]
    [InlineData('a', "clinic", true)] // the same inputs
    [InlineData('a', "shop", true)]
    [InlineData('b', "clinic", true)] // an opportunity in common
    [InlineData('b', "shop", false)]
    public async Task Two_runs_that_would_offer_the_same_seats_are_not_both_published(char digest, string opportunity, bool isRefused)
    {
        await ReviewedAsync("r1", 'a', "clinic", null);
        await ReviewedAsync("r2", digest, opportunity, null);
        Must(await PublishAsync("r1", 'a'));
        var outcome = await PublishAsync("r2", digest);
        Assert.Equal(!isRefused, outcome is ServiceOutcome<MatchRun>.Done);
        if (isRefused)
        {
            var reason = Assert.Single(Assert.IsType<ServiceOutcome<MatchRun>.Refused>(outcome).Reasons);
            Assert.Equal("command.rival-run", reason.Code);
            Assert.Contains("match-run/r1", reason.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_that_follows_another_takes_its_place_and_only_one_of_two_that_follow_it()
    {
        await ReviewedAsync("r1", 'a', "clinic", null);
        Must(await PublishAsync("r1", 'a'));
        await ReviewedAsync("r2", 'b', "clinic", "r1");
        await ReviewedAsync("r3", 'c', "clinic", "r1");
        await ReviewedAsync("r4", 'd', "clinic", "r2");
        Must(await PublishAsync("r2", 'b'));
        Assert.Equal(["command.rival-run"], Codes(await PublishAsync("r3", 'c')));
        Must(await PublishAsync("r4", 'd')); // follows r2, which follows r1
        Must(await MoveAsync("r1", MatchRunTrigger.Supersede, 'a'));
        Must(await MoveAsync("r2", MatchRunTrigger.Supersede, 'b'));
        Assert.Contains("match-run/r4", Assert.IsType<ServiceOutcome<MatchRun>.Refused>(await PublishAsync("r3", 'c')).Reasons[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_read_by_whom_the_program_belongs_to()
    {
        await ReviewedAsync("r1", 'a', "clinic", null);
        var service = _district.Get<MatchRunService>();
        var id = MatchRunId.From("r1");
        Assert.Single(Seen(await service.FindAsync(Scope, id, Coordinator, Purpose.Eligibility)).Seats);
        Assert.Equal(["access.role"], Told(await service.FindAsync(Scope, id, Contact, Purpose.Placement)));
        Assert.Equal(["access.role"], Told(await service.PossibleAsync(Scope, id, Student("ana"), Purpose.Placement)));
        Assert.Empty((await service.ListAsync(Scope, new(), Student("ana"), Purpose.Placement)).Items);
        Assert.Equal(["Propose", "Review"], Seen(await service.HistoryAsync(Scope, id, Coordinator, Purpose.Oversight)).Lines.Select(line => line.Trigger));
        Assert.Equal(["access.role"], Codes(await service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Contact, Run = id, Trigger = MatchRunTrigger.Publish })));
        _district.Relations = (_, _) => new() { SameTenant = true };
        Assert.Equal(["access.program"], Told(await service.PossibleAsync(Scope, id, Coordinator, Purpose.Placement)));
    }

    [Fact]
    public async Task Offers_and_answers_are_for_whom_the_program_belongs_to()
    {
        await ReviewedAsync("r1", 'a', "clinic", null);
        Must(await PublishAsync("r1", 'a'));
        var (service, id, expires) = (_district.Get<MatchRunService>(), MatchRunId.From("r1"), _district.Clock.GetCurrentInstant() + Duration.FromDays(7));
        OpportunityId[] matched = [OpportunityId.From("clinic")];
        foreach (var by in new[] { Contact, Student("ana") })
        {
            Assert.Equal(["access.role"], Assert.Single((await service.OfferAsync(Scope, id, expires, by)).Refused).Reasons.Select(reason => reason.Code));
            Assert.Equal(["access.role"], Told(await service.AnswersAsync(Scope, matched, by)));
        }

        // Who may not offer is not told whether there is such a run.
        Assert.Equal(["access.role"], Assert.Single((await service.OfferAsync(Scope, MatchRunId.From("r9"), expires, Contact)).Refused).Reasons.Select(reason => reason.Code));
        Assert.Equal(["match-run.application"], Assert.Single((await service.OfferAsync(Scope, id, expires, Second)).Refused).Reasons.Select(reason => reason.Code));
        Assert.Empty(Seen(await service.AnswersAsync(Scope, matched, Second)).Kept);
        _district.Relations = (_, _) => new() { SameTenant = true };
        Assert.Equal(["access.program"], Assert.Single((await service.OfferAsync(Scope, id, expires, Second)).Refused).Reasons.Select(reason => reason.Code));
        Assert.Equal(["access.program"], Told(await service.AnswersAsync(Scope, matched, Second)));
    }

    private async Task ReviewedAsync(string id, char digest, string opportunity, string? follows)
    {
        var run = new MatchRun
        {
            Id = MatchRunId.From(id), Digest = new(digest, 64), Mechanism = "student-optimal", Ties = "lottery", Seed = Seed.From(1), Verdict = MatchRunVerdict.Stable,
            Seats = [new(StudentId.From("ana"), OpportunityId.From(opportunity), 1)], Follows = follows is null ? null : MatchRunId.From(follows),
        };
        Must(await _district.Get<MatchRunService>().ProposeAsync(Scope, _district.Key(), Coordinator, run));
        Must(await MoveAsync(id, MatchRunTrigger.Review, digest));
    }

    private ValueTask<ServiceOutcome<MatchRun>> PublishAsync(string id, char digest) => MoveAsync(id, MatchRunTrigger.Publish, digest);

    private ValueTask<ServiceOutcome<MatchRun>> MoveAsync(string id, MatchRunTrigger trigger, char digest) => _district.Get<MatchRunService>().AdvanceAsync(
        Scope, new() { Key = _district.Key(), By = Second, Run = MatchRunId.From(id), Trigger = trigger, CurrentDigest = new(digest, 64) });
}
