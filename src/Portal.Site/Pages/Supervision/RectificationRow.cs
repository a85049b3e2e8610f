using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>A step of a rectification.</summary>
/// <param name="Label">意见书, 方案, 报告, 核查, 销号.</param>
/// <param name="Text">Its day, or what is known instead.</param>
public sealed record RectificationStep(string Label, string Text);

/// <summary>A finding of the ledger in words.</summary>
/// <param name="Id">Id.</param>
/// <param name="Address">Where the ledger of its place shows it; null where the current ledger no longer has it.</param>
/// <param name="Place">Place.</param>
/// <param name="School">School, null where it concerns the place itself.</param>
/// <param name="Matter">Matter, with the list of that matter.</param>
/// <param name="Problem">What was found.</param>
/// <param name="Demand">What was asked for, may be empty.</param>
/// <param name="Responsible">Unit or post, may be empty.</param>
/// <param name="Origin">Where it comes from, linked to the report where the site has it.</param>
/// <param name="Notice">Number of the notice, may be empty.</param>
/// <param name="Due">Deadline in force in words.</param>
/// <param name="State">State.</param>
/// <param name="StateText">State with its days.</param>
/// <param name="Steps">Steps in order.</param>
/// <param name="Notes">Appeal, accountability, evidence, each a sentence.</param>
/// <param name="First">The first finding that it repeats, null where it is none.</param>
/// <param name="Repeats">Findings that repeat it.</param>
public sealed record RectificationRow(
    string Id, string? Address, Crumb Place, Crumb? School, Crumb Matter, string Problem, string Demand, string Responsible, Crumb Origin, string Notice, string Due,
    RectificationState State, string StateText, IReadOnlyList<RectificationStep> Steps, IReadOnlyList<string> Notes, Crumb? First, IReadOnlyList<Crumb> Repeats)
{
    /// <summary>Errata of the finding's row in the ledger.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>Anchor of a finding on the page of its place.</summary>
    public static string Anchor(string id) => "f-" + id;

    /// <summary>Link to a finding in the current ledger of its place.</summary>
    public static Crumb Link(SiteContext site, Finding finding) => new(
        finding.Id, site.Ledger?.Find(finding.Id) is { } now && now.Place == finding.Place ? $"{Addresses.RectificationOf(finding.Place)}#{Anchor(finding.Id)}" : null);

    /// <summary>The row of a finding.</summary>
    public static RectificationRow Of(SiteContext site, RectificationLedger ledger, RectificationCase found)
    {
        Finding finding = found.Finding;
        Vocabulary words = site.Data.Vocabulary;
        return new RectificationRow(
            finding.Id,
            Link(site, finding).Address,
            PlaceWords.Link(site, site.Data.Places[finding.Place]),
            finding.School is { } school ? SchoolLink(site, school) : null,
            new Crumb(words.Label("matter", finding.Matter), site.Ledger?.OfMatter(finding.Matter).Any() == true ? Addresses.RectificationMatter(finding.Matter) : null),
            finding.Problem,
            finding.Demand,
            finding.Responsible,
            new Crumb(finding.Origin.Label(), site.Reports.Has(finding.Report) ? Addresses.Report(finding.Report) : null),
            finding.Notice,
            RectificationText.Due(finding),
            found.State,
            RectificationText.State(found),
            [
                new("意见书", finding.Issued is { } issued ? Format.Day(issued) : "未发出"),
                new("方案", finding.Planned is { } planned ? Format.Day(planned) : "没有记录"),
                new("报告", RectificationText.Report(found)),
                new("核查", finding.Checked is { } day ? $"{Format.Day(day)}，{words.Label("rectification-result", finding.Result)}" : "未核查"),
                new("销号", found.Group == RectificationGroup.Done ? Format.Day(finding.Checked!.Value) : "未销号"),
            ],
            [.. NotesOf(words, finding)],
            ledger.FirstOf(finding) is { } first ? Link(site, first) : null,
            [.. ledger.RepeatsOf(finding).Select(f => Link(site, f))])
        {
            Fixes = Fix.OfRow(site, ledger.Release, "findings", finding.Id),
        };
    }

    private static IEnumerable<string> NotesOf(Vocabulary words, Finding finding)
    {
        if (finding.Appeal.Length > 0)
        {
            yield return "申辩：" + finding.Appeal;
        }

        if (finding.Measure.Length > 0)
        {
            yield return "问责措施：" + words.Label("accountability", finding.Measure);
        }

        if (finding.Evidence.Length > 0)
        {
            yield return "依据：" + finding.Evidence;
        }
    }

    private static Crumb SchoolLink(SiteContext site, SchoolId school) =>
        site.Data.LatestOf(school) is { } release
            ? new Crumb(release.Schools[release.Schools.Find(school)!.Value].Name, Addresses.School(school))
            : new Crumb(school.Value, null);
}

/// <summary>A section of the ledger.</summary>
/// <param name="Group">Which.</param>
/// <param name="Rows">Its findings by place and id; never empty.</param>
public sealed record RectificationSection(RectificationGroup Group, IReadOnlyList<RectificationRow> Rows)
{
    /// <summary>The sections that have findings, 逾期 first.</summary>
    public static IReadOnlyList<RectificationSection> Of(SiteContext site, RectificationLedger ledger, IEnumerable<RectificationCase> cases) =>
        [.. cases.GroupBy(c => c.Group).OrderBy(g => g.Key).Select(g => new RectificationSection(g.Key, [.. g.Select(c => RectificationRow.Of(site, ledger, c))]))];
}
