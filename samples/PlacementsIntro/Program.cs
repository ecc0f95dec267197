using Microsoft.Extensions.DependencyInjection;
using Pathways.Interchange;
using Pathways.Testing;
using PlacementsIntro;
using PlacementsIntro.Host;

// One student and one opportunity of the sample district.
var cohort = CohortFolder.Read(args is [var folder, ..] ? folder : "samples/marlborough").Get();
var student = cohort.Students.Single(student => student.Id == StudentId.From("m-1069"));
var offer = cohort.Opportunities.Single(opportunity => opportunity.Id == OpportunityId.From("o-046"));

// The host: the library's services, a store, a clock, and the four ports behind which the school's own systems are.
var clock = new SettableClock(Instant.FromUtc(2026, 8, 3, 13, 0));
var services = new ServiceCollection();
services.AddPathways().AddPlacements().UseInMemoryStores();
services.AddSingleton<IClock>(clock)
    .AddSingleton(cohort)
    .AddSingleton<IStudentFacts, CohortStudents>()
    .AddSingleton<IPartnerStanding, CohortPartners>()
    .AddSingleton<IDistrictRules, District>()
    .AddSingleton<IAccessDirectory>(new CohortDirectory(
        Walk.Scope.Tenant, student.Id, cohort.Opportunities.Where(other => other.Partner == offer.Partner).Select(other => other.Id).ToHashSet()));
await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
var output = Console.Out;
output.NewLine = "\n";
var walk = new Walk(provider, clock, output);
var (application, placement) = (StudentApplicationId.From("a-1"), PlacementId.From("p-1"));

output.WriteLine($"Student {student.Id}, grade {student.Grade}, and {offer.Title} ({offer.Id}) of partner {offer.Partner}.");
walk.Chapter("An opportunity is offered");
await Applying.PublishAsync(walk, offer);
walk.Chapter("The student applies");
await Applying.ApplyAsync(walk, application, student.Id, offer.Id, placement);
walk.Chapter("Before the first day");
await BeforeWork.SettleAsync(walk, placement);
walk.On(2026, 9, 2, 10);
await BeforeWork.CollectAsync(walk, placement, DocumentBlocks.Start);
walk.On(2026, 9, 8, 9);
await Forms.PlanAsync(walk, placement);
await walk.PlacementAsync(Cast.Coordinator, placement, PlacementTrigger.ClearToStart);

walk.Chapter("The work");
await AtWork.StartAsync(walk, placement);
await AtWork.LogAsync(walk, placement, new(new(2026, 9, 16), 14 * 60 + 30, 17 * 60));
await AtWork.LogAsync(walk, placement, new(new(2026, 9, 21), 14 * 60 + 30, 17 * 60));
walk.On(2026, 9, 23, 17);
await Forms.SubmitAsync(walk, placement, "baseline-2", 3, 2, 3, 2, 2, 3);
await AtWork.LogAsync(walk, placement, new(new(2026, 9, 30), 16 * 60, 22 * 60 + 30, BreakMinutes: 30), answer: "supervisor-instructed");
await AtWork.VisitAsync(walk, placement);
await AtWork.IncidentAsync(walk, placement);
foreach (var day in new LocalDate[] { new(2026, 10, 19), new(2026, 10, 21), new(2026, 10, 26), new(2026, 10, 28) })
{
    await AtWork.LogAsync(walk, placement, new(day, 14 * 60 + 30, 17 * 60));
}

await AtWork.ReflectAsync(walk, placement);
walk.On(2027, 1, 12, 3);
await walk.SweepAsync();
walk.On(2027, 1, 15, 17);
await BeforeWork.MarkAsync(walk, placement);
await walk.PlacementAsync(Cast.Coordinator, placement, PlacementTrigger.FinishWork);

walk.Chapter("After the work");
walk.On(2027, 1, 18, 16);
await Forms.SubmitAsync(walk, placement, "final", 4, 4, 3, 3, 4, 4);
await Forms.SubmitAsync(walk, placement, "self", 3, 4, 4, 3, 3, 4);
await Forms.SubmitAsync(walk, placement, "site", 3, 3);
await Afterwards.PresentAsync(walk, placement);
await Afterwards.DebriefAsync(walk, placement);
await Afterwards.CompleteAsync(walk, placement);
walk.On(2027, 1, 26, 3);
await walk.SweepAsync();

walk.Chapter("What was learned: skills at the beginning and at the end");
Forms.TellGains(walk, (await walk.Get<IPlacementStore>().FindAsync(Walk.Scope, placement))!);

walk.Chapter("What the audit log says of the placement");
foreach (var line in await walk.Get<IAuditStore>().HistoryAsync(Walk.Scope, $"placement/{placement}"))
{
    output.WriteLine($"{Walk.Time(line.At)}  v{line.Version,-3} {line.By.Id,-13}  {line.Trigger}{(line.Reason is { } reason ? $" ({reason})" : "")}: {(line.From.Length > 0 ? line.From : "nothing")} -> {line.To}  [{line.Rule}]");
}

var events = await walk.Get<IOutboxStore>().PendingAsync(Walk.Scope, 1000);
output.WriteLine($"\n{events.Length} events wait for whoever wants to know: {events.Count(each => each.Event.Subject.StartsWith("placement/", StringComparison.Ordinal))} of the placement.");
