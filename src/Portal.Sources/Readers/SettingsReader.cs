using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;
using Portal.Sources.Yaml;

namespace Portal.Sources.Readers;

/// <summary>Reads settings.yaml.</summary>
internal static class SettingsReader
{
    private const string FileName = "settings.yaml";

    /// <summary>Reads the settings of a set, or returns null with problems.</summary>
    public static (Settings Settings, YamlMap Yaml)? Read(Reading reading, string setFolder)
    {
        string path = setFolder + "/" + FileName;
        if (!File.Exists(path))
        {
            reading.Add(ProblemKinds.MissingFile, new Location(Reading.Shown(path)), FileName);
            return null;
        }

        if (YamlMap.Read(reading, path) is not { } yaml)
        {
            return null;
        }

        string title = yaml.Needed("title");
        string shortTitle = yaml.Text("short_title");
        Settings settings = new()
        {
            Id = Path.GetFileName(Path.GetFullPath(setFolder).TrimEnd('/', '\\')),
            Title = title,
            ShortTitle = shortTitle.Length > 0 ? shortTitle : title,
            Description = yaml.Text("description"),
            Publisher = Publisher(yaml),
            Origin = Origin(yaml),
            BasePath = BasePath(yaml),
            Kind = Kind(yaml),
            Notice = yaml.Text("notice"),
            Government = Government(yaml),
            MinimumGroup = yaml.Whole("minimum_group", least: 1) ?? 10,
            Province = Province(reading, yaml),
            Licence = yaml.Text("licence"),
            Examples = [.. yaml.Maps("examples").Select(e => Example(reading, e))],
        };
        yaml.Close();
        return (settings, yaml);
    }

    /// <summary>Checks what needs the places: the province and the examples.</summary>
    public static void CheckPlaces(Reading reading, YamlMap yaml, Known known)
    {
        if (yaml.Has("province"))
        {
            CellRules.Reference(reading, known.Places, ProblemKinds.UnknownPlace, yaml.Text("province"), yaml.At("province"));
        }

        foreach (YamlMap example in yaml.Maps("examples").Where(e => e.Has("place")))
        {
            CellRules.Reference(reading, known.Places, ProblemKinds.UnknownPlace, example.Text("place"), example.At("place"));
        }
    }

    /// <summary>Checks that the examples' schools are in a release.</summary>
    public static void CheckSchools(Reading reading, YamlMap yaml, KnownWords schools)
    {
        foreach (YamlMap example in yaml.Maps("examples").Where(e => e.Has("school")))
        {
            CellRules.Reference(reading, schools, ProblemKinds.UnknownSchool, example.Text("school"), example.At("school"));
        }
    }

    /// <summary>An official site whose release is final shows its marks: none may be blank (国办发〔2017〕47号).</summary>
    public static void CheckMarks(Reading reading, YamlMap yaml, Settings settings, IEnumerable<Release> releases)
    {
        if (settings.Kind != DataSetKind.Official || releases.All(r => r.State != ReleaseState.Final))
        {
            return;
        }

        YamlMap? marks = yaml.Map("government");
        foreach (string mark in new[] { "site_name", "site_code", "icp", "police", "host" })
        {
            if (marks is null || !marks.Has(mark))
            {
                reading.Add(ProblemKinds.BlankMark, marks?.At(mark) ?? yaml.At("government"), mark);
            }
        }
    }

    private static Publisher Publisher(YamlMap yaml)
    {
        if (yaml.Map("publisher") is not { } map)
        {
            yaml.Needed("publisher");
            return new Publisher("", "", "");
        }

        Publisher publisher = new(map.Needed("name"), map.Text("unit"), map.Text("contact", contact: true));
        map.Close();
        return publisher;
    }

    private static string Origin(YamlMap yaml)
    {
        string origin = yaml.Needed("origin");
        if (origin.Length > 0 && (!CellRules.IsAddress(origin) || origin.IndexOf('/', 8) >= 0))
        {
            yaml.Bad("origin", origin, "网站的来源，如 https://example.gov.cn，末尾没有斜杠");
        }

        return origin;
    }

    private static string BasePath(YamlMap yaml)
    {
        string path = yaml.Text("base_path");
        if (path.Length == 0)
        {
            return "/";
        }

        if (path[0] != '/' || path[^1] != '/' || path.Contains("//", StringComparison.Ordinal) || path.Trim('/').Split('/').Any(p => p.Length > 0 && !CellRules.IsId(p)))
        {
            yaml.Bad("base_path", path, "以斜杠开头和结尾的路径，如 / 或 /jyjh/");
            return "/";
        }

        return path;
    }

    private static DataSetKind Kind(YamlMap yaml)
    {
        if (!yaml.Has("kind"))
        {
            yaml.Needed("kind");
            return DataSetKind.Official;
        }

        // A mistyped kind is told once; the rest is checked as of the nearest one.
        string[] kinds = ["official", "demonstration", "published-values"];
        yaml.OneOf("kind", kinds);
        return Nearest.To(yaml.Text("kind"), kinds) switch
        {
            "demonstration" => DataSetKind.Demonstration,
            "published-values" => DataSetKind.PublishedValues,
            _ => DataSetKind.Official,
        };
    }

    private static GovernmentMarks? Government(YamlMap yaml)
    {
        if (yaml.Map("government") is not { } map)
        {
            return null;
        }

        GovernmentMarks marks = new(map.Text("site_name"), map.Text("site_code"), map.Text("icp"), map.Text("police"), map.Text("host"));
        map.Close();
        return marks;
    }

    private static PlaceCode? Province(Reading reading, YamlMap yaml)
    {
        string code = yaml.Text("province");
        return code.Length > 0 && CellRules.Check(reading, new Known(), Code, code, yaml.At("province")) && code != PlaceCode.Country.Value ? new PlaceCode(code) : null;
    }

    private static Example Example(Reading reading, YamlMap map)
    {
        string school = map.Text("school");
        string place = map.Text("place");
        Example example = new(map.Needed("label"), school.Length > 0 ? new SchoolId(school) : null, place.Length > 0 ? new PlaceCode(place) : null);
        if (school.Length > 0 == place.Length > 0)
        {
            reading.Add(ProblemKinds.OneOfTwo, map.Where, "school", "place");
        }

        map.Close();
        return example;
    }

    private static readonly ColumnDefinition Code = new("province", "province", Content.PlaceCode, Presence.Optional);
}
