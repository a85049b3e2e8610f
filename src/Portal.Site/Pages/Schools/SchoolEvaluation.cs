using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>An area of a school's scorecard in one line.</summary>
/// <param name="Label">Area.</param>
/// <param name="Self">Self-ratings in words.</param>
/// <param name="Checked">Checks in words.</param>
/// <param name="Beside">The two side by side, in words.</param>
/// <param name="Anchor">Where the evaluation page says more.</param>
public sealed record AreaLine(string Label, string Self, string Checked, string Beside, string Anchor)
{
    /// <summary>Errata of the area's leaves, each with the leaf before its label.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A leaf in print.</summary>
/// <param name="Label">What is looked at.</param>
/// <param name="Self">Self-rating.</param>
/// <param name="Checked">Check.</param>
/// <param name="Beside">The two side by side; empty where they cannot be compared.</param>
/// <param name="Differs">True where the two differ.</param>
/// <param name="Comment">What was said of it, may be empty.</param>
public sealed record LeafLine(string Label, string Self, string Checked, string Beside, bool Differs, string Comment)
{
    /// <summary>Errata of the row.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>Leaves below the same branches.</summary>
/// <param name="Path">Branches between area and leaf, joined; empty where there is none.</param>
/// <param name="Leaves">Leaves.</param>
public sealed record BranchBlock(string Path, IReadOnlyList<LeafLine> Leaves);

/// <summary>An area with its leaves.</summary>
public sealed record AreaBlock(string Anchor, AreaLine Line, IReadOnlyList<BranchBlock> Branches);

/// <summary>A school's scorecard by one tree in one period.</summary>
/// <param name="Tree">Tree with its page.</param>
/// <param name="Period">Period in words.</param>
/// <param name="Anchor">Anchor of the period on the evaluation page.</param>
/// <param name="Scale">How it is rated.</param>
/// <param name="Visits">Days of the checks and reports in words; empty where none is on record.</param>
/// <param name="Areas">Areas in one line each.</param>
/// <param name="Note">Source and release.</param>
public sealed record ScorecardBlock(Crumb Tree, string Period, string Anchor, string Scale, string Visits, IReadOnlyList<AreaLine> Areas, TableNote Note)
{
    /// <summary>Areas with their leaves.</summary>
    public required IReadOnlyList<AreaBlock> Details { get; init; }

    /// <summary>A scorecard in print.</summary>
    public static ScorecardBlock Of(SiteContext site, Scorecard card)
    {
        string anchor = $"{card.Tree.Id}-{card.Period}";
        AreaBlock[] areas = [.. card.Areas.Select((a, i) => Area(site, card, a, $"{anchor}-{i + 1}"))];
        return new ScorecardBlock(
            new Crumb(card.Tree.Root.Label, Addresses.Tree(card.Tree.Id)),
            Format.Period(card.Period),
            anchor,
            RatingText.Scale(site.Data.Vocabulary, card.Tree),
            VisitsOf(card),
            [.. areas.Select(a => a.Line)],
            Sourcing.Note(site, card.Release, card.Tree.Root.Source is { } source ? [source] : []))
        {
            Details = areas,
        };
    }

    private static AreaBlock Area(SiteContext site, Scorecard card, ScoredArea area, string anchor)
    {
        EvaluationTree tree = card.Tree;
        IReadOnlyList<Fix> Fixes(ScoredLeaf leaf) => leaf.Line is { } line ? Fix.OfRow(site, card.Release, "scorecards", line.School.Value, line.Tree, line.Node, line.Period) : [];
        return new AreaBlock(
            anchor,
            new AreaLine(area.Area.Label, RatingText.Self(tree, area), RatingText.Checked(tree, area), RatingText.Beside(tree, area), anchor)
            {
                Fixes = [.. area.Leaves.SelectMany(l => Fixes(l).Select(f => f with { Label = $"{l.Leaf.Label}，{f.Label}" }))],
            },
            [
                .. area.Leaves.GroupBy(l => l.Leaf == area.Area ? "" : l.Leaf.Parent).Select(branch => new BranchBlock(
                string.Join(" › ", tree.PathTo(area.Area, branch.First().Leaf).Select(n => n.Label)),
                [
                    .. branch.Select(l => new LeafLine(
                        l.Leaf.Label, RatingText.Of(tree, l, l.Self, "未自评"), RatingText.Of(tree, l, l.Checked, "未核查"),
                        RatingText.Word(l.Agreement(tree)), l.Agreement(tree) is Agreement.SelfHigher or Agreement.SelfLower, l.Line?.Comment ?? "")
                        {
                            Fixes = Fixes(l),
                        }),
                    ])),
            ]);
    }

    private static string VisitsOf(Scorecard card)
    {
        ScoreLine[] lines = [.. card.Areas.SelectMany(a => a.Leaves).Select(l => l.Line).OfType<ScoreLine>()];
        string days = string.Join('、', lines.Select(l => l.Visited).OfType<DateOnly>().Distinct().Order().Select(d => Format.Date(d)));
        string reports = string.Join('、', lines.Select(l => l.Report).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return string.Concat(days.Length > 0 ? $"核查日期：{days}。" : card.HasCheck ? "核查日期没有填报。" : "本期还没有核查。", reports.Length > 0 ? $"督导报告：{reports}。" : "");
    }
}

/// <summary>督导评价 on a school's page: the newest period of each tree.</summary>
/// <param name="Cards">Newest scorecard of each tree.</param>
/// <param name="Address">Page with all items and periods.</param>
/// <param name="Periods">Periods on that page in words.</param>
public sealed record SchoolEvaluation(IReadOnlyList<ScorecardBlock> Cards, string Address, string Periods)
{
    /// <summary>The section of a school, null where it has no scorecard.</summary>
    public static SchoolEvaluation? Of(SiteContext site, SchoolId school)
    {
        IReadOnlyList<Scorecard> cards = Scorecard.Of(site.Data, site.Data.CurrentReleases, school);
        return cards.Count == 0 ? null : new SchoolEvaluation(
            [.. cards.DistinctBy(c => c.Tree.Id).Select(c => ScorecardBlock.Of(site, c))],
            Addresses.Evaluation(school),
            string.Join('、', cards.Select(c => c.Period).Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal).Select(Format.Period)));
    }
}

/// <summary>A school's scorecards in full: every tree, period, area and leaf.</summary>
/// <param name="School">The school with its page.</param>
/// <param name="Cards">Scorecards by tree, newest period first.</param>
public sealed record EvaluationPage(Crumb School, IReadOnlyList<ScorecardBlock> Cards) : PageModel
{
    /// <summary>The page of a school.</summary>
    public static EvaluationPage Create(SiteContext site, SchoolId id)
    {
        Release release = site.Data.LatestOf(id) ?? throw new ArgumentException($"No release has the school {id}.", nameof(id));
        School school = release.Schools[release.Schools.Find(id)!.Value];
        Crumb up = new(school.Name, Addresses.School(id));
        return new EvaluationPage(up, [.. Scorecard.Of(site.Data, site.Data.CurrentReleases, id).Select(c => ScorecardBlock.Of(site, c))])
        {
            Info = new PageInfo
            {
                Address = Addresses.Evaluation(id),
                Title = school.Name + "：督导评价",
                Description = $"{school.Name}的督导评价：各领域、各项目的自评和核查。不打总分，不排名。",
                Section = Section.Places,
                Crumbs = [.. PlaceWords.Crumbs(site, site.Data.Places[school.Place], self: false), up, new Crumb("督导评价", null)],
                FeedbackPlace = school.Place,
                Release = release.Id,
            },
        };
    }
}
