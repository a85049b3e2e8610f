using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Sources.Files;
using Portal.Sources.Readers;
using Portal.Sources.Yaml;

namespace Portal.Sources;

/// <summary>Reads the supervision reports of a set: <c>input/&lt;set&gt;/reports/&lt;year&gt;/&lt;slug&gt;.md</c> with the signed originals beside them.</summary>
public static partial class ReportReader
{
    /// <summary>Folder of the reports inside the set's texts.</summary>
    public const string Folder = "reports/";

    /// <summary>Reads all reports, by their ids.</summary>
    /// <param name="setWords">Folder of the set's texts.</param>
    /// <param name="data">The set: what places, schools, releases and findings there are.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<InspectionReport> Read(string setWords, Dataset data, ProblemList problems)
    {
        Reading reading = new(problems);
        string folder = setWords.TrimEnd('/', '\\') + "/";
        string[] files = [.. InputFolder.Files(setWords).Where(f => f.StartsWith(Folder, StringComparison.Ordinal) && !f.Split('/').Any(name => name.StartsWith('.')))];
        List<InspectionReport> reports = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        HashSet<string> findings = [.. data.CurrentReleases.SelectMany(r => r.Supervision.Findings).Select(f => f.Id)];
        foreach (string path in files.Where(f => f.EndsWith(".md", StringComparison.Ordinal)))
        {
            Location where = new(Reading.Shown(folder + path));
            Match match = Names().Match(path);
            if (FileNames.IsReservedPath(path))
            {
                reading.Reject(ProblemKinds.ReservedName, where, path);
            }
            else if (!match.Success)
            {
                reading.Reject(ProblemKinds.BadReportPath, where, path);
            }
            else if (new OneReport(reading, data, folder, path, match.Groups["year"].Value, used).Read() is { } report)
            {
                ReportBody.Check(reading, data, findings, report);
                reports.Add(report);
            }
        }

        foreach (string file in files.Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && !used.Contains(f)))
        {
            reading.Reject(ProblemKinds.UnusedFile, new Location(Reading.Shown(folder + file)), file);
        }

