using Pathways;
using Pathways.Matching;

// Three students want seats at a clinic and a lab. Left out of a list means: not acceptable.
var problem = new MatchingProblemBuilder()
    .AddStudent("ana", "clinic", "lab")
    .AddStudent("ben", "clinic", "lab")
    .AddStudent("cy", "clinic")
    .AddOpportunity("clinic", seats: 1, PriorityOrder.Of("ben", "ana", "cy"))
    .AddOpportunity("lab", seats: 2) // takes whoever wants it; a lottery decides between them
    .Build();

// Match. The result is checked from the definition before it is returned.
var options = new MatchOptions { Mechanism = Mechanism.StudentOptimal, Ties = TieBreaking.Lottery, Seed = Seed.From(2026) };
var result = Matcher.Match(problem, options).Get();

foreach (var seat in result.Matching.Assignments)
{
    Console.WriteLine($"{seat.Student} -> {seat.Opportunity} (choice {seat.Rank})");
}

Console.WriteLine($"feasible: {result.Verification!.IsFeasible}, stable: {result.Verification.IsStable}");
Console.WriteLine($"matched: {result.Measures.Matched} of {result.Measures.Applicants}, mean rank {result.Measures.MeanRank}");

// Explain. Every reason is typed; the sentence is for people.
var explanation = new Explainer(result).Explain(StudentId.From("cy"));
Console.WriteLine(explanation.Sentence);
foreach (var choice in explanation.Choices)
{
    Console.WriteLine($"  {choice.Opportunity}: {choice.Reason.Sentence}");
    foreach (var whatIf in choice.WhatIfs)
    {
        Console.WriteLine($"  {whatIf.Sentence}");
    }
}

// Check a matching that somebody else made.
var byHand = Verifier.Verify(result.Problem, [new(StudentId.From("cy"), OpportunityId.From("clinic"))]);
Console.WriteLine($"by hand: stable {byHand.IsStable}, {byHand.BlockingPairs.Length} blocking pairs");
