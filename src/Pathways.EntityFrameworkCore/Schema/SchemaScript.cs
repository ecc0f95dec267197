using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Pathways.EntityFrameworkCore;

/// <summary>A step of the schema.</summary>
/// <param name="Number">Its place, from 1, without gap.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Sql">Its statements.</param>
public sealed record SchemaScript(int Number, string Name, string Sql)
{
    /// <summary>64 hexadecimal digits of SHA-256 over the statements.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The scripts of an assembly: resources such as <c>....0001-tables.sql</c>.</summary>
    internal static ImmutableArray<SchemaScript> In(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Select(resource =>
        {
            var parts = resource.Split('.')[^2].Split('-', 2);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            return new SchemaScript(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }).OrderBy(script => script.Number),
    ];
}

/// <summary>A step of the schema that was applied.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Name">What it was about.</param>
/// <param name="Checksum">64 hexadecimal digits over its statements.</param>
public sealed record AppliedScript(int Number, string Name, string Checksum);
