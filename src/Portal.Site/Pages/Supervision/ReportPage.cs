using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A section of a report's text.</summary>
/// <param name="Anchor">Anchor.</param>
/// <param name="Heading">Heading with its number: 三、问题.</param>
/// <param name="Html">Body.</param>
public sealed record ReportSection(string Anchor, string Heading, string Html);

/// <summary>Schools of a type that were looked at, with the share of all.</summary>
/// <param name="Type">Type in words.</param>
/// <param name="Looked">Schools that were looked at.</param>
/// <param name="All">All schools of the type at the place in the report's release; empty where the release has no schools of it.</param>
/// <param name="Share">Share in percent, worked out from the two; empty likewise.</param>
public sealed record SampleRow(string Type, string Looked, string All, string Share);

/// <summary>The signed original.</summary>
/// <param name="Address">Its file.</param>
/// <param name="Size">Size in words.</param>
/// <param name="Sha256">SHA-256.</param>
public sealed record ReportFile(string Address, string Size, string Sha256);

/// <summary>A supervision report: the authority's words, with figures that lead to how they were worked out and findings that lead to what became of them.</summary>
public sealed partial record ReportPage : PageModel
{
    /// <summary>Kind in words.</summary>
    public required string Kind { get; init; }

    /// <summary>What stands under the title.</summary>
    public required IReadOnlyList<string> Meta { get; init; }

    /// <summary>Sentences.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Unit of the red head; empty on all but an official report with a number.</summary>
    public required string RedHead { get; init; }

    /// <summary>文号, may be empty.</summary>
    public required string Number { get; init; }

    /// <summary>Sentences of 督导概况, from the front matter.</summary>
    public required IReadOnlyList<string> Overview { get; init; }

    /// <summary>Steps with their day.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Schools looked at, by type.</summary>
    public required IReadOnlyList<SampleRow> Samples { get; init; }

    /// <summary>Where the numbers of all schools come from.</summary>
    public required string SampleNote { get; init; }

    /// <summary>Schools looked at, where named.</summary>
    public required IReadOnlyList<Piece> Sampled { get; init; }

    /// <summary>Sections of the text.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>Findings in order of their ids, as the newest ledger has them.</summary>
    public required IReadOnlyList<RectificationRow> Findings { get; init; }

    /// <summary>Ledgers of the places that the findings are of.</summary>
    public required IReadOnlyList<Crumb> Ledgers { get; init; }

    /// <summary>The day up to which the ledger is judged; empty without findings.</summary>
    public required string LedgerDay { get; init; }

    /// <summary>Original, null where none is given.</summary>
    public required ReportFile? Original { get; init; }

    /// <summary>Signature: unit and day.</summary>
    public required (string Unit, string Day) Signature { get; init; }

    /// <summary>Who was inspected.</summary>
    public required IReadOnlyList<Piece> Subjects { get; init; }

    /// <summary>Facts beside the text.</summary>
    public required IReadOnlyList<(string Label, string Text)> Facts { get; init; }

    /// <summary>Words of the citation.</summary>
    public required string Citation { get; init; }

    /// <summary>Full address of the citation.</summary>
    public required string CitationUrl { get; init; }

    /// <summary>The page of a report.</summary>
    public static ReportPage Create(SiteContext site, ReportText text)
    {
        InspectionReport report = text.Report;
        Dataset data = site.Data;
        Release release = data.Release(report.Release)!;
        string kind = data.Vocabulary.Label("inspection", report.Kind);
        string address = Addresses.Report(report.Id);
        PlaceCode place = ReportIndex.PlacesOf(data, report).First();
        Release? ledger = ReportRow.LedgerOf(site, report);
        RectificationCase[] cases = ledger is null ? [] : [.. ledger.Supervision.FindingsOf(report.Id).Select(f => new RectificationCase(f, ledger.AsOf))];
        RectificationRow[] findings = [.. cases.Select(c => RectificationRow.Of(site, site.LedgerOf(ledger!)!, c))];
        IReadOnlyList<Piece> subjects = ReportRow.SubjectsOf(site, report);
        int looked = report.Sampled.Count > 0 ? report.Sampled.Count : report.Samples.Sum(s => s.Count);
        string subject = string.Concat(subjects.Select(s => s.Text));
        string[] lead =
        [
            $"{Days(report)}，{(report.Team is { } team ? $"督导组 {team} 人" : "督导组")}到{subject}{(looked > 0 ? $"，抽查 {looked} 所学校" : "")}。",
            findings.Length > 0 ? $"报告有 **{findings.Length} 个问题**进入整改台账。" : "报告没有问题进入整改台账。",
            .. findings.Length > 0 ? [Progress(cases)] : Array.Empty<string>(),
        ];
        return new ReportPage
        {
            Info = new PageInfo
            {
                Address = address,
                Title = report.Title,
                Description = lead[0] + lead[1].Replace("**", "", StringComparison.Ordinal),
                Section = Section.Reports,
                Crumbs = [new Crumb("首页", Addresses.Home), new Crumb("督导报告", Addresses.Reports), .. site.Index.HasPage(place) ? [new Crumb(data.Places[place].Name, Addresses.ReportsOfPlace(place))] : Array.Empty<Crumb>(), new Crumb(report.Title, null)],
                FeedbackPlace = place,
                Release = report.Release,
                PubDate = report.Published,
                ContentSource = report.Unit,
                OwnFeedback = true,
            },
            Kind = kind,
            Meta = [.. report.Number.Length > 0 ? new[] { report.Number } : [], $"{Format.Day(report.Published)} 公布", report.Unit],
            Lead = lead,
            RedHead = data.Settings.Kind == DataSetKind.Official && report.Number.Length > 0 ? report.Unit : "",
            Number = report.Number,
            Overview = [.. OverviewOf(report, subject, kind)],
            Steps = [.. report.Steps.Select(s => s.Name + (s.Date is { } day ? $"（{day.Month} 月 {day.Day} 日）" : ""))],
            Samples = SamplesOf(site, report, release),
            SampleNote = $"全部学校数出自发布 {release.Id}，占比由本站算出，不计校数的行不算。",
            Sampled = [.. report.Sampled.Select(s => SchoolStory.School(site, s))],
            Sections = SectionsOf(text.Text.Html),
            Findings = findings,
            Ledgers = [.. cases.Select(c => c.Finding.Place).Distinct().Order().Where(p => site.Ledger?.Places.Contains(p) == true).Select(p => new Crumb(data.Places[p].Name, Addresses.RectificationOf(p)))],
            LedgerDay = ledger is null ? "" : Format.Day(ledger.AsOf),
            Original = report.Original is { } original ? new ReportFile(address + original.Name, Format.Number(original.Bytes.Length) + " 字节", original.Sha256) : null,
            Signature = (report.Unit, Format.Date(report.Signed)),
            Subjects = subjects,
            Facts =
            [
                ("类型", kind),
                ("日期", report.From == report.Until ? Format.Day(report.From) : $"{Format.Day(report.From)} 至 {Format.Day(report.Until)}"),
                ("公布", Format.Day(report.Published)),
                ("所用数据", $"发布 {report.Release}"),
                .. report.Appeal.Length > 0 ? [("申辩", report.Appeal)] : Array.Empty<(string, string)>(),
            ],
            Citation = $"{report.Unit}：《{report.Title}》{(report.Number.Length > 0 ? $"（{report.Number}）" : "")}，{Format.Day(report.Published)}。",
            CitationUrl = data.Settings.Origin + data.Settings.BasePath + address,
        };
    }

