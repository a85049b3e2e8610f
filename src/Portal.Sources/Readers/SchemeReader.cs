using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Tables;
using Portal.Sources.Yaml;

namespace Portal.Sources.Readers;

/// <summary>
/// Reads a scheme. A file of the set's own <c>schemes/&lt;scheme&gt;/</c> takes the place of the whole file of that name in common;
/// a file that the set does not have is taken from common.
/// </summary>
internal static class SchemeReader
{
    private static readonly TableDefinition[] Tables = [Definitions.Indicators, Definitions.Standards, Definitions.Limits, Definitions.Items, Definitions.Allowances];

    /// <summary>Reads all schemes of common and of the set, in the order of their ids.</summary>
    public static IReadOnlyList<Scheme> ReadAll(Reading reading, string setFolder, string commonFolder, Known known)
    {
        string[] ids = [.. Folders(commonFolder).Union(Folders(setFolder), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        known.SchemeIds = new KnownWords(ids);
        foreach (string id in ids)
        {
            if (Read(reading, $"{setFolder}/schemes/{id}", $"{commonFolder}/schemes/{id}", id, known) is { } scheme)
            {
                known.Schemes.Add(id, scheme);
            }
        }

        return [.. known.Schemes.Values.OrderBy(s => s.Id.Value, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Folders(string root) =>
        Directory.Exists(root + "/schemes") ? Directory.GetDirectories(root + "/schemes").Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('.')) : [];

    private static Scheme? Read(Reading reading, string own, string common, string id, Known known)
    {
        Dictionary<string, TableFiles> commonFiles = TableFolder.Find(reading, common, Tables, "scheme.yaml");
        Dictionary<string, TableFiles> files = new(commonFiles, StringComparer.Ordinal);
        foreach ((string name, TableFiles table) in TableFolder.Find(reading, own, Tables, "scheme.yaml"))
        {
            files[name] = table;
        }

        string path = File.Exists(own + "/scheme.yaml") ? own + "/scheme.yaml" : common + "/scheme.yaml";
        if (!File.Exists(path))
        {
            reading.Add(ProblemKinds.MissingFile, new Location(Reading.Shown(path)), "scheme.yaml");
            return null;
        }

        if (YamlMap.Read(reading, path) is not { } yaml)
        {
            return null;
        }

        Scheme scheme = Head(reading, yaml, known);
        if (scheme.Id.Value != id)
        {
            reading.Reject(ProblemKinds.FolderName, yaml.At("id"), scheme.Id.Value, id);
        }

        if (!files.TryGetValue("indicators", out TableFiles? indicators))
        {
            reading.Add(ProblemKinds.MissingFile, new Location(Reading.Shown(common) + "/indicators.csv"), "indicators.csv");
            return null;
        }

        scheme = scheme with { Id = new SchemeId(id), Indicators = IndicatorReader.Read(reading, indicators, scheme, known) };
        RuleReader rules = new(reading, scheme, known);
        scheme = scheme with
        {
            Standards = rules.Standards(files.GetValueOrDefault("standards"), commonFiles.GetValueOrDefault("standards")),
            Limits = rules.Limits(files.GetValueOrDefault("limits"), commonFiles.GetValueOrDefault("limits")),
        };
        scheme = scheme with { Items = new ItemReader(reading, scheme, known).Items(files.GetValueOrDefault("items"), commonFiles.GetValueOrDefault("items"), yaml) };
        scheme = scheme with { Allowances = new AllowanceReader(reading, scheme, known).Read(files.GetValueOrDefault("allowances")) };
        int standards = scheme.Indicators.Count(i => i.Use.HasFlag(IndicatorUse.Standard));
        if (scheme.MetAtLeast > standards)
        {
            reading.Add(ProblemKinds.TooManyToMeet, yaml.At("school_rule"), Digits(scheme.MetAtLeast.Value), Digits(standards));
        }

        return scheme;
    }

    private static Scheme Head(Reading reading, YamlMap yaml, Known known)
    {
        YamlMap? schoolRule = yaml.Map("school_rule");
        string met = schoolRule?.Text("met_at_least") ?? "";
        Scheme scheme = new()
        {
            Id = new SchemeId(yaml.Needed("id")),
            Title = yaml.Needed("title"),
            Short = yaml.Needed("short"),
            Document = yaml.Needed("document"),
            InForce = yaml.NeededDay("in_force"),
            Stages = Stages(reading, yaml, known),
            Weights = Weights(reading, yaml, known),
            Outside = [.. yaml.Maps("outside").Select(o => Outside(reading, o, known))],
            AppliesToAll = yaml.OneOf("applies", "on_application", "all") == "all",
            MetAtLeast = met is "" or "all" ? null : schoolRule!.Whole("met_at_least", least: 1),
            Small = Small(reading, yaml, known),
            Composite = yaml.OneOf("composite", "none", "mean") == "mean",
            MinSchools = yaml.Whole("min_schools", least: 1) ?? 3,
            Gates = ItemReader.Gates(reading, yaml),
            Switches = [.. yaml.Maps("switches").Select(Switch)],
            Indicators = [],
        };
        schoolRule?.Close();
        CheckWeights(reading, yaml, scheme, known);
        yaml.Close();
        return scheme;
    }

    private static List<Stage> Stages(Reading reading, YamlMap yaml, Known known)
    {
        List<Stage> stages = [];
        foreach (YamlMap map in yaml.Maps("stages"))
        {
            string id = map.Needed("id");
            if (id.Length > 0 && (!known.Stages.Has(id) || stages.Any(s => s.Id.Value == id)))
            {
                reading.Reject(ProblemKinds.UnknownStage, map.At("id"), id, string.Join(' ', known.Stages.Words));
            }
            else
            {
                stages.Add(new Stage(new StageId(id), map.Needed("label")));
            }

            map.Close();
        }

        if (stages.Count == 0 && !yaml.Has("stages"))
        {
            yaml.Needed("stages");
        }

        return stages;
    }

    private static Dictionary<StageId, double> Weights(Reading reading, YamlMap yaml, Known known)
    {
        Dictionary<StageId, double> weights = [];
        if (yaml.Map("weights") is not { } map)
        {
            return weights;
        }

        foreach (string stage in map.Keys)
        {
            string text = map.Text(stage);
            if (!known.Stages.Has(stage))
            {
                reading.Reject(ProblemKinds.UnknownStage, map.At(stage), stage, string.Join(' ', known.Stages.Words));
            }
            else if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) || weight <= 0 || !double.IsFinite(weight))
            {
                map.Bad(stage, text, "大于 0 的数，如 1.1");
            }
            else
            {
                weights[new StageId(stage)] = weight;
            }
        }

        return weights;
    }

    // Every stage of a school that has a stage of the scheme takes part in the split (rules.md §1.5).
    private static void CheckWeights(Reading reading, YamlMap yaml, Scheme scheme, Known known)
    {
        IEnumerable<StageId> needed = scheme.Stages.Select(s => s.Id)
            .Union((known.Vocabulary?.Types ?? []).Where(t => t.Stages.Count > 1 && scheme.Stages.Any(s => t.Has(s.Id))).SelectMany(t => t.Stages));
        foreach (StageId stage in needed.Where(s => !scheme.Weights.ContainsKey(s) && s.Value.Length > 0 && yaml.Map("weights")?.HasKey(s.Value) != true))
        {
            reading.Add(ProblemKinds.StageWithoutWeight, yaml.At("weights"), stage.Value);
        }
    }

    private static OutsideRule Outside(Reading reading, YamlMap map, Known known)
    {
        Scope scope = Scope.None;
        IReadOnlyList<string> applies = map.Words("applies_to");
        foreach (string word in applies)
        {
            switch (word)
            {
                case "coefficient": scope |= Scope.Coefficient; break;
                case "standards": scope |= Scope.Standards; break;
                case "items": scope |= Scope.Items; break;
                default: map.Bad("applies_to", word, "coefficient、standards 或 items"); break;
            }
        }

        IReadOnlyList<string> types = map.Words("types");
        foreach (string type in types)
        {
            CellRules.Reference(reading, known.Types, ProblemKinds.UnknownType, type, map.At("types"));
        }

        IReadOnlyList<string> sponsors = map.Words("sponsors");
        foreach (string sponsor in sponsors)
        {
            KnownWords? codes = known.Codes?.GetValueOrDefault("sponsor");
            if (codes is not null && !codes.Has(sponsor))
            {
                reading.Reject(ProblemKinds.UnknownCode, map.At("sponsors"), sponsor, "sponsors", codes.NearestTo(sponsor));
            }
        }

        OutsideRule rule = new(map.Needed("reason"), types, sponsors, map.Whole("pupils_below", least: 1), applies.Count == 0 ? Scope.Coefficient | Scope.Standards : scope);
        if (types.Count == 0 && sponsors.Count == 0 && rule.PupilsBelow is null && !map.Has("types") && !map.Has("sponsors") && !map.Has("pupils_below"))
        {
            reading.Add(ProblemKinds.MissingKey, map.Where, "types / sponsors / pupils_below");
        }

        map.Close();
        return rule;
    }

    private static SmallSchool? Small(Reading reading, YamlMap yaml, Known known)
    {
        if (yaml.Map("small_school") is not { } map)
        {
            return null;
        }

        IReadOnlyList<string> urban = map.Words("urban");
        KnownWords? codes = known.Codes?.GetValueOrDefault("urban_rural");
        foreach (string code in urban.Where(c => codes is not null && !codes.Has(c)))
        {
            reading.Reject(ProblemKinds.UnknownCode, map.At("urban"), code, "urban_rural", codes!.NearestTo(code));
        }

        map.Needed("pupils_below");
        SmallSchool small = new(map.Whole("pupils_below", least: 1) ?? 0, urban, map.Needed("note"), map.Needed("source"));
        map.Close();
        return small;
    }

    private static Switch Switch(YamlMap map)
    {
        Switch item = new(map.Needed("id"), map.Needed("question"), map.Needed("choice"), map.Text("basis"));
        map.Close();
        return item;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
