namespace Pathways.EntityFrameworkCore;

/// <summary>Somebody else was in the way; the same may work next time. Never leaves the store.</summary>
internal sealed class RaceException : Exception;
