namespace Pathways.Cli;

/// <summary>The command was asked for something that does not exist; says what does.</summary>
internal sealed class UsageException(string message) : Exception(message);
