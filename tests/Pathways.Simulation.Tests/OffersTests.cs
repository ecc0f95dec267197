using Microsoft.Extensions.DependencyInjection;
using Pathways.Matching;
using Pathways.Placements;
using Pathways.Testing;

namespace Pathways.Simulation.Tests;

/// <summary>From match runs to offers of 10,000 seats and more: accepted, declined, left to expire, and matched again.</summary>
public sealed class OffersTests : IDisposable
{
    private static readonly TenantScope District = TenantScope.Of(TenantId.From("district"));
    private static readonly Actor Cora = new(ActorId.From("cora"), Role.Coordinator);
    private static readonly Actor Noor = new(ActorId.From("noor"), Role.Coordinator);
    private static readonly DateInterval Fall = new(new(2026, 9, 14), new(2026, 12, 18));
    private static readonly RandomProblem Model = new() { Students = 12_000, Opportunities = 400, Choices = 6, PriorityClasses = 4, SeatsPerStudent = 1.05 };

    private readonly SettableClock _clock = new(Instant.FromUtc(2026, 5, 1, 8, 0));
    private readonly ServiceProvider _host;
    private readonly IPathwaysStore _store;
    private readonly ApplicationService _applications;
    private readonly MatchRunService _runs;
    private readonly ClockService _time;

