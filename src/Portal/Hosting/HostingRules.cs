using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Commands;

namespace Portal.Hosting;

/// <summary>How a server is to send one kind of file.</summary>
/// <param name="Files">Paths inside the site that the rule is for.</param>
/// <param name="Type">Content-Type.</param>
/// <param name="Cache">Cache-Control.</param>
/// <param name="Compress">Whether the file may be sent with a Content-Encoding. Never a file that is compressed already: pages open the search index themselves.</param>
public sealed record HostingRule(Regex Files, string Type, string Cache, bool Compress);

/// <summary>
/// hosting/rules.json: one table that the examples for servers, the plan of an upload and their tests share. The first rule whose pattern is found
/// in the path holds.
/// </summary>
/// <param name="Rules">Rules in order.</param>
/// <param name="Headers">Headers of every answer.</param>
public sealed record HostingRules(IReadOnlyList<HostingRule> Rules, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The rule of a path inside the site, or null where none is for it.</summary>
    public HostingRule? Of(string path) => Rules.FirstOrDefault(rule => rule.Files.IsMatch(path));

    /// <summary>Reads the table.</summary>
    /// <exception cref="UsageException">It is missing or not as it should be.</exception>
    public static HostingRules Read(string file)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            return new HostingRules(
                [.. json.RootElement.GetProperty("rules").EnumerateArray().Select(Rule)],
                json.RootElement.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => h.Value.GetString() ?? "", StringComparer.Ordinal));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"{file} 读不出来：{wrong.Message} 请用 --rules 指明规则表，格式见 hosting/README.zh-CN.md。");
        }
    }

    private static HostingRule Rule(JsonElement rule) => new(
        new Regex(rule.GetProperty("files").GetString() ?? "", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking),
        rule.GetProperty("type").GetString() ?? "",
        rule.GetProperty("cache").GetString() ?? "",
        rule.GetProperty("compress").GetBoolean());
}
