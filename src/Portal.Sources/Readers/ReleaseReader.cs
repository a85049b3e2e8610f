using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Tables;
using Portal.Sources.Yaml;

namespace Portal.Sources.Readers;

/// <summary>
/// Reads the releases of a set. A revision carries whole replaced tables, or whole parts of a table in parts; the rest is taken from
/// the release that it is based on (data.md §4).
/// </summary>
internal sealed class ReleaseReader(Reading reading, string setFolder, Known known)
{
    private static readonly TableDefinition[] Tables =
    [
        Definitions.Schools, Definitions.Exclusions, Definitions.Coefficients, Definitions.Facts, Definitions.Targets, Definitions.Procedure, Definitions.Satisfaction,
        Definitions.Classes, Definitions.Government, Definitions.Finance, Definitions.Projects, Definitions.Surveys, Definitions.SurveyGroups,
        Definitions.Findings, Definitions.Visits, Definitions.Disclosures, Definitions.Absences, Definitions.FeedbackCounts, Definitions.SurveyAnswers, Definitions.Corrections, Definitions.Scorecards,
    ];

    private sealed record Head(Release Release, YamlMap Yaml, string Folder)
    {
        public Dictionary<string, TableFiles> Files { get; set; } = [];
    }

    /// <summary>Ids of all schools of all releases, known after <see cref="ReadAll"/>.</summary>
    public HashSet<string> SchoolIds { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads all releases, oldest first.</summary>
    public IReadOnlyList<Release> ReadAll()
    {
        reading.EverythingIsKnown();
        string root = setFolder + "/releases";
        string[] folders = Directory.Exists(root) ? [.. Directory.GetDirectories(root).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('.')).Order(StringComparer.Ordinal)] : [];
        if (folders.Length == 0)
        {
            reading.Add(ProblemKinds.MissingFile, new Location(Reading.Shown(root)), "releases/<发布号>/release.yaml");
        }

        List<Head> heads = [.. folders.Select(f => ReadHead($"{root}/{f}", f)).OfType<Head>().OrderBy(h => h.Release.Id)];
        HashSet<ReleaseId> bases = [.. heads.Select(h => h.Release.BasedOn).OfType<ReleaseId>()];
        Dictionary<ReleaseId, Head> byId = [];
        List<Release> releases = [];
        SchoolColumns? columns = known.Vocabulary is { } vocabulary ? new SchoolColumns(known, vocabulary) : null;
        SchoolsReader? schools = columns is null ? null : new SchoolsReader(reading, columns, Reading.Shown(root));
        if (reading.Last is { } last)
        {
            last.Columns = columns;
        }

        foreach (Head head in heads)
        {
            FindFiles(head, byId);
            byId.TryAdd(head.Release.Id, head);
            releases.Add(ReadTables(head, schools, bases.Contains(head.Release.Id), head.Release.BasedOn is { } basedOn ? byId.GetValueOrDefault(basedOn) : null, releases));
        }

        return releases;
    }

    private Head? ReadHead(string folder, string name)
    {
        string path = folder + "/release.yaml";
        if (!File.Exists(path))
        {
            reading.Add(ProblemKinds.MissingFile, new Location(Reading.Shown(path)), "release.yaml");
            return null;
        }

        if (YamlMap.Read(reading, path) is not { } yaml)
        {
            return null;
        }

        ReleaseId? id = Id(yaml, "id");
        ReleaseId? basedOn = yaml.Has("based_on") ? Id(yaml, "based_on") : null;
        string source = yaml.Text("source");
        if (source.Length > 0)
        {
            CellRules.Reference(reading, known.Sources, ProblemKinds.UnknownSource, source, yaml.At("source"));
        }

        Release release = new()
        {
            Id = id ?? new ReleaseId(name, 1),
            Title = yaml.Needed("title"),
            AsOf = yaml.NeededDay("as_of"),
            StatisticsDate = yaml.Day("statistics_date"),
            Published = yaml.NeededDay("published"),
            State = State(yaml),
            Schemes = [.. Schemes(yaml)],
            BasedOn = basedOn,
            NextRelease = yaml.Text("next_release"),
            Source = source.Length > 0 ? new SourceId(source) : null,
            Licence = yaml.Text("licence"),
            LegalBasis = yaml.Text("legal_basis"),
            Approvals = [.. yaml.Maps("approvals").Select(Approval)],
            Notes = yaml.Text("notes"),
        };
        yaml.Close();
        if (id is { } own && own.ToString() != name)
        {
            reading.Reject(ProblemKinds.FolderName, yaml.At("id"), own.ToString(), name);
        }

        return new Head(release, yaml, folder);
    }

    private ReleaseId? Id(YamlMap yaml, string key)
    {
        string text = yaml.Needed(key);
        if (ReleaseId.TryParse(text, out ReleaseId id) && id.ToString() == text && CellRules.IsId(id.Period))
        {
            return id;
        }

        if (text.Length > 0)
        {
            reading.Reject(ProblemKinds.BadReleaseId, yaml.At(key), text);
        }

        return null;
    }

    private static ReleaseState State(YamlMap yaml)
    {
        if (!yaml.Has("state"))
        {
            yaml.Needed("state");
        }

        return yaml.OneOf("state", "draft", "notice", "final") switch
        {
            "notice" => ReleaseState.Notice,
            "final" => ReleaseState.Final,
            _ => ReleaseState.Draft,
        };
    }