        // A report with a mistake is there all the same.
        WarnOfMissing(reading, data, [.. files.Where(f => f.EndsWith(".md", StringComparison.Ordinal)).Select(f => f[Folder.Length..^3])]);
        return reports;
    }

    private static void WarnOfMissing(Reading reading, Dataset data, HashSet<string> known)
    {
        foreach (Release release in data.CurrentReleases)
        {
            foreach (string id in release.Supervision.Findings.Select(f => f.Report).Concat(release.Supervision.Visits.Select(v => v.Report)).Where(id => id.Length > 0).Distinct().Order(StringComparer.Ordinal))
            {
                if (known.Add(id))
                {
                    reading.Reject(ProblemKinds.MissingReport, new Location($"releases/{release.Id}"), id);
                }
            }
        }
    }

    [GeneratedRegex(@"\Areports/(?<year>[0-9]{4})/[a-z0-9][a-z0-9-]*\.md\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*\.pdf\z", RegexOptions.CultureInvariant)]
    private static partial Regex PdfNames();

    /// <summary>One report being read.</summary>
    private sealed class OneReport(Reading reading, Dataset data, string folder, string path, string year, HashSet<string> used)
    {
        public InspectionReport? Read()
        {
            if (WordsReader.FrontMatter(reading, folder + path, mayHoldMail: false) is not var (yaml, file, body, firstLine))
            {
                return null;
            }

            DateOnly from = yaml.NeededDay("from");
            DateOnly until = yaml.Day("until") ?? from;
            DateOnly published = yaml.NeededDay("published");
            DateOnly signed = yaml.Day("signed") ?? published;
            NotBefore(yaml, "until", until, from, "from");
            NotBefore(yaml, "signed", signed, until, "until");
            NotBefore(yaml, "published", published, signed, "signed");
            if (from != default && published != default && Year(from) != year && Year(published) != year)
            {
                reading.Reject(ProblemKinds.BadReportPath, new Location(file), path);
            }

            List<SchoolId> schools = Schools(yaml, "schools");
            PlaceCode? place = Place(yaml);
            if (yaml.Has("place") == yaml.Has("schools"))
            {
                reading.Add(ProblemKinds.OneOfTwo, yaml.Where, "place", "schools");
            }

            if (yaml.Has("sampled") && yaml.Has("samples"))
            {
                reading.Add(ProblemKinds.OneOfTwo, yaml.At("samples"), "sampled", "samples");
            }

            Release? release = Release(yaml);
            InspectionReport report = new()
            {
                Id = path[Folder.Length..^3],
                File = file,
                Title = Title(yaml),
                Number = yaml.Text("number"),
                Kind = Code(yaml, "kind", "inspection"),
                Place = place,
                Schools = schools,
                Team = yaml.Whole("team", 1),
                From = from,
                Until = until,
                Published = published,
                Unit = yaml.Needed("unit"),
                Signed = signed,
                Basis = Words(yaml, "basis"),
                Steps = [.. yaml.Maps("steps").Select(m => Closed(m, new ReportStep(m.Needed("step"), m.Day("date"))))],
                Sampled = Schools(yaml, "sampled"),
                Samples = [.. yaml.Maps("samples").Select(m => Sample(m, release, place)).OfType<ReportSample>()],
                Meetings = [.. yaml.Maps("meetings").Select(m => Closed(m, new ReportMeetings(m.Needed("group"), Count(m))))],
                Questionnaires = yaml.Whole("questionnaires"),
                Release = release?.Id ?? default,
                Original = Original(yaml),
                Appeal = yaml.Text("appeal"),
                Markdown = body,
                FirstLine = firstLine,
            };
            yaml.Close();
            return release is null || (place is null && schools.Count == 0) ? null : report;
        }

        private static string Year(DateOnly day) => day.Year.ToString("D4", CultureInfo.InvariantCulture);

        private static T Closed<T>(YamlMap map, T value)
        {
            map.Close();
            return value;
        }

        private static int Count(YamlMap map)
        {
            map.Needed("count");
            return map.Has("count") ? map.Whole("count", 1) ?? 0 : 0;
        }

        private static void NotBefore(YamlMap yaml, string key, DateOnly day, DateOnly first, string name)
        {
            if (day != default && day < first)
            {
                yaml.Bad(key, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"不早于 {name}（{first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}）的日期");
            }
        }

        private string Title(YamlMap yaml)
        {
            string title = yaml.Needed("title");
            if (Forbidden.IsExam(title))
            {
                reading.Reject(ProblemKinds.ExamInReport, yaml.At("title"), title);
            }

            return title;
        }

        private string Code(YamlMap yaml, string key, string vocabulary)
        {
            string code = yaml.Needed(key);
            string[] known = [.. data.Vocabulary.Codes.Keys.Where(k => k.Vocabulary == vocabulary).Select(k => k.Code).Order(StringComparer.Ordinal)];
            if (code.Length > 0 && !known.Contains(code))
            {
                yaml.Bad(key, code, "codes.csv 里 " + vocabulary + " 的代码：" + string.Join("、", known));
            }

            return code;
        }

        private PlaceCode? Place(YamlMap yaml)
        {
            string code = yaml.Text("place");
            if (code.Length == 0)
            {
                return null;
            }

            if (data.Places.Find(new PlaceCode(code)) is { } place)
            {
                return place.Code;
            }

            reading.Reject(ProblemKinds.UnknownPlace, yaml.At("place"), code, Nearest.To(code, data.Places.All.Select(p => p.Code.Value)));
            return null;
        }

        private List<SchoolId> Schools(YamlMap yaml, string key)
        {
            List<SchoolId> schools = [];
            foreach (string id in Words(yaml, key).Order(StringComparer.Ordinal))
            {
                if (data.LatestOf(new SchoolId(id)) is null)
                {
                    IEnumerable<string> known = data.CurrentReleases.SelectMany(r => Enumerable.Range(0, r.Schools.Count).Select(row => r.Schools[row].Id.Value));
                    reading.Reject(ProblemKinds.UnknownSchool, yaml.At(key), id, Nearest.To(id, known));
                }
                else if (schools.Contains(new SchoolId(id)))
                {
                    yaml.Bad(key, id, "每所学校只写一次");
                }
                else
                {
                    schools.Add(new SchoolId(id));
                }
            }

            return schools;
        }

        private IReadOnlyList<string> Words(YamlMap yaml, string key)
        {
            IReadOnlyList<string> words = yaml.Words(key);
            if (words.Select(PersonalData.Find).FirstOrDefault(f => f is not null) is { } found)
            {
                reading.Add(ProblemKinds.PersonalData, yaml.At(key), found);
                return [];
            }

            return words;
        }

        private Release? Release(YamlMap yaml)
        {
            string text = yaml.Needed("release");
            Release? release = ReleaseId.TryParse(text, out ReleaseId id) ? data.Release(id) : null;
            if (release is null && text.Length > 0)
            {
                yaml.Bad("release", text, "已有的发布号：" + string.Join("、", data.Releases.Select(r => r.Id)));
            }

            return release;
        }

        private ReportSample? Sample(YamlMap map, Release? release, PlaceCode? place)
        {
            string type = map.Needed("type");
            int count = Count(map);
            map.Close();
            if (data.Vocabulary.Type(type) is not { } known)
            {
                if (type.Length > 0)
                {
                    map.Bad("type", type, "types.csv 里的代码");
                }

                return null;
            }

            if (release is not null && place is { } at && ReportSchools.ByType(data, release, at).GetValueOrDefault(type) is var all && release.Schools.Count > 0 && count > all)
            {
                reading.Add(ProblemKinds.SampleAboveAll, map.Where, known.Label, count.ToString(CultureInfo.InvariantCulture), release.Id.ToString(), all.ToString(CultureInfo.InvariantCulture));
            }

            return new ReportSample(type, count);
        }

        private ReportOriginal? Original(YamlMap yaml)
        {
            string name = yaml.Text("pdf");
            if (name.Length == 0)
            {
                return null;
            }

            string file = path[..(path.LastIndexOf('/') + 1)] + name;
            string wrong = !PdfNames().IsMatch(name) ? "的文件名不合要求" : !File.Exists(folder + file) ? "不在报告旁边" : "";
            if (wrong.Length > 0)
            {
                reading.Reject(ProblemKinds.BadOriginal, yaml.At("pdf"), name, wrong);
                return null;
            }

            used.Add(file);
            if (reading.Bytes(folder + file) is not { } bytes)
            {
                return null;
            }

            if (!bytes.AsSpan().StartsWith("%PDF-"u8))
            {
                reading.Reject(ProblemKinds.BadOriginal, yaml.At("pdf"), name, "不是 PDF 文件");
                return null;
            }

            return new ReportOriginal(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }
}
