using System.Text;
using System.Text.RegularExpressions;

namespace Pathways.House.Tests;

/// <summary>A fenced block of a page: what stands after the fence, the line of its first line, and its lines.</summary>
internal sealed record MarkdownBlock(string Page, string Words, int Line, ImmutableArray<string> Lines);

/// <summary>A link of a page, as written.</summary>
internal sealed record MarkdownLink(string Page, int Line, string Target);

/// <summary>As much of Markdown as the pages of this repository use.</summary>
internal static partial class MarkdownPage
{
    /// <summary>The fenced blocks, in order; a fence may be indented.</summary>
    public static IEnumerable<MarkdownBlock> Blocks(string page, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } open)
            {
                continue;
            }

            var indent = open.Groups["indent"].Length;
            var first = i + 1;
            for (i = first; i < lines.Length && lines[i].Trim() != open.Groups["fence"].Value; i++)
            {
            }

            var inner = lines[first..Math.Min(i, lines.Length)].Select(line => line.Length >= indent ? line[indent..] : line.TrimStart());
            yield return new(page, open.Groups["words"].Value.Trim(), first + 1, [.. inner]);
        }
    }

    /// <summary>The file that the comment above a block says it is an excerpt of, if there is one.</summary>
    public static string? ExcerptOf(string[] lines, MarkdownBlock block) =>
        block.Line >= 3 && From().Match(lines[block.Line - 3]) is { Success: true } from ? from.Groups["file"].Value : null;

    /// <summary>The links outside code.</summary>
    public static IEnumerable<MarkdownLink> Links(string page, string[] lines)
    {
        foreach (var (text, number) in Prose(lines))
        {
            var plain = Code().Replace(text, "");
            foreach (Match match in Link().Matches(plain))
            {
                yield return new(page, number, match.Groups["target"].Value);
            }
        }
    }

    /// <summary>The anchors that headings give, as the hosts of repositories make them.</summary>
    public static IEnumerable<string> Anchors(string[] lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, _) in Prose(lines))
        {
            if (Heading().Match(text) is { Success: true } heading)
            {
                var slug = Slug(heading.Groups["text"].Value);
                seen[slug] = seen.GetValueOrDefault(slug, -1) + 1;
                yield return seen[slug] == 0 ? slug : $"{slug}-{seen[slug]}";
            }
        }
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in LinkText().Replace(heading, "${text}").Trim().ToLowerInvariant())
        {
            slug.Append(letter == ' ' ? "-" : char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter.ToString() : "");
        }

        return slug.ToString();
    }

    private static IEnumerable<(string Text, int Number)> Prose(string[] lines)
    {
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (fence is null && Fence().Match(lines[i]) is { Success: true } open)
            {
                fence = open.Groups["fence"].Value;
            }
            else if (fence is not null)
            {
                fence = lines[i].Trim() == fence ? null : fence;
            }
            else
            {
                yield return (lines[i], i + 1);
            }
        }
    }

    [GeneratedRegex(@"^(?<indent> *)(?<fence>```+|~~~+)(?<words>[^`]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)(?: ""[^""]*"")?\)|^\[[^\]]+\]: +(?<target>\S+)")]
    private static partial Regex Link();

    [GeneratedRegex("^<!-- from: (?<file>[^ ]+) -->$")]
    private static partial Regex From();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^#{1,6} +(?<text>.+?)#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();
}
