using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Pathways.Cli.District;
using Pathways.Cli.Input;
using Pathways.Cli.Output;
using Pathways.Cli.Stores;

namespace Pathways.Cli.Commands;

/// <summary><c>pathways audit</c>: shows that nobody changed the audit log, and seals it.</summary>
internal static class AuditCommand
{
    private const string OnlyTenant = "the only one, where the store is a file";

    public static Command Create(Terminal terminal) => new("audit", "Verify the audit log of a store, and seal it.") { Verify(terminal), Seal(terminal), Key(terminal) };

    private static Command Verify(Terminal terminal)
    {
        var (store, key, json) = (StoreOptions.Required(), KeyOption(), SharedOptions.Json("the verdict"));
        var tenants = new Option<string[]>("--tenant") { Description = $"Whose log; may be given several times. Default: {OnlyTenant}.", HelpName = "NAME" };
        var anchor = new Option<string?>("--seal") { Description = "The hash of a seal that was kept elsewhere.", HelpName = "HASH" };
        var command = new Command("verify", "Say whether anything in the audit log was changed, put in, moved or cut off.") { store, tenants, key, anchor, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = StoreOptions.Of(parsed, store);
            var (sealKey, hash) = (ReadKey(parsed.GetValue(key)), Anchor(parsed.GetValue(anchor)));
            using var opened = (IDisposable)await address.OpenAsync(WhenMissing.Fail, cancellationToken).ConfigureAwait(false);
            string?[] named = parsed.GetValue(tenants) is { Length: > 0 } given ? [.. given] : new string?[] { null };
            if (hash is not null && named.Length > 1)
            {
                throw new UsageException("--seal is of one tenant, and several are named.");
            }

            var verdicts = ImmutableArray.CreateBuilder<AuditTenantJson>();
            foreach (var name in named)
            {
                var scope = await StoreOptions.ScopeAsync(address, (IAuditStore)opened, name, cancellationToken).ConfigureAwait(false);
                verdicts.Add(Of(scope.Tenant, await AuditVerifier.VerifyAsync((IAuditStore)opened, scope, sealKey, hash, cancellationToken).ConfigureAwait(false), hash is not null, sealKey is not null));
            }

            Write(terminal, verdicts.ToImmutable(), parsed.GetValue(json));
            return verdicts.All(verdict => verdict.Holds && verdict.Lines > 0) ? ExitCode.Done : ExitCode.No; // an empty log shows nothing
        });
        return command;
    }

    private static AuditTenantJson Of(TenantId tenant, AuditVerdict verdict, bool isAnchored, bool isKeyed)
    {
        var notShown = ImmutableArray.CreateBuilder<string>();
        if (verdict.Lines == 0)
        {
            notShown.Add("The log is empty. Maybe the tenant is misspelt.");
        }

        if (verdict.Unsealed > 0)
        {
            var unsealed = verdict.Seals == 0
                ? Counted.Of(verdict.Unsealed, "line was never sealed", "lines were never sealed")
                : Counted.Of(verdict.Unsealed, "line came after the last seal of its subject", "lines came after the last seal of their subject");
            notShown.Add($"{unsealed}: that later lines are missing, or were written anew by somebody who knows how, cannot be shown.");
        }

        if (verdict.UnprovedSeals > 0)
        {
            notShown.Add($"{Counted.Of(verdict.UnprovedSeals, "seal was made", "seals were made")} with a key, which was not given: that the log is what was sealed cannot be shown.");
        }

        if (verdict.Seals > 0 && !isKeyed && (!isAnchored || verdict.SealsAfterAnchor > 0))
        {
            notShown.Add(isAnchored
                ? $"Without a key, nothing shows that {Counted.Of(verdict.SealsAfterAnchor, "seal", "seals")} after the one that was given {(verdict.SealsAfterAnchor == 1 ? "was" : "were")} not made anew."
                : "Without a key and without the hash of a seal kept elsewhere, nothing shows that the seals themselves were not made anew.");
        }

        if (!isAnchored)
        {
            notShown.Add("Without the hash of the last seal, kept elsewhere, nothing shows that the last seals, and the lines under them, were not cut off.");
        }

        return new(
            tenant.Value, verdict.Findings.IsEmpty, verdict.Lines, verdict.Subjects, verdict.Seals, verdict.LastSeal, verdict.Unsealed,
            [.. verdict.Findings.Select(finding => new AuditFindingJson(finding.Code, finding.Place, finding.Sentence))], notShown.ToImmutable());
    }

    private static void Write(Terminal terminal, ImmutableArray<AuditTenantJson> verdicts, bool json)
    {
        if (json)
        {
            terminal.WriteJson(new(verdicts.All(verdict => verdict.Holds), verdicts), StoreJson.Default.AuditVerifyJson);
            return;
        }

        var text = terminal.OutputText;
        foreach (var verdict in verdicts)
        {
            text.WriteLine(
                $"{verdict.Tenant}: {Counted.Of(verdict.Lines, "line")} about {Counted.Of(verdict.Subjects, "subject")}, {Counted.Of(verdict.Seals, "seal")}: "
                + (verdict.Holds ? "every link and every seal holds" : "NOT as it was written"));
            foreach (var finding in verdict.Findings)
            {
                text.WriteLine($"  {finding.Place}: {finding.Code}: {finding.Message}");
            }

            foreach (var sentence in verdict.NotShown)
            {
                text.WriteLine($"  not shown: {sentence}");
            }

            if (verdict.LastSeal is { } last)
            {
                text.WriteLine($"  last seal: {last}");
            }
        }
    }

    private static Command Seal(Terminal terminal)
    {
        var (store, tenant, key) = (StoreOptions.Required(), StoreOptions.Tenant(OnlyTenant), KeyOption());
        var at = new Option<string?>("--at") { Description = "The time that the seal says. Default: now.", HelpName = "INSTANT" };
        var command = new Command("seal", "Seal how far the log has come, and print the hash of the seal, to be kept elsewhere.") { store, tenant, key, at };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = StoreOptions.Of(parsed, store);
            var sealKey = ReadKey(parsed.GetValue(key));
            var time = parsed.GetValue(at) is { } text ? PlacementFolder.Moment("--at", text, DateTimeZone.Utc) : SystemClock.Instance.GetCurrentInstant();
            using var opened = (IDisposable)await address.OpenAsync(WhenMissing.Fail, cancellationToken).ConfigureAwait(false);
            var scope = await StoreOptions.ScopeAsync(address, (IAuditStore)opened, parsed.GetValue(tenant), cancellationToken).ConfigureAwait(false);
            if (sealKey is null && await IsKeyedAsync((IAuditStore)opened, scope, cancellationToken).ConfigureAwait(false))
            {
                throw new UsageException("The last seal was made with a key; one without could be made by whoever can write the store. Give the key with --key.");
            }

            var made = await ((IAuditStore)opened).SealAsync(scope, time, sealKey, cancellationToken).ConfigureAwait(false);
            terminal.OutputText.WriteLine(made is null ? "Nothing was written since the last seal; none was made." : made.Hash);
            if (made is not null)
            {
                terminal.ErrorText.WriteLine(FormattableString.Invariant($"Seal {made.Number} of {scope.Tenant} is over {Counted.Of(made.Heads.Length, "chain")}. Keep the hash where the store is not."));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async ValueTask<bool> IsKeyedAsync(IAuditStore store, TenantScope scope, CancellationToken cancellationToken)
    {
        var isKeyed = false;
        for (var query = new SealQuery(); ;)
        {
            var page = await store.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
            isKeyed = page.Items is [.., var last] ? last.IsKeyed : isKeyed;
            if (page.Next is not { } next)
            {
                return isKeyed;
            }

            query = query with { From = next };
        }
    }

    private static Command Key(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the key; never over a file that is there." };
        var command = new Command("key", "Make a key to seal with.") { file };
        command.SetAction(parsed =>
        {
            var path = Paths.Given(parsed.GetRequiredValue(file), "FILE")!;
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new UsageException($"\"{path}\" is there already, and is not written over: what was sealed with a lost key can never be verified again.");
            }

            var key = Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}\n");
            Paths.Write("FILE", path, () => PrivateFile.Write(path, stream => stream.Write(key)));
            terminal.OutputText.WriteLine($"A key is in {path}. Keep it where the store is not.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> KeyOption() => new("--key") { Description = "The file with the key of the seals, as `pathways audit key` makes it.", HelpName = "FILE" };

    private static AuditSealKey? ReadKey(string? path)
    {
        if (Paths.Given(path, "--key") is null)
        {
            return null;
        }

        // Of what is in the file nothing is repeated.
        var text = File.ReadAllText(path!).Trim();
        return text.Length >= 64 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit)
            ? new(Convert.FromHexString(text))
            : throw new UsageException($"--key {path}: this is no key. Expected 64 hexadecimal digits, as `pathways audit key` writes them.");
    }

    private static string? Anchor(string? hash) => hash is null || (hash.Length == 64 && hash.All(char.IsAsciiHexDigit))
        ? hash?.ToLowerInvariant()
        : throw new UsageException($"--seal {hash}: this is no hash of a seal. Expected 64 hexadecimal digits, as `pathways audit seal` prints them.");
}
