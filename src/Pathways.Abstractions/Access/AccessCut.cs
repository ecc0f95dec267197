using static Pathways.AccessView;

namespace Pathways;

/// <summary>Cuts a thing down to what a view of it holds. Pure: what the view does not hold is not there any more, and <see cref="Full"/> is the thing itself.</summary>
/// <remarks>
/// A view that shows nothing of one thing (<see cref="Nothing"/>, <see cref="Aggregate"/>, <see cref="Deidentified"/>), or nothing of a thing of this kind, gives
/// <see langword="null"/>. A view that is not known is treated so too. What the reader wrote themselves they may read again.
/// </remarks>
public static partial class AccessCut
{
    /// <summary>Who applies, where that is not shown.</summary>
    public static StudentId Unnamed { get; } = StudentId.From("unnamed");

    /// <summary>What a view holds of an application: without <see cref="AccessView.Unnamed"/> the student, all of it for whoever is shown applications otherwise.</summary>
    /// <param name="application">The application.</param>
    /// <param name="view">The view.</param>
    public static Application? Of(Application application, AccessView view)
    {
        ArgumentNullException.ThrowIfNull(application);
        return view switch
        {
            Full or ForPartner or Codes => application,
            AccessView.Unnamed => application with { Student = Unnamed },
            _ => null,
        };
    }

    /// <summary>What a view holds of a document: for a partner the reader's own signatures, and not where it is kept.</summary>
    /// <param name="document">The document.</param>
    /// <param name="view">The view.</param>
    /// <param name="reader">Who reads.</param>
    public static PlacementDocument? Of(PlacementDocument document, AccessView view, ActorId reader)
    {
        ArgumentNullException.ThrowIfNull(document);
        return view switch
        {
            Full => document,
            ForPartner => document with { Location = null, Signatures = [.. document.Signatures.Where(signature => signature.By.Id == reader)] },
            Codes => document with { Location = null },
            _ => null,
        };
    }

    /// <summary>What a view holds of an entry of the hours log: for a partner when and what was done, which the partner confirms, and not which rules it broke nor what the school answered.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="view">The view.</param>
    public static HoursEntry? Of(HoursEntry entry, AccessView view)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return view switch
        {
            Full => entry,
            ForPartner => entry with { Violations = [], Answer = null },
            Codes => entry with { Text = null },
            _ => null,
        };
    }

    /// <summary>What a view holds of an opportunity: all of it or nothing, for there is nothing personal in it.</summary>
    /// <param name="listing">The opportunity.</param>
    /// <param name="view">The view.</param>
    public static OpportunityListing? Of(OpportunityListing listing, AccessView view)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return view is Full or Course or ForPartner or AccessView.Unnamed or Codes ? listing : null;
    }

    /// <summary>What a view holds of a match run: all of it, or nothing, for every part of it is about who got what.</summary>
    /// <param name="run">The run.</param>
    /// <param name="view">The view.</param>
    public static MatchRun? Of(MatchRun run, AccessView view)
    {
        ArgumentNullException.ThrowIfNull(run);
        return view == Full ? run : null;
    }

    /// <summary>What a view holds of a line of the audit log: all of it, or nothing, for it holds codes alone.</summary>
    /// <param name="line">The line.</param>
    /// <param name="view">The view.</param>
    public static AuditLine? Of(AuditLine line, AccessView view)
    {
        ArgumentNullException.ThrowIfNull(line);
        return view is Full or Codes ? line : null;
    }

    /// <summary>What a view holds of a thing of any kind that is stored.</summary>
    /// <typeparam name="T">The kind: an application, a placement, a document, an entry of the hours log, an opportunity or a match run.</typeparam>
    /// <param name="thing">The thing.</param>
    /// <param name="view">The view.</param>
    /// <param name="reader">Who reads.</param>
    /// <exception cref="ArgumentException">It is a thing of another kind.</exception>
    public static T? Of<T>(T thing, AccessView view, ActorId reader)
        where T : class, IStored
    {
        ArgumentNullException.ThrowIfNull(thing);
        IStored? cut = thing switch
        {
            Application application => Of(application, view),
            Placement placement => Of(placement, view, reader),
            PlacementDocument document => Of(document, view, reader),
            HoursEntry entry => Of(entry, view),
            OpportunityListing listing => Of(listing, view),
            MatchRun run => Of(run, view),
            _ => throw new ArgumentException($"No view says what is shown of {thing.Subject}.", nameof(thing)),
        };
        return (T?)cut;
    }
}
