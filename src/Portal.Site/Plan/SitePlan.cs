using System.Collections.Concurrent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Site.Pages;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>The site as a list of addresses, each with the function that renders it. Nothing is rendered until asked for.</summary>
public sealed class SitePlan
{
    /// <summary>Stands after all characters of paths.</summary>
    private const char Last = '\uffff';

    private readonly PlanPart[] parts;
    private readonly AssetPlan assets;
    private readonly WordsText[] texts;
    private readonly ReportText[] reports;

    // By path: the part that plans the file. Of the whole plan, or where it was made for other numbers of the same site, of that.
    private readonly Dictionary<string, int> partOf;
    private readonly ConcurrentDictionary<int, Dictionary<string, PlannedFile>> planned = new();
    private IReadOnlyList<PlannedFile>? files;

    private SitePlan(SiteContext site, AssetPlan assets, WordsText[] texts, ReportText[] reports, Dictionary<string, int>? partOf)
    {
        (Site, this.assets, this.texts, this.reports, this.partOf) = (site, assets, texts, reports, partOf ?? new Dictionary<string, int>(StringComparer.Ordinal));
        PlanPart[] content = [.. PlanParts.Of(site, assets.Files, texts, reports)];
        parts = [.. content, new PlanPart(null, () => ForMachines(content))];
    }

    /// <summary>The site.</summary>
    public SiteContext Site { get; }

    /// <summary>All files in the order in which they are made: by path, but for those that are made after another.</summary>
    public IReadOnlyList<PlannedFile> Files => files ??= InOrder(parts.SelectMany(p => p.Files()));

    /// <summary>The file for an address or path, or null: <c>schools/1/</c> and <c>schools/1/index.html</c> are the same. No other part of the site is planned for it.</summary>
    public PlannedFile? Find(string address) =>
        partOf.TryGetValue(Addresses.FileOf(address), out int part)
            ? planned.GetOrAdd(part, number => parts[number].Files().ToDictionary(f => f.Path, StringComparer.Ordinal)).GetValueOrDefault(Addresses.FileOf(address))
            : null;

    /// <summary>Lets go of the list of files: who asks for one at a time does not need it.</summary>
    public void ForgetFiles() => files = null;

