using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Commands;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Site.Pages;
using Portal.Site.Plan;
using Portal.Site.Rendering;
using Portal.Tests.Commands;

namespace Portal.Tests.Sites;

/// <summary>
/// Lists of the whole area that are cut by areas: the demonstration as if two, or twelve, rows were too many for a page, beside the demonstration as it
/// is; and an invented country of 320 counties, more than a page shows.
/// </summary>
public sealed partial class WideListTests
{
    private static readonly RenderedSite Whole = RenderedSite.Bundled("demonstration");
    private static readonly Lazy<RenderedSite> Two = new(() => Cut(2)), Twelve = new(() => Cut(12));

    /// <summary>Lists that are long enough in the demonstration; a new one is named here.</summary>
    private static readonly string[] Lists =
    [
        "promises/", "rectification/", "rectification/matter/safety/", "surveys/", "zones/", "monitoring/2023/", "indicators/basic-2012/composite/", "sources/finance-2023/", "disclosure/funding/",
    ];

    [Fact]
    public void Every_list_is_cut_and_no_link_or_anchor_breaks()
    {
        Assert.All([Two.Value, Twelve.Value], site => Assert.Equal(Whole.Problems, site.Problems));
        Assert.All(Lists, list => Assert.True(Two.Value.Files.Keys.Any(f => f.StartsWith(list + "place/", StringComparison.Ordinal)), list));
        Assert.DoesNotContain(Whole.Files.Keys, f => f.Contains("/place/", StringComparison.Ordinal) && !f.StartsWith("reports/", StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_and_anchors_that_were_cited_stay()
    {
        foreach (RenderedSite site in new[] { Two.Value, Twelve.Value })
        {
            Assert.DoesNotContain(Whole.Files.Keys, f => !site.Files.ContainsKey(f) && !f.StartsWith("search/", StringComparison.Ordinal));
            foreach (PlannedPage page in Whole.Pages)
            {
                // Ids of headings and charts are the page's own affair; anchors are what stands on sections and rows.
                string[] lost = [.. Ids(Whole.Html(page.Address)).Except(Ids(site.Html(page.Address))).Where(id => Anchor().IsMatch(id))];
                Assert.True(lost.Length == 0, $"{page.Address}: {string.Join(' ', lost)}");
            }
        }
    }

    [Fact]
    public void Numbers_of_the_areas_add_up_to_those_of_the_whole()
    {
        // The states at the head of the ledger are counted on the whole; sections and areas must come to the same.
        MatchCollection sections = Section().Matches(Two.Value.Html("rectification/"));
        Assert.NotEmpty(sections);
        Assert.Equal(Section().Matches(Whole.Html("rectification/")).Select(m => m.Value).Order(StringComparer.Ordinal), sections.Select(m => m.Value).Order(StringComparer.Ordinal));
        foreach (Match section in sections)
        {
            string html = Two.Value.Html("rectification/")[section.Index..];
            html = html[..html.IndexOf("</section>", StringComparison.Ordinal)];
            Assert.Equal(Value(section.Groups[2]), Number().Matches(html).Sum(m => Value(m.Groups[1])));
        }

        string[] found = [.. Finding().Matches(Whole.Html("rectification/")).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
        string[] parts = [.. Twelve.Value.Pages.Select(p => p.Address).Where(a => a == "rectification/" || a.StartsWith("rectification/place/", StringComparison.Ordinal)).SelectMany(a => Finding().Matches(Twelve.Value.Html(a)).Select(m => m.Value).Distinct())];
        Assert.NotEmpty(parts);
        Assert.Equal(parts.Distinct(), parts);
        Assert.Empty(parts.Except(found));
    }

    [Fact]
    public void A_change_in_a_county_changes_no_page_that_does_not_name_it_as_its_basis()
    {
        using Workplace work = new();
        PlaceCode county = new("990223");
        string data = work["data/demonstration"];
        work.Edit("data/demonstration/releases/2023.1/findings.csv", "安装净水设备,屿澜县教育局", "安装净水设备两套,屿澜县教育局");
        string part = Path.Combine(data, "releases/2023.1/schools/990223.csv");
        string[] lines = File.ReadAllLines(part, Encoding.Latin1);
        string[] cells = lines[1].Split(',');
        cells[Array.IndexOf(lines[0].Split(','), "books")] = "987";
        lines[1] = string.Join(',', cells);
        File.WriteAllLines(part, lines, Encoding.Latin1);

        RenderedSite changed = RenderedSite.Of(SiteFolders.Find(data, work["input"], work["theme"], work["output"])[0], mostRows: 2);
        string[] other = [.. Two.Value.Files.Keys.Intersect(changed.Files.Keys).Where(f => !Two.Value.Files[f].AsSpan().SequenceEqual(changed.Files[f]))];
        Assert.Contains("indicators/basic-2012/composite/place/990200/index.html", other);
        Assert.Contains("places/990223/rectification/index.html", other);
        Assert.DoesNotContain(other, f => changed.Plan.Find(f)!.Basis.Counties is { } counties && !counties.Contains(county));
        Assert.Contains(changed.Plan.Files, f => f.Path == "rectification/place/990100/index.html" && !f.Basis.Counties!.Contains(county));
    }

    /// <summary>No page that is made of the rows of many counties grows with their number beyond what a phone can open: 60 KB by gzip, 1 MB of HTML.</summary>
    [Fact]
    public void Pages_of_a_country_stay_small()
    {
        using TempFolder temp = new();
        Assert.Equal(0, NationalSetTests.Generate(temp["data/n"], [], "--schools", "640", "--counties", "320", "--periods", "1"));
        Directory.CreateDirectory(temp["none"]);
        ProblemList problems = new();
        using Progress silent = new(TextWriter.Null, terminal: false);
        SitePlan plan = SiteMaker.Make(SiteFolders.Find(temp["data/n"], temp["input"], Repository.At("theme"), temp["none"])[0], new DateOnly(2027, 1, 1), problems, silent)!;
        Assert.Empty(problems.Sorted());
        PlannedPage[] wide = [.. plan.Files.OfType<PlannedPage>().Where(p => p.Basis.Counties is not { Count: < 20 })];
        Assert.All(["promises/place/", "rectification/place/", "sources/stats/place/", "zones/place/", "monitoring/2023/place/", "indicators/basic-2012/composite/place/", "disclosure/funding/place/"], list => Assert.Contains(wide, p => p.Address.StartsWith(list, StringComparison.Ordinal)));
        using PageScratch scratch = new();
        ArrayBufferWriter<byte> buffer = new();
        foreach (PlannedPage page in wide)
        {
            buffer.ResetWrittenCount();
            page.Write(scratch, buffer);
            long packed = Packed(buffer.WrittenSpan);
            Assert.True(buffer.WrittenCount < 1_000_000 && packed < 60_000, $"{page.Path}: {buffer.WrittenCount} bytes, {packed} by gzip");
            // A list has no more rows than the rule says; a value of a source is a third of one.
            int rows = Regex.Count(Encoding.UTF8.GetString(buffer.WrittenSpan), "<tr");
            Assert.True(rows <= 4 * AreaParts.MostRows, $"{page.Path}: {rows} rows");
        }
    }

    private static RenderedSite Cut(int rows) => RenderedSite.Of(RenderedSite.BundledFolders("demonstration"), mostRows: rows);

    private static HashSet<string> Ids(string html) => [.. Id().Matches(html).Select(m => m.Groups[1].Value)];

    private static int Value(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static long Packed(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.Length;
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("^(?!h-|s-|t-)")]
    private static partial Regex Anchor();

    [GeneratedRegex("<h2 id=\"h-(overdue|soon|open|reported|not-passed)\">[^<]*：(\\d+) 项")]
    private static partial Regex Section();

    [GeneratedRegex("（(\\d+) 项）")]
    private static partial Regex Number();

    [GeneratedRegex("#f-[^\"]+")]
    private static partial Regex Finding();
}