    public OffersTests()
    {
        var host = new Host();
        var services = new ServiceCollection();
        services.AddPathways().AddPlacements().UseInMemoryStores();
        services.AddSingleton<IClock>(_clock).AddSingleton<IStudentFacts>(host).AddSingleton<IPartnerStanding>(host).AddSingleton<IDistrictRules>(host).AddSingleton<IAccessDirectory>(host);
        _host = services.BuildServiceProvider();
        _store = _host.GetRequiredService<IPathwaysStore>();
        _applications = _host.GetRequiredService<ApplicationService>();
        _runs = _host.GetRequiredService<MatchRunService>();
        _time = _host.GetRequiredService<ClockService>();
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Ten_thousand_offers_expire_are_declined_and_matched_again_with_no_seat_held_twice()
    {
        var problem = CompiledProblem.Compile(Model.Make(Seed.From(2027)));
        var source = problem.Problem;
        await SeedAsync(source);
        var accepted = new Dictionary<StudentId, OpportunityId>();
        MatchRunId? before = null;
        for (var round = 0; round < 3; round++)
        {
            var answers = await AnswersAsync(source);
            var (kept, declined) = (Pairs(answers.Kept), Pairs(answers.Declined));
            var result = Rematch.Solve(problem, kept, declined, new() { Seed = Seed.From(9) }).Get();
            var id = MatchRunId.From($"run-{round}");
            var run = MatchRuns.Propose(id, result, before);
            var digest = MatchRuns.Digest(source, TieBreaking.Lottery, kept, declined);
            Done(await _runs.ProposeAsync(District, Key($"propose-{round}"), Cora, run));
            Done(await _runs.AdvanceAsync(District, new() { Key = Key($"review-{round}"), By = Noor, Run = id, Trigger = MatchRunTrigger.Review, CurrentDigest = digest }));
            Assert.Equal("match-run.published", Assert.Single((await _runs.OfferAsync(District, id, _clock.GetCurrentInstant(), Noor)).Refused).Reasons[0].Code);
            Done(await _runs.AdvanceAsync(District, new() { Key = Key($"publish-{round}"), By = Noor, Run = id, Trigger = MatchRunTrigger.Publish, CurrentDigest = digest }));
            if (before is { } last)
            {
                Done(await _runs.AdvanceAsync(District, new() { Key = Key($"supersede-{round}"), By = Noor, Run = last, Trigger = MatchRunTrigger.Supersede }));
            }

            var expires = _clock.GetCurrentInstant() + Duration.FromDays(7);
            var report = await _runs.OfferAsync(District, id, expires, Noor);
            Assert.Empty(report.Refused);
            Assert.Equal(run.New.Count(), report.Made);
            Assert.True(report.Made > (round == 0 ? 10_000 : 500), $"{report.Made} offers in round {round}");
            await NoSeatIsGivenTwiceAsync(source);

            // Offering again after an interruption offers nothing twice.
            Assert.Equal(report.Made, (await _runs.OfferAsync(District, id, expires, Noor)).Made);
            await NoSeatIsGivenTwiceAsync(source);

            var expiring = 0;
            foreach (var seat in run.New)
            {
                var application = ApplicationOf(seat.Student, seat.Opportunity);
                var student = new Actor(ActorId.From(seat.Student.Value), Role.Student);
                switch (Seed.From(round).Split(seat.Student.Value).DrawBelow(10))
                {
                    case < 2:
                        Done(await _applications.AdvanceAsync(District, new()
                        {
                            Key = Key($"no-{application}"), By = student, Application = application, Trigger = ApplicationTrigger.DeclineOffer, Reason = ReasonCode.From("too-far"),
                        }));
                        break;
                    case < 4:
                        expiring++; // never answers
                        break;
                    default:
                        Done(await _applications.AdvanceAsync(District, new() { Key = Key($"yes-{application}"), By = student, Application = application, Trigger = ApplicationTrigger.AcceptOffer }));
                        accepted.Add(seat.Student, seat.Opportunity);
                        break;
                }
            }

            // An answer came in after the inputs were read, so the same run could not be published any more.
            Assert.NotEqual(digest, MatchRuns.Digest(source, TieBreaking.Lottery, Pairs((await AnswersAsync(source)).Kept), Pairs((await AnswersAsync(source)).Declined)));
            Assert.Equal(0, (await _time.SweepApplicationsAsync(District)).OffersExpired);
            _clock.Set(expires);
            Assert.Equal(expiring, (await _time.SweepApplicationsAsync(District)).OffersExpired);
            await NoSeatIsGivenTwiceAsync(source);
            foreach (var (who, where) in accepted)
            {
                // Nobody who accepted was moved.
                Assert.Equal(where, (await _store.FindAsync(District, PlacementId.From(ApplicationOf(who, where).Value)))?.Opportunity);
            }

            before = id;
        }

        Assert.True(accepted.Count > 7_000, $"{accepted.Count} placements");
    }

    private async Task<OfferAnswers> AnswersAsync(MatchingProblem source) =>
        Assert.IsType<ReadOutcome<OfferAnswers>.Shown>(await _runs.AnswersAsync(District, source.Opportunities.Select(opportunity => opportunity.Id), Noor)).Value;

    private static StudentApplicationId ApplicationOf(StudentId student, OpportunityId opportunity) => StudentApplicationId.From($"{student}.{opportunity}");

    private static CommandKey Key(string name) => CommandKey.From(name);

    private static List<Assignment> Pairs(ImmutableArray<MatchRunSeat> seats) => [.. seats.Select(seat => new Assignment(seat.Student, seat.Opportunity))];

    private static void Done<T>(ServiceOutcome<T> outcome)
        where T : class => Assert.True(
            outcome is ServiceOutcome<T>.Done { WasRepeated: false }, outcome is ServiceOutcome<T>.Refused no ? string.Join("; ", no.Reasons) : "repeated");

    /// <summary>Every pair that a student lists is an endorsed application, every opportunity is published.</summary>
    private async Task SeedAsync(MatchingProblem problem)
    {
        var things = problem.Opportunities.Select(opportunity => (IStored)new OpportunityListing
        {
            Offer = new()
            {
                Id = opportunity.Id, Partner = PartnerId.From("p"), Title = "Seat", Kind = OpportunityKind.PaidInternship, Sector = SectorId.From("s"), Seats = opportunity.Seats, Dates = Fall,
            },
            State = OpportunityState.Published,
        }).Concat(
            from student in problem.Students from opportunity in student.Choices.Select(choice => choice.Opportunity)
            select new Application { Id = ApplicationOf(student.Id, opportunity), Student = student.Id, Opportunity = opportunity, State = ApplicationState.Endorsed });
        foreach (var chunk in things.Chunk(5000))
        {
            Assert.IsType<CommitOutcome.Committed>(await _store.CommitAsync(District, new() { Changes = [.. chunk.Select(StoredChange.To)] }));
        }
    }

    /// <summary>Counted from applications and placements, which the ledger of seats does not look at.</summary>
    private async Task NoSeatIsGivenTwiceAsync(MatchingProblem problem)
    {
        var holding = await AllAsync(new ApplicationQuery { States = [ApplicationState.Offered, ApplicationState.Accepted], Limit = 1000 });
        Assert.Equal(holding.Count, holding.Select(application => application.Student).Distinct().Count());
        var held = holding.GroupBy(application => application.Opportunity).ToDictionary(group => group.Key, group => group.Count());
        foreach (var opportunity in problem.Opportunities)
        {
            var seats = await _store.CountSeatsAsync(District, opportunity.Id);
            Assert.Equal(held.GetValueOrDefault(opportunity.Id), seats.Held + seats.Filled);
            Assert.True(seats.Free >= 0 && seats.Capacity == opportunity.Seats);
        }
    }

    private async Task<List<Application>> AllAsync(ApplicationQuery query)
    {
        var all = new List<Application>();
        while (true)
        {
            var page = await _store.ListAsync(District, query);
            all.AddRange(page.Items);
            if (page.Next is not { } next)
            {
                return all;
            }

            query = query with { From = next };
        }
    }

    /// <summary>A host that knows everybody and has no objections.</summary>
    private sealed class Host : IStudentFacts, IPartnerStanding, IDistrictRules, IAccessDirectory
    {
        private static readonly StudentFacts Known = new()
        {
            Birth = BirthDate.From(new(2009, 1, 1)), Grade = GradeLevel.Parse("11"), ResumeApproved = true, QuestionsAnswered = true, GuardianNotified = true, GuardianConsents = true,
            DataReleaseConsented = true, Readiness = new("r@1", [], null), Eligible = true, Work = WorkVerdict.Clear,
        };

        public ValueTask<StudentFacts?> AboutAsync(TenantScope scope, StudentId student, WorkQuestion question, CancellationToken cancellationToken) => new(Known);

        public ValueTask<PartnerStanding> AboutAsync(TenantScope scope, Opportunity opportunity, LocalDate today, CancellationToken cancellationToken) => new(new PartnerStanding());

        public ValueTask<DistrictRules> GetAsync(TenantScope scope, CancellationToken cancellationToken) => new(new DistrictRules());

        public ValueTask<AccessFacts> RelateAsync(TenantScope scope, Actor actor, AccessSubject about, CancellationToken cancellationToken) =>
            new(new AccessFacts { SameTenant = true, IsOwnRecord = actor.Id.Value == about.Student?.Value, IsOwnProgram = actor.Role == Role.Coordinator });
    }
}
