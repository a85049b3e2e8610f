using System.Buffers;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Pages;
using Portal.Site.Search;
using Portal.Site.Text;

namespace Portal.Site.Plan;

/// <summary>The index of texts as planned files: indicators, pages of words, supervision reports, findings of the newest ledger, sentences of counties.</summary>
internal static class TextPlan
{
    /// <summary>Characters of a code that name a province, and a city.</summary>
    private const int ProvinceLength = 2;
    private const int CityLength = 4;

    public static IEnumerable<PlannedFile> Files(SiteContext site, IReadOnlyList<WordsText> words, IReadOnlyList<ReportText> reports) =>
        Files(site, TextIndex.Plan(Documents(site, words, reports), Areas(site)));

    private static IEnumerable<PlannedFile> Files(SiteContext site, IReadOnlyList<TextFile> files)
    {
        Dictionary<IReadOnlyList<TextDocument>, ShownWords[]> words = new(ReferenceEqualityComparer.Instance);
        foreach (TextFile file in files)
        {
            if (!words.TryGetValue(file.Texts, out ShownWords[]? own))
            {
                words.Add(file.Texts, own = [.. file.Texts.Select(text => new ShownWords($"text {text.Kind} {text.Place} {text.Order}", BasisOf(site, text), () => WordsOf(text.Read())))]);
            }

            yield return new PlannedBytes(file.Path, "全文查找索引", to => to.Write(file.ToBytes())) { Words = own };
        }
    }

    private static Basis BasisOf(SiteContext site, TextDocument text) => text.Kind switch
    {
        TextKind.Report => site.Bases.OfReport(text.Order.Split(' ', 2)[1]),
        TextKind.Finding or TextKind.County => site.Bases.Of(new PlaceCode(text.Place)),
        _ => Basis.Everything,
    };

    private static IEnumerable<string> WordsOf(TextBody body) => [body.Title, body.At, body.Date, body.Address, .. body.Sentences];

    /// <summary>Titles that are suggested while a reader types: indicators and supervision reports.</summary>
    public static IEnumerable<PlannedFile> Titles(SiteContext site) =>
        TitleIndex.Plan(Titled(site)).Select(f => new PlannedBytes(f.Path, "标题建议", to => to.Write(f.ToBytes())));

    private static IEnumerable<TitledText> Titled(SiteContext site)
    {
        foreach (Scheme scheme in site.Data.Schemes)
        {
            foreach (IndicatorId id in IndicatorPage.Of(scheme))
            {
                yield return new TitledText(TextKind.Indicator, [], scheme.Id.Value + "/" + id, TitleOf(scheme, id), scheme.Title, "", Addresses.Indicator(scheme.Id, id));
            }
        }

        foreach (InspectionReport report in site.ReportFiles)
        {
            PlaceCode[] places = [.. ReportIndex.PlacesOf(site.Data, report)];
            yield return new TitledText(
                TextKind.Report, [.. places.Where(p => p != PlaceCode.Country).Select(p => p.Value)], Order(report), report.Title, Where(site, places.Cast<PlaceCode?>().FirstOrDefault()), Format.Day(report.Published), Addresses.Report(report.Id));
        }
    }

    private static string TitleOf(Scheme scheme, IndicatorId id) => $"{scheme.Label(id)}（{scheme.Short}）";

