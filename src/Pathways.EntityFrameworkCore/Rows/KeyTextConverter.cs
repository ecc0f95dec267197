using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pathways.EntityFrameworkCore;

/// <summary>Identifiers in columns, as the store writes them (<see cref="KeyText"/>).</summary>
internal sealed class KeyTextConverter() : ValueConverter<string, string>(text => KeyText.Encode(text), text => KeyText.Decode(text));