    /// <summary>A check of links against this plan.</summary>
    public LinkCheck NewLinkCheck(ProblemList problems) => new(
        Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal),
        problems,
        Files.OfType<PlannedPage>().Where(p => p.Anchors is not null).ToDictionary(p => p.Path, p => p.Anchors!, StringComparer.Ordinal));

    /// <summary>Plans the site. Two pages for one address and links of texts to nowhere are problems that name both ends.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="findings">Its coefficients.</param>
    /// <param name="words">Texts of input/.</param>
    /// <param name="theme">Files of theme/.</param>
    /// <param name="problems">Takes the problems found.</param>
    /// <param name="reports">Supervision reports.</param>
    /// <param name="mostRows">Rows that a page of the whole area shows at most.</param>
    public static SitePlan Create(Dataset data, Findings findings, IReadOnlyList<WordsPage> words, IReadOnlyList<Asset> theme, ProblemList problems, IReadOnlyList<InspectionReport>? reports = null, int mostRows = AreaParts.MostRows)
    {
        AssetPlan assets = AssetPlan.Create(theme, data.Settings, data.Latest, problems);
        SiteContext site = new() { Data = data, Findings = findings, Words = words, Assets = assets.Addresses, ReportFiles = reports ?? [], MostRows = mostRows };
        WordsText[] texts = [.. words.Select(w => WordsText.Render(w, site, problems))];
        ReportText[] reportTexts = [.. site.ReportFiles.Select(r => ReportText.Render(r, site, problems))];
        SitePlan plan = new(site, assets, texts, reportTexts, null);
        plan.PlanAll(problems);
        plan.CheckLinks(plan.texts.Concat(plan.reports.Select(r => r.Text)), problems);
        return plan;
    }

    /// <summary>
    /// The plan of the same site with other numbers of schools in some counties. Files are planned when they are asked for: which there are is known
    /// from this plan, but for the counties' and for lists that are cut where they are long, which are planned again. Texts are rendered again where they cite a figure of one.
    /// </summary>
    /// <param name="data">Data set that differs from this plan's in nothing else.</param>
    /// <param name="findings">Its coefficients.</param>
    /// <param name="counties">The counties.</param>
    /// <returns>Null where the numbers make a problem of a text: then all must be planned again to tell it.</returns>
    public SitePlan? WithNumbers(Dataset data, Findings findings, IReadOnlySet<PlaceCode> counties)
    {
        ProblemList problems = new();
        SiteContext site = new() { Data = data, Findings = findings, Words = Site.Words, Assets = assets.Addresses, ReportFiles = Site.ReportFiles, MostRows = Site.MostRows };
        HashSet<PlaceCode> touched = [.. counties.SelectMany(county => data.Places.PathUp(county)).Select(p => p.Code)];
        WordsText[] otherTexts = Array.ConvertAll(texts, text => Cites(text.Page.Markdown, touched) ? WordsText.Render(text.Page, site, problems) : text);
        ReportText[] otherReports = Array.ConvertAll(reports, report => Cites(report.Report.Markdown, touched) ? ReportText.Render(report.Report, site, problems) : report);
        SitePlan plan = new(site, assets, otherTexts, otherReports, new Dictionary<string, int>(partOf, StringComparer.Ordinal));
        if (plan.parts.Length != parts.Length)
        {
            return null;
        }

        plan.PlanAgain([.. Enumerable.Range(0, parts.Length).Where(i => plan.parts[i].Cut || (plan.parts[i].County is { } county && counties.Contains(county)))]);
        plan.CheckLinks(otherTexts.Concat(otherReports.Select(r => r.Text)), problems);
        return problems.Errors + problems.Warnings > 0 ? null : plan;
    }

    private static bool Cites(string markdown, HashSet<PlaceCode> places) =>
        WordsText.FigurePattern().Matches(markdown).Any(m => FigureReference.Parse(m.Groups[1].Value, out _) is not { } figure || places.Contains(figure.Place));

    private void PlanAll(ProblemList problems)
    {
        List<PlannedFile> all = [];
        AddressBook addresses = new();
        for (int i = 0; i < parts.Length; i++)
        {
            if (i == parts.Length - 1)
            {
                files = all; // the feeds for machines list the pages that were planned before them
            }

            foreach (PlannedFile file in parts[i].Files())
            {
                if (FileNames.IsReservedPath(file.Path))
                {
                    problems.Add(ProblemKinds.ReservedName, new Location(file.Origin), file.Path);
                }

                if (addresses.Add(file) is { } taken)
                {
                    problems.Add(ProblemKinds.AddressTwice, new Location(file.Path), file.Path, taken, file.Origin);
                    continue;
                }

                partOf.Add(file.Path, i);
                all.Add(file);
            }
        }

        files = InOrder(all);
    }

    private void PlanAgain(HashSet<int> some)
    {
        foreach (string path in partOf.Where(p => some.Contains(p.Value)).Select(p => p.Key).ToArray())
        {
            partOf.Remove(path);
        }

        foreach (int part in some)
        {
            foreach (PlannedFile file in parts[part].Files())
            {
                partOf[file.Path] = part;
            }
        }
    }

    // Anchors inside pages of data are looked for when those are rendered.
    private void CheckLinks(IEnumerable<WordsText> all, ProblemList problems)
    {
        Dictionary<string, WordsText> byAddress = texts.ToDictionary(t => Addresses.Words(t.Page.Path), StringComparer.Ordinal);
        foreach (WordsText text in all)
        {
            foreach (WordsLink link in text.Links)
            {
                if (!partOf.ContainsKey(Addresses.FileOf(link.Address)))
                {
                    problems.Add(ProblemKinds.LinkToNowhere, new Location(text.Page.File, link.Line), link.Written, link.Address);
                }
                else if (link.Anchor.Length > 0 && byAddress.TryGetValue(link.Address, out WordsText? other) && !other.Anchors.Contains(Uri.UnescapeDataString(link.Anchor)))
                {
                    problems.Add(ProblemKinds.BrokenAnchor, new Location(text.Page.File, link.Line), other.Page.File, link.Anchor);
                }
            }
        }
    }

    private IEnumerable<PlannedFile> ForMachines(PlanPart[] content)
    {
        IEnumerable<PlannedFile> all = files ?? content.SelectMany(p => p.Files());
        string[] listed = [.. all.OfType<PlannedPage>().Where(page => page.Address is not "404.html" && !page.Superseded).Select(page => page.Address)];
        return Feeds.Sitemaps(Site.Data.Settings, listed).Append(Feeds.Releases(Site)).Append(Feeds.Robots(Site.Data.Settings));
    }

    private static PlannedFile[] InOrder(IEnumerable<PlannedFile> all) =>
        [.. all.OrderBy(f => f.MadeAfter.Length > 0 ? f.MadeAfter + Last : f.Path, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)];
}
