using System.Globalization;
using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Portal.Sources.Yaml;

/// <summary>A YAML mapping with the lines of its keys; what nobody asked for is an error at the end (<see cref="Close"/>).</summary>
internal sealed class YamlMap
{
    private const int MaxDepth = 32;
    private readonly Reading reading;
    private readonly string file;
    private readonly int firstLine;
    private readonly int line;
    private readonly Dictionary<string, (int Line, YamlNode Value)> entries = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];

    private YamlMap(Reading reading, string file, int firstLine, int line)
    {
        this.reading = reading;
        this.file = file;
        this.firstLine = firstLine;
        this.line = line;
    }

    private YamlMap(Reading reading, string file, int firstLine, YamlMappingNode node)
        : this(reading, file, firstLine, (int)node.Start.Line + firstLine - 1)
    {
        foreach ((YamlNode key, YamlNode value) in node.Children)
        {
            string name = key is YamlScalarNode scalar ? scalar.Value ?? "" : key.NodeType.ToString();
            entries.TryAdd(name, ((int)key.Start.Line + firstLine - 1, value));
        }
    }

    /// <summary>Reads a file, or returns null with a problem.</summary>
    public static YamlMap? Read(Reading reading, string path) =>
        reading.Utf8Text(path) is { } utf8 ? Parse(reading, Reading.Shown(path), Encoding.UTF8.GetString(utf8.Span), 1) : null;

    /// <summary>Reads text that begins at a line of a file, or returns null with a problem.</summary>
    public static YamlMap? Parse(Reading reading, string file, string text, int firstLine)
    {
        try
        {
            if (TooClever(text) is { } clever)
            {
                reading.Add(ProblemKinds.BadYaml, new Location(file, clever + firstLine - 1));
                return null;
            }

            YamlStream stream = [];
            stream.Load(new StringReader(text));
            switch (stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode)
            {
                case null or YamlScalarNode { Value: null or "" }:
                    return new YamlMap(reading, file, firstLine, firstLine);
                case YamlMappingNode map:
                    return new YamlMap(reading, file, firstLine, map);
                case { } other:
                    reading.Add(ProblemKinds.BadYaml, new Location(file, (int)other.Start.Line + firstLine - 1));
                    return null;
            }
        }
        catch (YamlException e)
        {
            reading.Add(ProblemKinds.BadYaml, new Location(file, Math.Max(1, (int)e.Start.Line) + firstLine - 1));
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
        {
            // The library's own slips on malformed text.
            reading.Add(ProblemKinds.BadYaml, new Location(file, firstLine));
            return null;
        }
    }

    /// <summary>The line of the mapping.</summary>
    public Location Where => new(file, line);

    /// <summary>The line of a key, or of the mapping where it has none.</summary>
    public Location At(string key) => new(file, entries.TryGetValue(key, out (int Line, YamlNode Value) entry) ? entry.Line : line);

    /// <summary>True where the key is there and not blank.</summary>
    public bool Has(string key) => entries.TryGetValue(key, out (int Line, YamlNode Value) entry) && entry.Value is not YamlScalarNode { Value: null or "" or "~" };

    /// <summary>True where the key is there, blank or not.</summary>
    public bool HasKey(string key) => entries.ContainsKey(key);

    /// <summary>Text that must be given.</summary>
    public string Needed(string key)
    {
        if (!Has(key))
        {
            asked.Add(key);
            reading.Add(ProblemKinds.MissingKey, At(key), key);
            return "";
        }

        return Text(key);
    }

    /// <summary>Text, empty where not given.</summary>
    /// <param name="key">Key.</param>
    /// <param name="contact">Whether the value may be a phone or an e-mail.</param>
    public string Text(string key, bool contact = false)
    {
        asked.Add(key);
        if (!entries.TryGetValue(key, out (int Line, YamlNode Value) entry))
        {
            return "";
        }

        if (entry.Value is not YamlScalarNode scalar)
        {
            Bad(key, Kind(entry.Value), "一段文字");
            return "";
        }

        string text = (scalar.Value ?? "").Trim();
        if (!contact && PersonalData.Find(text) is { } found)
        {
            reading.Add(ProblemKinds.PersonalData, At(key), found);
            return "";
        }

        return text == "~" && scalar.Style == ScalarStyle.Plain ? "" : text;
    }

    /// <summary>One of some words; the first where not given.</summary>
    public string OneOf(string key, params string[] words)
    {
        string text = Text(key);
        if (text.Length == 0)
        {
            return words[0];
        }

        if (Array.IndexOf(words, text) < 0)
        {
            Bad(key, text, string.Join(" 或 ", words));
            return words[0];
        }

        return text;
    }

    /// <summary>A whole number of at least <paramref name="least"/>, null where not given.</summary>
    public int? Whole(string key, int least = 0)
    {
        string text = Text(key);
        if (text.Length == 0)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least)
        {
            Bad(key, text, string.Create(CultureInfo.InvariantCulture, $"不小于 {least} 的整数"));
            return null;
        }

        return number;
    }

    /// <summary>A day, null where not given.</summary>
    public DateOnly? Day(string key)
    {
        string text = Text(key);
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            reading.Reject(ProblemKinds.BadDate, At(key), text);
            return null;
        }

        return day;
    }

    /// <summary>A day that must be given.</summary>
    public DateOnly NeededDay(string key)
    {
        if (!Has(key))
        {
            Needed(key);
            return default;
        }

        return Day(key) ?? default;
    }

    /// <summary>A list of words, empty where not given.</summary>
    public IReadOnlyList<string> Words(string key)
    {
        asked.Add(key);
        if (!Has(key))
        {
            return [];
        }

        if (entries[key].Value is not YamlSequenceNode list || list.Children.Any(c => c is not YamlScalarNode { Value.Length: > 0 }))
        {
            Bad(key, Kind(entries[key].Value), "一个列表，如 [a, b]");
            return [];
        }

        return [.. list.Children.Select(c => ((YamlScalarNode)c).Value!.Trim())];
    }

    /// <summary>A mapping within, null where not given.</summary>
    public YamlMap? Map(string key)
    {
        asked.Add(key);
        if (!Has(key))
        {
            return null;
        }

        if (entries[key].Value is not YamlMappingNode map)
        {
            Bad(key, Kind(entries[key].Value), "几行缩进的“项目: 值”");
            return null;
        }

        return new YamlMap(reading, file, firstLine, map);
    }

    /// <summary>A list of mappings, empty where not given.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        asked.Add(key);
        if (!Has(key))
        {
            return [];
        }

        if (entries[key].Value is not YamlSequenceNode list || list.Children.Any(c => c is not YamlMappingNode))
        {
            Bad(key, Kind(entries[key].Value), "一个列表，每条以减号开头，写几个“项目: 值”");
            return [];
        }

        return [.. list.Children.Select(c => new YamlMap(reading, file, firstLine, (YamlMappingNode)c))];
    }

    /// <summary>All keys in order.</summary>
    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>Says that a value is of the wrong form.</summary>
    public void Bad(string key, string value, string wanted) => reading.Reject(ProblemKinds.BadValue, At(key), value, key, wanted);

    /// <summary>Says which keys nobody knows.</summary>
    public void Close()
    {
        foreach ((string key, (int at, _)) in entries)
        {
            if (!asked.Contains(key))
            {
                reading.Reject(ProblemKinds.UnknownKey, new Location(file, at), key, Nearest.To(key, asked));
            }
        }
    }

    private static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "（几个项目）",
        YamlSequenceNode => "（列表）",
        YamlScalarNode scalar => scalar.Value ?? "",
        _ => "（别名）",
    };

    // The representation model is built and compared by recursion: text nested without end would end the program, and references to
    // references would take for ever. The line of the first such thing, or null.
    private static int? TooClever(string text)
    {
        Parser parser = new(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth || parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                return Math.Max(1, (int)parser.Current.Start.Line);
            }
        }

        return null;
    }
}
