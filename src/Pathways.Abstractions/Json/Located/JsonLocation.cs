namespace Pathways.Json;

/// <summary>Where something stands in a JSON file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1 in characters.</param>
/// <param name="Path">The way there, such as <c>$.activities[3].stage</c>.</param>
public readonly record struct JsonLocation(int Line, int Column, string Path);
