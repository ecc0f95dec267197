namespace Pathways;

/// <summary>Reads a tenant's whole audit log and says whether anything was changed, put in, moved or cut off.</summary>
/// <remarks>
/// Every change, insertion, move and gap within a chain is found by its links, whatever was sealed. That the end of a chain or the whole of it is gone, or that a chain was built
/// anew by somebody who knows how, is found as far as seals reach; that seals were made anew, by their key; that the last seals were cut off with
/// the lines they were over, only by the hash of a seal kept elsewhere, as far as that one.
/// </remarks>
public static class AuditVerifier
{
    private const int MostFindings = 1000;

    /// <summary>Verifies.</summary>
    /// <param name="store">Where the log is.</param>
    /// <param name="scope">Whose log.</param>
    /// <param name="key">The key that seals were made with; <see langword="null"/> when they were made without.</param>
    /// <param name="anchor">The hash of a seal that was kept elsewhere; <see langword="null"/> when none was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The verdict; of more than 1,000 findings the first ones.</returns>
    public static async ValueTask<AuditVerdict> VerifyAsync(
        IAuditStore store, TenantScope scope, AuditSealKey? key = null, string? anchor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var findings = new List<AuditFinding>();
        var sealedHeads = new SortedDictionary<string, List<AuditHead>>(StringComparer.Ordinal);
        var (count, last, isAnchored, unproved, after) = (0, AuditSeal.None, anchor is null, 0, 0);
        for (var query = new SealQuery { Limit = 50 }; ;)
        {
            var page = await store.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
            foreach (var seal in page.Items)
            {
                count++;
                JudgeSeal(scope.Tenant, seal, count, last, key, findings);
                unproved += seal.IsKeyed && key is null ? 1 : 0;
                after = seal.Hash == anchor ? 0 : after + 1;
                (last, isAnchored) = (seal.Hash, isAnchored || seal.Hash == anchor);
                foreach (var head in seal.Heads)
                {
                    (sealedHeads.TryGetValue(head.Subject, out var heads) ? heads : sealedHeads[head.Subject] = []).Add(head);
                }
            }

            if (page.Next is not { } next)
            {
                break;
            }

            query = query with { From = next };
        }

        if (!isAnchored)
        {
            findings.Add(new(AuditCodes.Anchor, "seals", $"None of the {count} seals has the hash {anchor}. Seals were cut off or made anew, or the hash is of another tenant."));
        }

        var chains = new Chains(scope.Tenant, sealedHeads, findings);
        for (var query = new AuditQuery { Limit = 1000 }; ;)
        {
            var page = await store.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.Items)
            {
                chains.Read(entry);
            }

            if (page.Next is not { } next)
            {
                break;
            }

            query = query with { From = next };
        }

        chains.End();
        return new(chains.Lines, chains.Subjects, count, count == 0 ? null : last, chains.Unsealed, [.. findings.Take(MostFindings)]) { UnprovedSeals = unproved, SealsAfterAnchor = anchor is null ? count : after };
    }

    private static void JudgeSeal(TenantId tenant, AuditSeal seal, int number, string previous, AuditSealKey? key, List<AuditFinding> findings)
    {
        var place = FormattableString.Invariant($"seal {seal.Number}");
        if (seal.Number != number || seal.Previous != previous)
        {
            findings.Add(new(AuditCodes.SealOrder, place, $"It does not follow the seal before it: it is number {number} of those that are there, and names {seal.Previous}, not {previous}."));
        }

        if (key is not null && !seal.IsKeyed)
        {
            findings.Add(new(AuditCodes.SealKey, place, "It was made without a key, though a key is given: whoever can write the tables could have made it."));
        }
        else if (seal.IsKeyed == key is not null && seal.Hash != seal.HashFor(tenant, key))
        {
            findings.Add(new(AuditCodes.Seal, place, "What it says is not what was sealed, or it was sealed with another key."));
        }
    }

    /// <summary>The chains, read line by line.</summary>
    private sealed class Chains(TenantId tenant, SortedDictionary<string, List<AuditHead>> sealedHeads, List<AuditFinding> findings)
    {
        private string? _subject;
        private string _link = "";
        private int _number;
        private bool _isBroken;
        private List<AuditHead> _heads = [];

        public long Lines { get; private set; }

        public int Subjects { get; private set; }

        public long Unsealed { get; private set; }

        public void Read(AuditEntry entry)
        {
            if (entry.Line.Subject != _subject)
            {
                Close();
                (_subject, _link, _number, _isBroken) = (entry.Line.Subject, AuditChain.Start(tenant, entry.Line.Subject), 0, false);
                _heads = sealedHeads.Remove(_subject, out var heads) ? heads : [];
                Subjects++;
            }

            Lines++;
            _number++;
            var place = FormattableString.Invariant($"{_subject}, line {_number}");
            if (!_isBroken && entry.Number != _number)
            {
                _isBroken = true;
                findings.Add(new(AuditCodes.Number, place, $"Its number is {entry.Number}: a line before it is missing, or comes twice."));
            }
            else if (!_isBroken && entry.Hash != AuditChain.Next(_link, _number, entry.Line))
            {
                _isBroken = true;
                findings.Add(new(AuditCodes.Link, place, "It does not follow from the line before it: one of the two was changed, put in or moved."));
            }

            _link = entry.Hash;
            foreach (var head in _heads)
            {
                if (!_isBroken && head.Number == _number && head.Hash != _link)
                {
                    _isBroken = true;
                    findings.Add(new(AuditCodes.Rebuilt, place, "Its link is not the one that was sealed: the chain was built anew."));
                }
            }
        }

        public void End()
        {
            Close();
            foreach (var (subject, heads) in sealedHeads)
            {
                findings.Add(new(AuditCodes.Cut, subject, $"All of its {heads.Max(head => head.Number)} sealed lines are gone."));
            }
        }

        private void Close()
        {
            if (_subject is null)
            {
                return;
            }

            var reached = _heads.Select(head => head.Number).DefaultIfEmpty().Max();
            Unsealed += Math.Max(0, _number - reached);
            if (reached > _number)
            {
                findings.Add(new(AuditCodes.Cut, FormattableString.Invariant($"{_subject}, line {_number}"), $"{reached} lines were sealed, and {_number} are there: the end was cut off."));
            }
        }
    }
}
