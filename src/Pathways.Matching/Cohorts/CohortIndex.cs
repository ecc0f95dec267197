namespace Pathways.Matching.Cohorts;

/// <summary>A cohort with everything found by its name, and everything in it that contradicts the rest.</summary>
internal sealed class CohortIndex
{
    private readonly Dictionary<StudentId, Student> _students = [];
    private readonly Dictionary<PartnerId, Partner> _partners = [];
    private readonly Dictionary<OpportunityId, Opportunity> _opportunities = [];
    private readonly ILookup<StudentId, Preference> _lists;
    private readonly Dictionary<OpportunityId, Dictionary<StudentId, int>> _orders = [];
    private readonly Dictionary<StudentId, ReadinessVerdict> _readiness = [];
    private readonly ImmutableArray<InputError>.Builder _errors = ImmutableArray.CreateBuilder<InputError>();

    public CohortIndex(Cohort cohort)
    {
        Cohort = cohort;
        Add(cohort.Students, _students, student => student.Id, "students");
        Add(cohort.Partners, _partners, partner => partner.Id, "partners");
        Add(cohort.Opportunities, _opportunities, opportunity => opportunity.Id, "opportunities");
        foreach (var opportunity in cohort.Opportunities.Where(opportunity => !_partners.ContainsKey(opportunity.Partner)))
        {
            Unknown("opportunities.partner", $"Opportunity {opportunity.Id} names partner {opportunity.Partner}, which the cohort does not have.");
        }

        foreach (var opportunity in cohort.Opportunities)
        {
            CheckSeats(opportunity);
        }

        _lists = cohort.Preferences.ToLookup(preference => preference.Student);
        var listed = new HashSet<(StudentId, OpportunityId)>();
        foreach (var (student, opportunity, _) in cohort.Preferences)
        {
            Check("preferences", student, opportunity, listed);
        }

        var ranked = new HashSet<(StudentId, OpportunityId)>();
        foreach (var (opportunity, student, rank) in cohort.Priorities)
        {
            Check("priorities", student, opportunity, ranked);
            if (!_orders.TryGetValue(opportunity, out var order))
            {
                _orders[opportunity] = order = [];
            }

            order[student] = rank;
        }

        UnlistedPriorities = ranked.Count(pair => !listed.Contains(pair));
        Errors = _errors.ToImmutable();
    }

    public Cohort Cohort { get; }

    public ImmutableArray<InputError> Errors { get; }

    /// <summary>How many pairs a partner ranks and the student does not list.</summary>
    public int UnlistedPriorities { get; }

    /// <summary>Who judges every pair by the rules for minors at work; nobody does where the policy does not ask for it.</summary>
    public IWorkRules? WorkRules { get; set; }

    /// <summary>Asks once of every student whether they are ready.</summary>
    public void Assess(ReadinessCheck readiness)
    {
        foreach (var student in _students.Keys)
        {
            _readiness[student] = readiness.Gate.Assess(student, readiness.On);
        }
    }

    public Student Student(StudentId id) =>
        _students.TryGetValue(id, out var student) ? student : throw new ArgumentException($"The cohort has no student {id}.", nameof(id));

    public Opportunity Opportunity(OpportunityId id) =>
        _opportunities.TryGetValue(id, out var found) ? found : throw new ArgumentException($"The cohort has no opportunity {id}.", nameof(id));

    /// <summary>What a student wants, best first; equal ranks are tied.</summary>
    public RankedList<OpportunityId> ListOf(StudentId student) => RankedList<OpportunityId>.OfPlaces(
        _lists[student].GroupBy(p => p.Rank).OrderBy(place => place.Key).Select(place => place.Select(p => p.Opportunity)));

    /// <summary>Every reason why a student may not take an opportunity.</summary>
    public ImmutableArray<Refusal> Refusals(Student student, OpportunityId id, EligibilityPolicy policy)
    {
        var opportunity = Opportunity(id);
        var refusals = EligibilityRequirements.Refusals(
            new(student, opportunity, _partners[opportunity.Partner], policy) { Readiness = _readiness.GetValueOrDefault(student.Id) });
        refusals = refusals.AddRange(WorkRules?.Assess(student.Id, opportunity).Refusals ?? []);
        return _orders.TryGetValue(id, out var order) && !order.ContainsKey(student.Id)
            ? refusals.Add(new("eligibility.not-ranked", "The partner ranked its applicants itself and did not rank this student."))
            : refusals;
    }

    /// <summary>How an opportunity ranks the students who may take it.</summary>
    public PriorityOrder Order(Opportunity opportunity, List<Student> accepted, PriorityPolicy policy) =>
        _orders.TryGetValue(opportunity.Id, out var order)
            ? new PriorityOrder.Ranked(RankedList<StudentId>.OfPlaces(
                accepted.GroupBy(student => order[student.Id]).OrderBy(place => place.Key).Select(place => place.Select(s => s.Id))))
            : new PriorityOrder.Scored(accepted.ToDictionary(student => student.Id, student => (double)policy.PointsOf(student, opportunity)));

    private void Add<TId, T>(ImmutableArray<T> things, Dictionary<TId, T> index, Func<T, TId> id, string list)
        where TId : struct, IIdentifier<TId>
    {
        foreach (var thing in things)
        {
            if (!index.TryAdd(id(thing), thing))
            {
                _errors.Add(new("cohort", 0, 0, $"cohort.{list}.id.duplicate", $"\"{id(thing)}\" is in {list} twice."));
            }
        }
    }

    private void CheckSeats(Opportunity opportunity)
    {
        if (opportunity.Seats < 0)
        {
            Fault("seats.malformed", $"Opportunity {opportunity.Id} has {opportunity.Seats} seats. Expected 0 or more.");
        }
        else if (opportunity.Minimum < 0)
        {
            Fault("minimum.malformed", $"Opportunity {opportunity.Id} needs {opportunity.Minimum} students. Expected 0 or more.");
        }
        else if (opportunity.Minimum > opportunity.Seats)
        {
            Fault("minimum.above-seats",
                $"Opportunity {opportunity.Id} needs {opportunity.Minimum} students and has {opportunity.Seats} seats. Maybe the two were exchanged.");
        }

        void Fault(string code, string message) => _errors.Add(new("cohort", 0, 0, $"cohort.opportunities.{code}", message));
    }

    private void Check(string list, StudentId student, OpportunityId opportunity, HashSet<(StudentId, OpportunityId)> seen)
    {
        if (!_students.ContainsKey(student))
        {
            Unknown($"{list}.student", $"There is no student {student}, whom {list} name.");
        }

        if (!_opportunities.ContainsKey(opportunity))
        {
            Unknown($"{list}.opportunity", $"There is no opportunity {opportunity}, which {list} name.");
        }

        if (!seen.Add((student, opportunity)))
        {
            _errors.Add(new("cohort", 0, 0, $"cohort.{list}.duplicate", $"Student {student} and opportunity {opportunity} are in {list} twice."));
        }
    }

    private void Unknown(string where, string message) =>
        _errors.Add(new("cohort", 0, 0, $"cohort.{where}.unknown", $"{message} Maybe it is misspelt, or was removed."));
}
