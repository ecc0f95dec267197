using Npgsql;

namespace Pathways.Cli.Stores;

/// <summary>Addresses of PostgreSQL. A password is better not in them: <c>PGPASSWORD</c> and the password file of PostgreSQL work too.</summary>
internal static class PostgresAddress
{
    private const string Expected = "Expected \"Host=db;Database=pathways;Username=pathways\" or postgresql://pathways@db/pathways. What was given is not repeated, since it may hold a password.";

    public static StoreAddress OfConnection(string option, string text)
    {
        try
        {
            return Of(new NpgsqlConnectionStringBuilder(text));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw new UsageException($"{option}: this is no connection of PostgreSQL. {Expected}");
        }
    }

    public static StoreAddress OfUrl(string option, string text)
    {
        try
        {
            var url = new Uri(text);
            var user = url.UserInfo.Split(':', 2);
            var builder = new NpgsqlConnectionStringBuilder { Host = url.Host, Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) };
            if (url.Port > 0)
            {
                builder.Port = url.Port;
            }

            if (user[0].Length > 0)
            {
                builder.Username = Uri.UnescapeDataString(user[0]);
            }

            if (user.Length > 1)
            {
                builder.Password = Uri.UnescapeDataString(user[1]);
            }

            foreach (var setting in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = setting.Split('=', 2);
                builder[Keyword(Uri.UnescapeDataString(parts[0]))] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
            }

            return Of(builder);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw new UsageException($"{option}: this is no address of PostgreSQL. {Expected}");
        }
    }

    // Names that PostgreSQL's own tools have for what the library calls otherwise.
    private static string Keyword(string name) => name switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        "search_path" => "Search Path",
        "passfile" => "Passfile",
        _ => name,
    };

    private static StoreAddress Of(NpgsqlConnectionStringBuilder builder)
    {
        // Only what names the database: any other setting may be a secret one day.
        var shown = new NpgsqlConnectionStringBuilder { Host = builder.Host };
        if (builder.Port != new NpgsqlConnectionStringBuilder().Port)
        {
            shown.Port = builder.Port;
        }

        (shown.Database, shown.Username, shown.SearchPath) = (builder.Database, builder.Username, builder.SearchPath);
        builder.IncludeErrorDetail = false; // a detail of an error can hold a row
        return new(StoreKind.PostgreSql, builder.ConnectionString, shown.ConnectionString, "");
    }
}