    private IEnumerable<SchemeId> Schemes(YamlMap yaml)
    {
        foreach (string scheme in yaml.Words("schemes"))
        {
            if (CellRules.Reference(reading, known.SchemeIds, ProblemKinds.UnknownScheme, scheme, yaml.At("schemes")))
            {
                yield return new SchemeId(scheme);
            }
        }
    }

    private Approval Approval(YamlMap map)
    {
        string date = map.Text("date");
        if (date.Length > 0 && !CellRules.IsWhen(date))
        {
            reading.Reject(ProblemKinds.BadPartialDate, map.At("date"), date);
        }

        Approval approval = new(map.Needed("step"), map.Text("unit"), map.Text("post"), new DateText(date), map.Text("document"));
        map.Close();
        return approval;
    }

    private void FindFiles(Head head, Dictionary<ReleaseId, Head> earlier)
    {
        head.Files = TableFolder.Find(reading, head.Folder, Tables, "release.yaml");
        ReleaseId id = head.Release.Id;
        if (head.Release.BasedOn is not { } basedOn)
        {
            if (id.Revision > 1 && !head.Yaml.HasKey("based_on"))
            {
                reading.Add(ProblemKinds.MissingBase, head.Yaml.At("id"), id.ToString());
            }

            return;
        }

        if (basedOn.Period != id.Period || basedOn.Revision >= id.Revision || !earlier.TryGetValue(basedOn, out Head? original))
        {
            reading.Reject(ProblemKinds.BadBase, head.Yaml.At("based_on"), basedOn.ToString());
            return;
        }

        foreach ((string table, TableFiles files) in original.Files)
        {
            if (!head.Files.TryGetValue(table, out TableFiles? own))
            {
                head.Files[table] = files;
            }
            else if (own.IsFolder && files.IsFolder)
            {
                head.Files[table] = own with
                {
                    Parts = [.. files.Parts.Where(p => own.Parts.All(o => o.Name != p.Name)).Concat(own.Parts).OrderBy(p => p.Name, StringComparer.Ordinal)],
                };
            }
            else if (own.IsFolder)
            {
                reading.Add(ProblemKinds.PartOfWhole, new Location(own.Shown), table);
            }
        }
    }

    // A method of its own, so that the parts are let go before the other tables are read.
    private (SchoolTable Schools, KnownWords? Ids) ReadSchools(Head head, SchoolsReader? reader, bool keep)
    {
        if (!head.Files.TryGetValue("schools", out TableFiles? files))
        {
            return (SchoolTable.Empty, new KnownWords([]));
        }

        if (reader is null)
        {
            return (SchoolTable.Empty, null);
        }

        IReadOnlyList<SchoolPart> parts = reader.Read(files, keep);
        reader.Check(parts);
        reading.Last?.Note(head.Release.Id, parts);
        SchoolIds.UnionWith(parts.SelectMany(p => p.Schools).Select(s => s.Id.Value));
        return (reading.HasErrors ? SchoolTable.Empty : reader.Join(parts, keep), new KnownWords(parts.SelectMany(p => p.Schools).Select(s => s.Id.Value)));
    }

    private Release ReadTables(Head head, SchoolsReader? schoolsReader, bool keep, Head? original, IReadOnlyList<Release> earlier)
    {
        Release release = head.Release;
        (SchoolTable schools, KnownWords? ids) = ReadSchools(head, schoolsReader, keep);
        ReleaseTables tables = new(reading, head.Files, known, ids);
        EvaluationTables evaluation = new(reading, head.Files, known, ids, release.RuleDate);
        (IReadOnlyList<Survey> surveys, IReadOnlyList<SurveyGroup> surveyGroups) = evaluation.Surveys();
        return new Release
        {
            Id = release.Id,
            Title = release.Title,
            AsOf = release.AsOf,
            StatisticsDate = release.StatisticsDate,
            Published = release.Published,
            State = release.State,
            Schemes = release.Schemes,
            BasedOn = release.BasedOn,
            NextRelease = release.NextRelease,
            Source = release.Source,
            Licence = release.Licence,
            LegalBasis = release.LegalBasis,
            Approvals = release.Approvals,
            Notes = release.Notes,
            Schools = schools,
            Exclusions = tables.Exclusions(),
            Coefficients = tables.Coefficients(),
            Facts = tables.Facts(),
            Targets = tables.Targets(),
            Procedure = tables.Procedure(),
            Satisfaction = tables.Satisfaction(surveys, surveyGroups),
            Supervision = new SupervisionTables(reading, head.Files, known, ids)
            {
                AsOf = release.AsOf,
                AllSchools = SchoolIds,
                Surveys = (surveys, surveyGroups),
                Feedback = new FeedbackTables(reading, head.Files, known, release)
                {
                    Tables = Tables,
                    BaseFiles = original?.Files,
                    BaseCorrections = earlier.FirstOrDefault(r => r.Id == original?.Release.Id)?.Supervision.Corrections ?? [],
                },
            }.Read(),
            Scorecards = new ScorecardReader(reading, head.Files, known, ids, release.AsOf).Read(),
            Classes = evaluation.Classes(schools),
            Government = evaluation.Government(),
            Finance = evaluation.Finance(release.AsOf),
            Projects = evaluation.Projects(release.AsOf),
            Surveys = surveys,
            SurveyGroups = surveyGroups,
        };
    }
}