    // Newest first: the day counts down.
    private static string Order(InspectionReport report) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - report.Published.DayNumber:D7} {report.Id}");

    /// <summary>Places that narrow the results: the provinces with pages, or where there is only one its cities.</summary>
    internal static IEnumerable<TextArea> Areas(SiteContext site)
    {
        Place[] provinces = [.. site.Index.Pages.Where(p => p.Level == PlaceLevel.Province)];
        return provinces.Length > 1
            ? provinces.Select(p => new TextArea(p.Code.Value[..ProvinceLength], p.Name))
            : site.Index.Pages.Where(p => p.Level == PlaceLevel.City).Select(p => new TextArea(p.Code.Value[..CityLength], p.Name));
    }

    /// <summary>All texts that are searched.</summary>
    internal static IEnumerable<TextDocument> Documents(SiteContext site, IReadOnlyList<WordsText> words, IReadOnlyList<ReportText> reports)
    {
        foreach (Scheme scheme in site.Data.Schemes)
        {
            foreach (IndicatorId indicator in IndicatorPage.Of(scheme))
            {
                yield return new TextDocument(TextKind.Indicator, "", scheme.Id.Value + "/" + indicator, () => Indicator(site, scheme, indicator));
            }
        }

        foreach (WordsText text in words)
        {
            yield return new TextDocument(TextKind.Words, "", text.Page.Path, () => new TextBody(
                text.Page.Title, "", text.Page.Updated is { } day ? Format.Day(day) : "", Addresses.Words(text.Page.Path), [.. Sentences.OfHtml(text.Html)]));
        }

        foreach (ReportText report in reports)
        {
            yield return new TextDocument(TextKind.Report, ReportIndex.PlacesOf(site.Data, report.Report).Select(p => p.Value).FirstOrDefault(""), Order(report.Report), () => Report(site, report));
        }

        foreach (RectificationCase found in site.Ledger is { } ledger ? ledger.Places.SelectMany(ledger.Of) : [])
        {
            yield return new TextDocument(TextKind.Finding, found.Finding.Place.Value, found.Finding.Id, () => Finding(site, found));
        }

        foreach (Place county in site.Index.Pages.Where(p => p.Level == PlaceLevel.County))
        {
            // Three sentences that take a look at all schools of the county: worked out once.
            Lazy<TextBody> sentences = new(() => County(site, county));
            yield return new TextDocument(TextKind.County, county.Code.Value, "", () => sentences.Value);
        }
    }

    private static TextBody Indicator(SiteContext site, Scheme scheme, IndicatorId id)
    {
        Indicator? indicator = scheme.Indicator(id);
        IEnumerable<string> formulas = scheme.Stages.Select(stage => $"{stage.Label}：{IndicatorPage.Formula(site.Data.Vocabulary, scheme, indicator, stage.Id)}");
        return new TextBody(
            TitleOf(scheme, id), scheme.Title, "", Addresses.Indicator(scheme.Id, id),
            [.. formulas, .. indicator is null ? Array.Empty<string>() : [$"单位：{indicator.Unit}"], $"出处：{indicator?.Source ?? scheme.Document}"]);
    }

    private static TextBody Report(SiteContext site, ReportText report)
    {
        ReportPage page = ReportPage.Create(site, report);
        return new TextBody(
            report.Report.Title, Where(site, ReportIndex.PlacesOf(site.Data, report.Report).Cast<PlaceCode?>().FirstOrDefault()), Format.Day(report.Report.Published), Addresses.Report(report.Report.Id),
            [.. page.Meta, .. page.Overview.SelectMany(Sentences.Of), .. Sentences.OfHtml(report.Text.Html)]);
    }

    private static TextBody Finding(SiteContext site, RectificationCase found)
    {
        RectificationRow row = RectificationRow.Of(site, site.Ledger!, found);
        return new TextBody(
            $"{row.Matter.Label}（{row.Id}）",
            Where(site, found.Finding.Place) + (row.School is { } school ? " " + school.Label : ""),
            found.Finding.Issued is { } day ? Format.Day(day) : "",
            row.Address ?? Addresses.RectificationOf(found.Finding.Place),
            [.. Sentences.Of(row.Problem), .. Sentences.Of(row.Demand), row.Responsible, row.StateText, .. row.Notes.SelectMany(Sentences.Of)]);
    }

    private static TextBody County(SiteContext site, Place place)
    {
        CountyContext county = CountyContext.Of(site, place.Code, null);
        PublishedPart published = PublishedPart.Of(site, county.Releases, place.Code);
        return new TextBody(
            place.Name, Where(site, place.Parent), Format.Day(county.Release.AsOf), Addresses.Place(place.Code),
            [.. CountyWords.Lead(county, CountySchools.Of(county), published).SelectMany(Sentences.Of)]);
    }

    // Province, city and county in one word; the country says nothing.
    private static string Where(SiteContext site, PlaceCode? code) =>
        code is { } place ? string.Concat(site.Data.Places.PathUp(place).Where(p => p.Code != PlaceCode.Country).Reverse().Select(p => p.Name)) : "";
}