    private static string Days(InspectionReport report) =>
        report.From == report.Until ? Format.Date(report.From)
        : report.From.Year != report.Until.Year ? $"{Format.Date(report.From)}至{Format.Date(report.Until)}"
        : report.From.Month != report.Until.Month ? $"{Format.Date(report.From)}至 {report.Until.Month} 月 {report.Until.Day} 日"
        : $"{Format.Date(report.From)}至 {report.Until.Day} 日";

    private static IEnumerable<string> OverviewOf(InspectionReport report, string subject, string kind)
    {
        yield return (report.Basis.Count > 0 ? $"依据{string.Join("、", report.Basis)}，" : "") + $"{report.Unit}于 {Days(report)}，对{subject}开展{kind}。";
        string[] parts =
        [
            .. report.Team is { } team ? [$"督导组由 {team} 人组成"] : Array.Empty<string>(),
            .. report.Meetings.Count > 0 ? [$"召开座谈会 {report.Meetings.Sum(m => m.Count)} 场（{string.Join("、", report.Meetings.Select(m => $"{m.Group} {m.Count} 场"))}）"] : Array.Empty<string>(),
            .. report.Questionnaires is { } forms ? [$"回收有效问卷 {Format.Number(forms)} 份"] : Array.Empty<string>(),
        ];
        if (parts.Length > 0)
        {
            yield return string.Join("；", parts) + "。";
        }
    }

    private static List<SampleRow> SamplesOf(SiteContext site, InspectionReport report, Release release)
    {
        Dictionary<string, int> looked = report.Samples.GroupBy(s => s.Type, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(s => s.Count), StringComparer.Ordinal);
        foreach (SchoolId id in report.Sampled)
        {
            string type = ReportSchools.Find(site.Data, release, id)!.Type;
            looked[type] = looked.GetValueOrDefault(type) + 1;
        }

        if (looked.Count == 0)
        {
            return [];
        }

        IReadOnlyDictionary<string, int> all = report.Place is { } place ? ReportSchools.ByType(site.Data, release, place) : new Dictionary<string, int>();
        List<SampleRow> rows = [.. looked.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Row(site.Data.Vocabulary.Type(t.Key)?.Label ?? t.Key, t.Value, all.GetValueOrDefault(t.Key)))];
        rows.Add(Row("合计", looked.Values.Sum(), all.Values.Sum()));
        return rows;

        static SampleRow Row(string type, int looked, int all) =>
            new(type, Format.Number(looked), all > 0 ? Format.Number(all) : "", all > 0 ? Format.Number(100.0 * looked / all, 1) + "%" : "");
    }

    private static List<ReportSection> SectionsOf(string html)
    {
        List<ReportSection> sections = [];
        Match[] headings = [.. Headings().Matches(html).Cast<Match>()];
        for (int i = 0; i < headings.Length; i++)
        {
            int start = headings[i].Index + headings[i].Length;
            int end = i + 1 < headings.Length ? headings[i + 1].Index : html.Length;
            sections.Add(new ReportSection("s-" + (i + 2).ToString(CultureInfo.InvariantCulture), $"{Format.Han(i + 2)}、{headings[i].Groups[1].Value}", html[start..end]));
        }

        return sections;
    }

    // Counts in the order of the states, 逾期 first: what is late is not hidden behind what is done.
    private static string Progress(RectificationCase[] cases) =>
        $"截至 {Format.Date(cases[0].AsOf)}：{string.Join("，", cases.GroupBy(c => c.State).OrderBy(g => g.Key).Select(g => $"{g.Key.Label()} {g.Count()} 项"))}。";

    [GeneratedRegex(@"<h2[^>]*>(.*?)</h2>", RegexOptions.CultureInvariant)]
    private static partial Regex Headings();
}
