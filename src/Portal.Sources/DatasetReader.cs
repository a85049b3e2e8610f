using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources.Files;
using Portal.Sources.Readers;
using Portal.Sources.Tables;

namespace Portal.Sources;

/// <summary>
/// The border post: reads a data set (data.md) and settles all doubt. Behind it everything is typed. All problems are found in one run,
/// each with its file, row and column.
/// </summary>
public static class DatasetReader
{
    private static readonly TableDefinition[] Common = [Definitions.Columns, Definitions.Types, Definitions.Codes, Definitions.Measures, Definitions.Funding, Definitions.Sizes, Definitions.Duties];
    private static readonly TableDefinition[] Own = [.. Common, Definitions.Sources, Definitions.Places, Definitions.Channels, Definitions.SchoolLinks, Definitions.Campuses, Definitions.Groups, Definitions.Inspectors, Definitions.Zones, Definitions.Terms, Definitions.Trees];

    /// <summary>Reads a data set.</summary>
    /// <param name="setFolder">Folder of the set, with settings.yaml.</param>
    /// <param name="commonFolder">Folder of what the sets share; a file of the set takes the place of the one of the same name there.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The set, or null where there is an error; warnings do not matter.</returns>
    public static Dataset? Read(string setFolder, string commonFolder, ProblemList problems) => Read(setFolder, commonFolder, problems, out _);

    /// <summary>Reads a data set, of which an earlier reading may have kept parts.</summary>
    /// <param name="setFolder">Folder of the set, with settings.yaml.</param>
    /// <param name="commonFolder">Folder of what the sets share.</param>
    /// <param name="problems">Receives what is wrong, in parts that are kept too.</param>
    /// <param name="cache">What is kept from reading to reading.</param>
    public static Dataset? Read(string setFolder, string commonFolder, ProblemList problems, ReadingCache cache)
    {
        cache.Begin(Trim(setFolder), Trim(commonFolder));
        Reading reading = new(problems, cache);
        Dataset? dataset = Read(reading, Trim(setFolder), Trim(commonFolder));
        return cache.Last!.Data = reading.HasErrors ? null : dataset;
    }

    /// <summary>Reads a data set and says which files were read and the encoding that was found in each.</summary>
    public static Dataset? Read(string setFolder, string commonFolder, ProblemList problems, out IReadOnlyList<InputFile> files)
    {
        Reading reading = new(problems);
        Dataset? dataset = Read(reading, Trim(setFolder), Trim(commonFolder));
        files = reading.Files;
        return reading.HasErrors ? null : dataset;
    }

    private static Dataset? Read(Reading reading, string setFolder, string commonFolder)
    {
        if (SettingsReader.Read(reading, setFolder) is not var (settings, settingsYaml))
        {
            return null;
        }

        Known known = new();
        Dictionary<string, TableFiles> files = TableFolder.Find(reading, commonFolder, Common, "schemes");
        foreach ((string name, TableFiles table) in TableFolder.Find(reading, setFolder, Own, "settings.yaml", "schemes", "releases", "common"))
        {
            files[name] = table;
        }

        Need(reading, setFolder, files, settings.Kind == DataSetKind.PublishedValues ? ["sources", "places"] : ["sources", "places", "channels"]);
        Vocabulary vocabulary = VocabularyReader.Read(reading, files, commonFolder, known);
        SetReader set = new(reading, files, settings, known);
        IReadOnlyList<SourceDocument> sources = set.Sources();
        IReadOnlyList<Place> places = set.Places();
        IReadOnlyList<FundingCheck> funding = FundingReader.Checks(reading, files, known);
        SettingsReader.CheckPlaces(reading, settingsYaml, known);
        IReadOnlyList<Channel> channels = set.Channels();
        IReadOnlyList<Scheme> schemes = SchemeReader.ReadAll(reading, setFolder, commonFolder, known);
        IReadOnlyList<SizeRule> sizes = SizeReader.Read(reading, files, known);
        ZoneReader zoneReader = new(reading, files, known);
        (IReadOnlyList<Duty> duties, IReadOnlyList<SchoolTerm> terms) = zoneReader.Duties();
        IReadOnlyList<EvaluationTree> trees = new TreeReader(reading, files, known).Read();
        ReleaseReader releaseReader = new(reading, setFolder, known);
        IReadOnlyList<Release> releases = releaseReader.ReadAll();
        KnownWords schools = new(releaseReader.SchoolIds);
        VocabularyReader.CheckPlannedSteps(reading, files, known);
        GroupChecks checks = new(reading, vocabulary, releases);
        IReadOnlyList<SchoolLink> links = set.SchoolLinks(schools, checks);
        IReadOnlyList<Campus> campuses = set.Campuses(schools);
        IReadOnlyList<SchoolGroup> groups = set.Groups(schools, checks);
        IReadOnlyList<Zone> zones = zoneReader.Zones();
        IReadOnlyList<Inspector> inspectors = zoneReader.Inspectors(schools, zones, releases.Count == 0 ? null : releases[^1].AsOf);
        SettingsReader.CheckSchools(reading, settingsYaml, schools);
        SettingsReader.CheckMarks(reading, settingsYaml, settings, releases);
        return reading.HasErrors ? null : new Dataset
        {
            Settings = settings,
            Vocabulary = vocabulary,
            Schemes = schemes,
            Places = new PlaceTree(places),
            Sources = sources.ToDictionary(s => s.Id),
            Channels = channels,
            SchoolLinks = links,
            FundingChecks = funding,
            Campuses = campuses,
            Groups = groups,
            Inspectors = inspectors,
            Zones = zones,
            Duties = duties,
            Terms = terms,
            Trees = trees,
            SizeRules = sizes,
            Releases = releases,
        };
    }

    private static void Need(Reading reading, string setFolder, Dictionary<string, TableFiles> files, string[] tables)
    {
        foreach (string table in tables.Where(t => !files.ContainsKey(t)))
        {
            reading.Add(ProblemKinds.MissingFile, new Location($"{Reading.Shown(setFolder)}/{table}.csv"), table + ".csv");
        }
    }

    private static string Trim(string folder) => folder.Length > 1 ? folder.TrimEnd('/', '\\') : folder;
}
