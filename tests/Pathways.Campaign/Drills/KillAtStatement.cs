using System.Diagnostics;

namespace Pathways.Campaign;

/// <summary>A process is killed before its first statement, before its second, and so on, and after the COMMIT; for each kind of change.</summary>
internal static class KillAtStatement
{
    private const string Richest = "accept";
    private const string Old = "old"; // a request of before
    private const int AtOnce = 2;
    private const string InTwo = "accept-in-two";
    private const string WithoutKey = "record-without-key";

    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);

    private static readonly string[] Kinds = [Richest, "list", "fewer-seats", "apply", "decline", "log", "record", "delete", "delete-student", "delete-opportunity", "erase", "vacate", "list-two", "seal", "receive", "take", "forget"];

    public static async Task<DrillResult> RunAsync(Target target, Profile profile)
    {
        var kinds = profile.EveryKind ? Kinds : [Richest];
        var (kills, half, twice, wrong) = await KillAsync(target, kinds);
        return new DrillResult("killed at each statement (SIGKILL)", target.Name)
            .Figure("kinds of commit", kinds.Length).AtLeast("kills", kills, kinds.Length * 4).None("half there", half).None("done twice when repeated", twice).None("broken otherwise", wrong);
    }

    /// <summary>The richest change as two commits, as a store with a method for each kind of thing would save it; and a change without a key.</summary>
    public static async Task<DrillResult> ControlAsync(Target target)
    {
        var inTwo = await KillAsync(target, [InTwo], isEnough: true);
        var withoutKey = await KillAsync(target, [WithoutKey], isEnough: true);
        return new DrillResult("killed at each statement: controls with two commits for one change, and without a key", target.Name)
            .Figure("kills", inTwo.Kills + withoutKey.Kills).Control("two commits: half there", inTwo.Half).Control("no key: done twice when repeated", withoutKey.Twice);
    }

    private static async Task<Found> KillAsync(Target target, string[] kinds, bool isEnough = false)
    {
        using var opened = await target.OpenAsync();
        var all = new Found(0, 0, 0, 0);
        foreach (var kind in kinds)
        {
            for (var at = 1; !isEnough || all.Half + all.Twice == 0; at += AtOnce)
            {
                var found = await Task.WhenAll(Enumerable.Range(at, AtOnce).Select(number => KillOnceAsync(target, opened.Store, kind, number)));
                all = found.Aggregate(all, (sum, one) => new(sum.Kills + one.Kills, sum.Half + one.Half, sum.Twice + one.Twice, sum.Wrong + one.Wrong));
                if (found.Any(one => one.Kills == 0))
                {
                    break;
                }
            }
        }

        return all;
    }

    // No kills: it has no statement of that number.
    private static async Task<Found> KillOnceAsync(Target target, IPathwaysStore store, string kind, int at)
    {
        var scope = Target.NewTenant();
        await PrepareAsync(store, scope);
        var before = await TextAsync(store, scope);
        using var child = Child.Start("worker", "statement", target.Address, scope.Tenant.Value, kind, $"{at}");
        await child.EndAsync();
        if (!child.WasKilled)
        {
            return child.ExitCode == 0 && at > 2 ? new(0, 0, 0, 0) : throw new InvalidOperationException($"{kind} ended with {child.ExitCode} at statement {at}.");
        }

        var after = await TextAsync(store, scope);
        await ActAsync(store, scope, kind);
        var again = await TextAsync(store, scope);
        await ActAsync(store, scope, kind);
        var twice = await TextAsync(store, scope);
        var invariants = await Invariants.ReadAsync(store, scope);
        return new(
            1, after == before || after == again ? 0 : 1, twice == again ? 0 : 1,
            invariants.WithoutOneLine + invariants.Broken + invariants.Oversold + invariants.WrongSeats + (kind == "take" ? 0 : invariants.WithoutOneEvent));
    }

    /// <summary>A child: kills itself before the statement of that number.</summary>
    public static async Task WorkAsync(string address, string tenant, string kind, int at)
    {
        var (isArmed, count) = (false, 0);
        using var opened = await Target.Parse(address).OpenAsync(_ =>
        {
            if (isArmed && ++count == at)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        });
        var scope = TenantScope.Of(TenantId.From(tenant));
        _ = await opened.Store.StateAsync(scope, "opportunity/o0");
        isArmed = true;
        await ActAsync(opened.Store, scope, kind);
    }

    private static async Task PrepareAsync(IPathwaysStore store, TenantScope scope)
    {
        var held = Things.Application("a1", "s1", "o0");
        await store.CommitAsync(scope, Things.Saving(Things.Listing("o0", 3)));
        await store.CommitAsync(scope, Things.Saving(held) with { Seats = [Things.Seat(SeatMove.Hold, held.Subject, "o0")] });
        await store.CommitAsync(scope, Things.Saving(Things.Hours("h1", "p0", "s2")));
        await store.CommitAsync(scope, Things.Saving(Things.Entry("e1", "s3")));
        await store.CommitAsync(scope, Things.Saving(Things.Listing("o2", 1), Things.Run("r1", "student-optimal")) with { Command = Things.Stamp(Old) });
        var placed = Things.Application("a3", "s4", "o0", ApplicationState.Accepted);
        await store.CommitAsync(scope, Things.Saving(placed) with { Seats = [Things.Seat(SeatMove.Take, placed.Subject, "o0")] });
    }

    private static async Task ActAsync(IPathwaysStore store, TenantScope scope, string kind)
    {
        if (kind == InTwo)
        {
            await ActAsync(store, scope, "accept-application");
            await ActAsync(store, scope, "accept-placement");
            return;
        }

        var held = Things.Application("a1", "s1", "o0");
        var accepted = held with { State = ApplicationState.Accepted, Version = 2 };
        var commit = kind switch
        {
            "accept-application" => Things.Saving(accepted) with { Seats = [Things.Seat(SeatMove.Fill, held.Subject, "o0")] },
            WithoutKey => Things.Saving(Things.Entry($"e-{Guid.NewGuid():N}", "s3")),
            "delete-opportunity" => Things.Deleting(Things.Listing("o2", 1)),
            "erase" => Erasing(),
            "vacate" => Things.Saving(Things.Application("a3", "s4", "o0", ApplicationState.Withdrawn) with { Version = 2 }) with { Seats = [Things.Seat(SeatMove.Vacate, "application/a3", "o0")] },
            "list-two" => Things.Saving(Things.Listing("o3", 2), Things.Listing("o4", 3)),
            "accept-placement" => Things.Saving(Things.Placement("p1", "s1", "o0", Things.Fall)),
            "list" => Things.Saving(Things.Listing("o1", 2)),
            "fewer-seats" => Things.Saving(Things.Listing("o0", 2) with { Version = 2 }),
            "apply" => Things.Saving(Things.Application("a2", "s2", "o0")) with { Seats = [Things.Seat(SeatMove.Hold, "application/a2", "o0")] },
            Richest => Things.Saving(accepted, Things.Placement("p1", "s1", "o0", Things.Fall)) with
            {
                Seats = [Things.Seat(SeatMove.Fill, held.Subject, "o0")], Unchanged = [new("opportunity/o0", 1), new("student/s1", 1)],
            },
            "decline" => Things.Saving(held with { State = ApplicationState.Declined, Version = 2 }) with { Seats = [Things.Seat(SeatMove.Release, held.Subject, "o0")] },
            "log" => Things.Saving(Things.Hours("h2", "p0", "s2")),
            "record" => Things.Saving(Things.Entry("e2", "s3")),
            "delete" => Things.Deleting(Things.Hours("h1", "p0", "s2")),
            "delete-student" => Things.Deleting(Things.Entry("e1", "s3")) with { Deletions = [StoredDeletion.Of(Things.Entry("e1", "s3")), new("student/s3", 1)] },
            _ => null,
        };
        if (commit is not null)
        {
            var outcome = await store.CommitAsync(scope, commit with { Command = kind == WithoutKey ? null : Things.Stamp(kind) });
            if (outcome is not (CommitOutcome.Committed or CommitOutcome.Duplicate))
            {
                throw new InvalidOperationException($"{kind}: {outcome}");
            }

            return;
        }

        switch (kind)
        {
            case "seal": await store.SealAsync(scope, Noon); break;
            case "forget": await store.ForgetAsync(scope, Noon.Plus(Duration.FromDays(1))); break;
            case "receive": await store.TryReceiveAsync(scope, new("lms", "m1", Noon)); break;
            default:
                var pending = await store.PendingAsync(scope, 2);
                await store.MarkTakenAsync(scope, pending.IsEmpty || pending[0].Event.Subject != "opportunity/o0" ? [] : [.. pending.Select(happened => happened.Position)]);
                break;
        }
    }

    // What erasing a student is: names taken out of a run, everything of the student deleted, and the student.
    private static Commit Erasing()
    {
        var (kept, gone) = (Things.Saving(Things.Run("r1", "student-optimal") with { Version = 2 }), Things.Deleting(Things.Entry("e1", "s3")));
        return kept with { Deletions = [.. gone.Deletions, new("student/s3", 1)], Audit = [.. kept.Audit, .. gone.Audit], Events = [.. kept.Events, .. gone.Events] };
    }

    /// <summary>Everything that a kind of change could change.</summary>
    private static async Task<string> TextAsync(IPathwaysStore store, TenantScope scope)
    {
        var seats = await store.ListSeatsAsync(scope, OpportunityId.From("o0"));
        var entries = await store.ListAsync(scope, new AuditQuery { Limit = 1000 });
        var seals = await store.ListAsync(scope, new SealQuery());
        var states = new List<SubjectState>();
        foreach (var subject in (string[])["opportunity/o0", "opportunity/o1", "opportunity/o2", "opportunity/o3", "opportunity/o4", "match-run/r1", "application/a3", "application/a1", "application/a2", "placement/p1", "hours-entry/h1", "hours-entry/h2", "student/s1", "student/s2", "student/s3"])
        {
            states.Add(await store.StateAsync(scope, subject));
        }

        var commands = new List<bool>();
        foreach (var kind in Kinds.Append(Old))
        {
            commands.Add(await store.FindCommandAsync(scope, CommandKey.From(kind)) is not null);
        }

        return string.Join('\n', (IEnumerable<string>)
        [
            $"{await store.CountSeatsAsync(scope, OpportunityId.From("o2"))} {(await store.FindAsync(scope, OpportunityId.From("o0")))?.Offer.Seats} {await store.CountSeatsAsync(scope, OpportunityId.From("o0"))}", .. seats.Select(seat => $"{seat}"),
            .. states.Select(state => $"{state}"), .. entries.Items.Select(entry => entry.Hash), .. seals.Items.Select(seal => seal.Hash), string.Join(' ', commands),
            .. (await store.ListAsync(scope, new RecordQuery())).Items.Select(entry => entry.Subject), .. (await store.ListAsync(scope, new HoursQuery())).Items.Select(entry => entry.Subject),
            .. (await store.ListAsync(scope, new PlacementQuery())).Items.Select(placement => placement.Subject), .. (await store.PendingAsync(scope, 100)).Select(happened => happened.MessageId),
        ]);
    }

    private sealed record Found(long Kills, long Half, long Twice, long Wrong);
}
