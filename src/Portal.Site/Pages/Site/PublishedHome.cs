using Portal.Domain.Data;
using Portal.Domain.Schemes;
using Portal.Site.Text;

namespace Portal.Site.Pages;

/// <summary>Published composites of a place for a year.</summary>
/// <param name="Place">Place with its page.</param>
/// <param name="Values">One per stage; empty where the document gives none.</param>
/// <param name="Year">Year in words.</param>
/// <param name="Judgement">The documents' own words; empty where they judge nothing.</param>
/// <param name="Note">Note.</param>
/// <param name="Source">Source.</param>
public sealed record PublishedComposite(Crumb Place, IReadOnlyList<string> Values, string Year, string Judgement, string Note, SourceRef Source);

/// <summary>A place in a table of the home page, with one line of words per column.</summary>
public sealed record PlaceLine(Crumb Place, IReadOnlyList<string> Cells, SourceRef Source);

/// <summary>What a site of published values holds.</summary>
public sealed record PublishedHome
{
    /// <summary>Sentences.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Labels of the stages.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Composites by place.</summary>
    public required IReadOnlyList<PublishedComposite> Composites { get; init; }

    /// <summary>Recognition as recorded: place, what, when.</summary>
    public required IReadOnlyList<PlaceLine> Recognitions { get; init; }

    /// <summary>Satisfaction: place, group, year, rate.</summary>
    public required IReadOnlyList<PlaceLine> Satisfaction { get; init; }

    /// <summary>Places with targets: place, how many, how many overdue without a report.</summary>
    public required IReadOnlyList<PlaceLine> Targets { get; init; }

    /// <summary>Other places with a page.</summary>
    public required IReadOnlyList<Crumb> Others { get; init; }

    /// <summary>Note of the composites.</summary>
    public required TableNote CompositeNote { get; init; }

    /// <summary>Note of the recognitions.</summary>
    public required TableNote RecognitionNote { get; init; }

    /// <summary>Note of the satisfaction rates.</summary>
    public required TableNote SatisfactionNote { get; init; }

    /// <summary>Note of the targets.</summary>
    public required TableNote TargetNote { get; init; }

    /// <summary>What the current releases hold, places in order of code.</summary>
    public static PublishedHome Of(SiteContext site)
    {
        IReadOnlyList<Release> releases = site.Data.CurrentReleases;
        Release newest = releases[^1];
        List<PublishedComposite> composites = [];
        List<PlaceLine> recognitions = [];
        List<PlaceLine> satisfaction = [];
        List<PlaceLine> targets = [];
        List<Crumb> others = [];
        HashSet<SourceRef> sources = [];
        List<Stage> stages = [.. site.Index.MainScheme(newest)?.Stages ?? []];
        int places = 0;
        foreach (Place place in site.Index.Pages)
        {
            PublishedPart part = PublishedPart.Of(site, releases, place.Code);
            IReadOnlyList<RoadPart> roads = RoadPart.Of(site, releases, place.Code);
            Crumb link = PlaceWords.Link(site, place);
            sources.UnionWith(part.Sources);
            sources.UnionWith(roads.SelectMany(r => r.Steps).Select(s => s.Source));
            places += part.IsEmpty && roads.Count == 0 ? 0 : 1;
            int before = composites.Count + recognitions.Count + satisfaction.Count + targets.Count;
            composites.AddRange(part.Coefficients.SelectMany(c => c.Rows).Where(r => r.Composite).GroupBy(r => (r.Year, r.Note)).Select(g => new PublishedComposite(
                link,
                [.. stages.Select(s => g.FirstOrDefault(r => r.Stage == s.Label)?.Value ?? "")],
                g.Key.Year,
                string.Join("、", g.Select(r => r.Judgement).Where(j => j.Length > 0).Distinct()),
                g.Key.Note.Split(';', '；')[0],
                g.First().Source)));
            recognitions.AddRange(roads.SelectMany(r => r.Steps.Where(s => s.Key).Select(s => new PlaceLine(link, [r.Short, s.Label, s.Date, s.Text], s.Source))));
            satisfaction.AddRange(part.Satisfaction.Select(s => new PlaceLine(link, [s.Group, s.Year, s.Rate, s.Question], s.Source)));
            if (part.Promises.Targets.Count > 0)
            {
                int silent = part.Promises.Targets.Count(t => t.Silent);
                targets.Add(new PlaceLine(link, [$"{part.Promises.Targets.Count} 项", silent == 0 ? "—" : $"{silent} 项"], part.Promises.Targets[0].Source));
            }

            if (before == composites.Count + recognitions.Count + satisfaction.Count + targets.Count && place.Code != PlaceCode.Country)
            {
                others.Add(link);
            }
        }

        return new PublishedHome
        {
            Lead =
            [
                $"本站照录 {sources.Count} 份公开文件里的数，涉及 {places} 个地区；文件的等级：{string.Join("、", sources.Select(s => s.Grade).Where(g => g.Length > 0).Distinct())}。",
                "没有学校数据，本站**不作测算，也不作判断**；原文自己的判断照录原话。",
                "每个数旁边写着出自哪份文件，可以自己去核对。",
            ],
            Stages = [.. stages.Select(s => s.Label)],
            Composites = composites,
            Recognitions = recognitions,
            Satisfaction = satisfaction,
            Targets = targets,
            Others = others,
            CompositeNote = Note(composites.Select(c => c.Source)),
            RecognitionNote = Note(recognitions.Select(c => c.Source)),
            SatisfactionNote = Note(satisfaction.Select(c => c.Source)),
            TargetNote = Note(targets.Select(c => c.Source)),
        };

        TableNote Note(IEnumerable<SourceRef> of) => new([.. of.Distinct()], $"截至 {Format.Day(newest.AsOf)}，发布 {newest.Id}");
    }
}
