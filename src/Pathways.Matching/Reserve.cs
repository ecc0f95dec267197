namespace Pathways.Matching;

/// <summary>Seats of an opportunity set aside for a policy group.</summary>
/// <param name="Group">The group the district declares.</param>
/// <param name="Seats">How many: 1 or more.</param>
/// <param name="IsHard">Whether they stay empty when no member wants them; otherwise they go to anyone.</param>
public readonly record struct Reserve(PriorityGroupId Group, int Seats, bool IsHard = false);
