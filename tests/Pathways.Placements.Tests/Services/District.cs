using Microsoft.Extensions.DependencyInjection;
using Pathways.Testing;

namespace Pathways.Placements.Tests.Services;

/// <summary>A small district with one clinic, wired as a host wires it, that knows everybody and whose answers can be changed.</summary>
internal sealed class District : IStudentFacts, IPartnerStanding, IDistrictRules, IAccessDirectory, IDisposable
{
    public static readonly TenantScope Scope = TenantScope.Of(TenantId.From("north"));
    public static readonly Actor Coordinator = new(ActorId.From("cora"), Role.Coordinator);
    public static readonly Actor Supervisor = new(ActorId.From("sam"), Role.Supervisor);
    public static readonly Actor Partner = new(ActorId.From("pat"), Role.PartnerContact);
    public static readonly DateInterval Fall = new(new(2026, 9, 14), new(2026, 12, 18));
    public static readonly PlacementProgramId Internship = PlacementProgramId.From("internship");

    private readonly ServiceProvider _host;
    private int _keys;

    public District()
    {
        Clock = new(Instant.FromUtc(2026, 9, 1, 12, 0));
        var services = new ServiceCollection();
        services.AddPathways().AddPlacements().UseInMemoryStores();
        services.AddSingleton<IClock>(Clock).AddSingleton<IStudentFacts>(this).AddSingleton<IPartnerStanding>(this).AddSingleton<IDistrictRules>(this).AddSingleton<IAccessDirectory>(this);
        _host = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public IServiceProvider Host => _host;

    /// <summary>The same district over a store that writes in another way.</summary>
    public ServiceProvider WithStore(Func<ICommitStore, ICommitStore> writing)
    {
        var services = new ServiceCollection();
        services.AddPathways().AddPlacements();
        services.AddSingleton<IClock>(Clock).AddSingleton<IStudentFacts>(this).AddSingleton<IPartnerStanding>(this).AddSingleton<IDistrictRules>(this).AddSingleton<IAccessDirectory>(this);
        services.AddSingleton(writing(Store)).AddSingleton<IOpportunityStore>(Store).AddSingleton<IApplicationStore>(Store).AddSingleton<IPlacementStore>(Store)
            .AddSingleton<IDocumentStore>(Store).AddSingleton<IHoursStore>(Store).AddSingleton<IMatchRunStore>(Store).AddSingleton<IAuditStore>(Store);
        return services.BuildServiceProvider();
    }

    public SettableClock Clock { get; }

    public IPathwaysStore Store => Get<IPathwaysStore>();

    public StudentFacts Known { get; set; } = new()
    {
        Birth = BirthDate.From(new(2009, 1, 1)), Grade = GradeLevel.Parse("11"), ResumeApproved = true, QuestionsAnswered = true, GuardianNotified = true, GuardianConsents = true,
        DataReleaseConsented = true, Readiness = new("r@1", [], null), Eligible = true, Work = WorkVerdict.Clear, Coordinator = Coordinator.Id,
    };

    public DistrictRules Rules { get; set; } = new()
    {
        Programs = [new() { Id = Internship, Kind = PlacementKind.Internship, RequiredMinutes = 120, Documents = [Permit] }],
        MayUndo = [Coordinator.Id],
    };

    public static DocumentRequirement Permit { get; } = new()
    {
        Kind = DocumentKindId.From("permit"), Title = "Permit", Source = DocumentSource.Program, Signers = [Role.Guardian], Blocks = DocumentBlocks.Start,
    };

    /// <summary>What was asked last of a student.</summary>
    public WorkQuestion? Asked { get; private set; }

    /// <summary>Judges the work that is asked about, where the verdict is to depend on it.</summary>
    public Func<WorkQuestion, WorkVerdict?>? Judge { get; set; }

    /// <summary>For which partner somebody works, where that is to count.</summary>
    public Func<Actor, PartnerId>? Sites { get; set; }

    public Func<Actor, StudentId?, AccessFacts> Relations { get; set; } = (actor, student) => new()
    {
        SameTenant = true, SameSchool = true, IsOwnRecord = actor.Id.Value == student?.Value, IsGuardian = actor.Role == Role.Guardian, HoldsRights = true, IsOwnProgram = true, IsOwnSite = true,
        IsOnCaseload = true, IsEnrolled = true,
    };

    public static Actor Student(string id) => new(ActorId.From(id), Role.Student);

    public CommandKey Key() => CommandKey.From($"k{Interlocked.Increment(ref _keys)}");

    public T Get<T>()
        where T : notnull => _host.GetRequiredService<T>();

    public async Task PublishAsync(string id, int seats, PlacementProgramId? program = null)
    {
        var listing = new OpportunityListing
        {
            Offer = new()
            {
                Id = OpportunityId.From(id), Partner = PartnerId.From("hospital"), Title = "Clinic", Kind = OpportunityKind.PaidInternship, Sector = SectorId.From("health"), Seats = seats,
                Dates = Fall, IsPaid = true, Schedule = WeeklyHours.Parse("Mon-Thu 15:00-17:00"),
            },
            Supervisor = Supervisor.Id, Program = program ?? Internship,
        };
        var service = Get<OpportunityService>();
        Must(await service.WriteAsync(Scope, Key(), Partner, listing));
        foreach (var (trigger, by) in new[] { (OpportunityTrigger.Submit, Partner), (OpportunityTrigger.Approve, Coordinator), (OpportunityTrigger.Publish, Coordinator) })
        {
            Must(await service.AdvanceAsync(Scope, new() { Key = Key(), By = by, Opportunity = listing.Id, Trigger = trigger }));
        }
    }

    /// <summary>An application with an open offer.</summary>
    public async Task<StudentApplicationId> OfferedAsync(string student, string opportunity)
    {
        var id = StudentApplicationId.From($"{student}-{opportunity}");
        var service = Get<ApplicationService>();
        Must(await service.StartAsync(Scope, Key(), Student(student), id, StudentId.From(student), OpportunityId.From(opportunity)));
        Must(await ApplyAsync(id, ApplicationTrigger.Submit, Student(student)));
        Must(await ApplyAsync(id, ApplicationTrigger.Endorse, Coordinator));
        Must(await service.AdvanceAsync(Scope, new() { Key = Key(), By = Coordinator, Application = id, Trigger = ApplicationTrigger.MakeOffer, OfferExpires = Clock.GetCurrentInstant() + Duration.FromDays(7) }));
        return id;
    }

    public ValueTask<ServiceOutcome<Application>> ApplyAsync(StudentApplicationId id, ApplicationTrigger trigger, Actor by, ReasonCode? reason = null) =>
        Get<ApplicationService>().AdvanceAsync(Scope, new() { Key = Key(), By = by, Application = id, Trigger = trigger, Reason = reason });

    public ValueTask<ServiceOutcome<Placement>> WorkAsync(string id, PlacementTrigger trigger, Actor by, PlacementEntry? entry = null, string? reason = null) =>
        Get<PlacementService>().AdvanceAsync(
            Scope, new() { Key = Key(), By = by, Placement = PlacementId.From(id), Trigger = trigger, Entry = entry, Reason = reason is null ? null : ReasonCode.From(reason) });

    /// <summary>A placement that is active.</summary>
    public async Task<string> ActiveAsync(string student, string opportunity)
    {
        var id = await OfferedAsync(student, opportunity);
        Must(await ApplyAsync(id, ApplicationTrigger.AcceptOffer, Student(student)));
        var placement = id.Value;
        var outcome = OutcomeId.From("o1");
        var now = Clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        Must(await WorkAsync(placement, PlacementTrigger.AgreeOutcome, Coordinator, new PlacementEntry.OutcomeAgreed(outcome, Note.From("Take blood pressure"))));
        foreach (var by in new[] { Student(student), Supervisor, Coordinator })
        {
            Must(await WorkAsync(placement, PlacementTrigger.SignOutcome, by, new PlacementEntry.OutcomeSigned(outcome, 1)));
        }

        Must(await WorkAsync(placement, PlacementTrigger.AgreePay, Coordinator, new PlacementEntry.PayAgreed(new(PayKind.Wage, 16m))));
        Must(await WorkAsync(placement, PlacementTrigger.RecordOrientation, Coordinator, new PlacementEntry.OrientationHeld(new(today, Coordinator.Id))));
        Must(await WorkAsync(placement, PlacementTrigger.PlanTransport, Coordinator, new PlacementEntry.TransportSettled(new(ReasonCode.From("bus")))));
        Must(await WorkAsync(placement, PlacementTrigger.CheckSupervisor, Coordinator, new PlacementEntry.SupervisorChecked(new(Supervisor.Id, Coordinator.Id, today))));
        foreach (var document in (await Store.ListAsync(Scope, new DocumentQuery { Placement = PlacementId.From(placement) })).Items)
        {
            await AcceptAsync(document.Id, null);
        }

        Must(await WorkAsync(placement, PlacementTrigger.ClearToStart, Coordinator));
        Clock.Set(Fall.Start.AtMidnight().InUtc().ToInstant() + Duration.FromHours(12));
        Must(await WorkAsync(placement, PlacementTrigger.Start, Supervisor));
        return placement;
    }

    public async Task AcceptAsync(DocumentId id, LocalDate? last)
    {
        var service = Get<DocumentService>();
        var guardian = new Actor(ActorId.From("gil"), Role.Guardian);
        Must(await service.AdvanceAsync(Scope, new() { Key = Key(), By = Coordinator, Document = id, Trigger = DocumentTrigger.Request }));
        Must(await service.AdvanceAsync(Scope, new()
        {
            Key = Key(), By = guardian, Document = id, Trigger = DocumentTrigger.Receive, Receipt = new([new(guardian, Clock.GetCurrentInstant())], last),
        }));
        Must(await service.AdvanceAsync(Scope, new() { Key = Key(), By = Coordinator, Document = id, Trigger = DocumentTrigger.BeginReview }));
        Must(await service.AdvanceAsync(Scope, new() { Key = Key(), By = Coordinator, Document = id, Trigger = DocumentTrigger.Accept }));
    }

    public static T Must<T>(ServiceOutcome<T> outcome)
        where T : class => outcome is ServiceOutcome<T>.Done done
            ? done.Value!
            : throw new InvalidOperationException(string.Join("; ", ((ServiceOutcome<T>.Refused)outcome).Reasons));

    public static T Seen<T>(ReadOutcome<T> outcome)
        where T : class => Assert.IsType<ReadOutcome<T>.Shown>(outcome).Value;

    public static IEnumerable<string> Told<T>(ReadOutcome<T> outcome)
        where T : class => Assert.IsType<ReadOutcome<T>.Refused>(outcome).Reasons.Select(reason => reason.Code);

    public static IEnumerable<string> Codes<T>(ServiceOutcome<T> outcome)
        where T : class => Assert.IsType<ServiceOutcome<T>.Refused>(outcome).Reasons.Select(reason => reason.Code);

    public ValueTask<StudentFacts?> AboutAsync(TenantScope scope, StudentId student, WorkQuestion question, CancellationToken cancellationToken)
    {
        Asked = question;
        return new(Judge is { } judge && Known is { } known ? known with { Work = judge(question) } : Known);
    }

    public ValueTask<PartnerStanding> AboutAsync(TenantScope scope, Opportunity opportunity, LocalDate today, CancellationToken cancellationToken) =>
        new(new PartnerStanding { IsActive = true, IsVetted = true, AgreementInForce = true, HazardsScreened = true, TasksDescribed = true });

    public ValueTask<DistrictRules> GetAsync(TenantScope scope, CancellationToken cancellationToken) => new(Rules);

    public ValueTask<AccessFacts> RelateAsync(TenantScope scope, Actor actor, AccessSubject about, CancellationToken cancellationToken) =>
        new(Sites is { } sites && actor.Role is Role.PartnerContact or Role.Supervisor ? Relations(actor, about.Student) with { IsOwnSite = about.Partner is { } partner && sites(actor) == partner } : Relations(actor, about.Student));

    public void Dispose() => _host.Dispose();
}
