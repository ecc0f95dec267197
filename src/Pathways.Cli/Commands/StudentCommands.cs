using System.CommandLine;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Cli.Stores;
using Pathways.Placements;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways export-student</c> and <c>pathways erase</c>: what a student has a right to.</summary>
internal static class StudentCommands
{
    public static Command Export(Terminal terminal)
    {
        var common = new Common();
        var file = new Option<string>("--out") { Description = "The file to write; never over one that is there.", HelpName = "FILE", Required = true };
        var command = new Command("export-student", "Write everything that a store holds of a student to a file.") { common.Store, common.Tenant, common.Student, common.By, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (address, student, by, path) = (StoreOptions.Of(parsed, common.Store), common.StudentOf(parsed), common.Actor(parsed), Paths.Given(parsed.GetRequiredValue(file), "--out")!);
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new UsageException($"--out {path}: it is there already. Give a name that is not taken.");
            }

            using var opened = (IDisposable)await address.OpenAsync(WhenMissing.Fail, cancellationToken).ConfigureAwait(false);
            var (store, scope) = ((IPathwaysStore)opened, await StoreOptions.ScopeAsync(address, (IPathwaysStore)opened, parsed.GetValue(common.Tenant), cancellationToken).ConfigureAwait(false));
            if (await AskAsync(scope, by, student, cancellationToken).ConfigureAwait(false) is AccessDecision.Denied denied)
            {
                throw new RefusedException(denied.Reasons);
            }

            var (holdings, write) = await StudentExport.MakeAsync(store, scope, student, cancellationToken).ConfigureAwait(false);
            Paths.Write("--out", path, () => PrivateFile.Write(path, write, cancellationToken));
            terminal.OutputText.WriteLine($"{Counts(holdings)}, and {Runs(holdings)}, of {student} in {path}. It is personal data: keep it as such.");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Erase(Terminal terminal)
    {
        var (common, json) = (new Common(), SharedOptions.Json("what was erased"));
        var reason = new Option<string>("--reason") { Description = "Why, as a code; it stands in the audit log, so nothing personal.", HelpName = "CODE", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Erase. Without it nothing is changed, and what would go is counted." };
        var command = new Command("erase", "Erase everything that a store holds of a student, for good.") { common.Store, common.Tenant, common.Student, common.By, reason, yes, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (address, student, by) = (StoreOptions.Of(parsed, common.Store), common.StudentOf(parsed), common.Actor(parsed));
            var (why, now) = (Ids.Of<ReasonCode>("--reason", parsed.GetRequiredValue(reason)), SystemClock.Instance.GetCurrentInstant());
            var (outcome, isErased) = await EraseAsync(
                address, parsed.GetValue(common.Tenant), student, by, why, now, parsed.GetValue(yes), cancellationToken).ConfigureAwait(false);
            if (outcome is ErasureOutcome.Refused refused)
            {
                throw new RefusedException(refused.Reasons);
            }

            Say(terminal, ((ErasureOutcome.Planned)outcome).Holdings, isErased, parsed.GetValue(json));
            if (isErased && !await address.EmptyJournalAsync(cancellationToken).ConfigureAwait(false))
            {
                terminal.ErrorText.WriteLine($"warning: another process uses {address.Name}, so what was erased may stand in its journal until that process ends.");
            }

            return isErased ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    private static async Task<(ErasureOutcome Outcome, bool IsErased)> EraseAsync(
        StoreAddress address, string? tenant, StudentId student, Actor by, ReasonCode reason, Instant at, bool isMeant, CancellationToken cancellationToken)
    {
        using var opened = (IDisposable)await address.OpenAsync(WhenMissing.Fail, cancellationToken).ConfigureAwait(false);
        var (store, host) = ((IPathwaysStore)opened, new ShellHost());
        var scope = await StoreOptions.ScopeAsync(address, store, tenant, cancellationToken).ConfigureAwait(false);
        if (isMeant)
        {
            var done = await StudentErasure.EraseAsync(store, scope, student, by, host, at, reason, cancellationToken).ConfigureAwait(false);
            return (done, done is ErasureOutcome.Planned);
        }

        var access = await StudentErasure.AskAsync(scope, student, by, host, cancellationToken).ConfigureAwait(false);
        var holdings = await StudentHoldings.ReadAsync(store, scope, student, cancellationToken).ConfigureAwait(false);
        return (StudentErasure.Plan(holdings, by, access, at, reason), false);
    }

    // Students and guardians ask for their own; who may export everything may export one student's.
    private static async ValueTask<AccessDecision> AskAsync(TenantScope scope, Actor by, StudentId student, CancellationToken cancellationToken)
    {
        var facts = await new ShellHost().RelateAsync(scope, by, new() { Student = student }, cancellationToken).ConfigureAwait(false);
        var asked = AccessTable.Decide(by, Operation.RequestExport, facts, Purpose.Access);
        return asked is AccessDecision.Denied && AccessTable.Decide(by, Operation.ExportTenant, facts, Purpose.Interchange) is AccessDecision.Allowed allowed ? allowed : asked;
    }

    private static void Say(Terminal terminal, StudentHoldings holdings, bool isErased, bool json)
    {
        if (json)
        {
            terminal.WriteJson(
                new(holdings.Student.Value, isErased, holdings.Applications.Length, holdings.Placements.Length, holdings.Documents.Length, holdings.Hours.Length, holdings.Entries.Length,
                    holdings.Runs.Length),
                StoreJson.Default.ErasureJson);
            return;
        }

        terminal.OutputText.WriteLine(isErased
            ? $"Erased {Counts(holdings)} of {holdings.Student}, and the name in {Runs(holdings)}. Backups still hold it until they are destroyed."
            : $"Would erase {Counts(holdings)} of {holdings.Student}, and the name in {Runs(holdings)}. Nothing was changed; say --yes to erase. Maybe run `pathways export-student` first.");
    }

    private static string Counts(StudentHoldings holdings) =>
        $"{Counted.Of(holdings.Applications.Length, "application")}, {Counted.Of(holdings.Placements.Length, "placement")}, {Counted.Of(holdings.Documents.Length, "document")}, "
        + $"{Counted.Of(holdings.Hours.Length, "entry of hours", "entries of hours")} and {Counted.Of(holdings.Entries.Length, "entry of the record", "entries of the record")}";

    private static string Runs(StudentHoldings holdings) => Counted.Of(holdings.Runs.Length, "match run");

    private sealed class Common
    {
        public Option<string> Store { get; } = StoreOptions.Required();

        public Option<string?> Tenant { get; } = StoreOptions.Tenant("the only one, where the store is a file");

        public Option<string> Student { get; } = new("--student") { Description = "Whose data.", HelpName = "ID", Required = true };

        public Option<string> By { get; } = new("--by") { Description = "Who asks.", HelpName = "ROLE:ID", Required = true };

        public StudentId StudentOf(ParseResult parsed) => Ids.Of<StudentId>("--student", parsed.GetRequiredValue(Student));

        public Actor Actor(ParseResult parsed) => Ids.Actor("--by", parsed.GetRequiredValue(By));
    }
}
