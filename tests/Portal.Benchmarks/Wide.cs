using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Site.Plan;
using Portal.Site.Rendering;

namespace Portal.Benchmarks;

/// <summary>The largest page of each kind, without writing the site: pages that grow with the country are all rendered, those of a county or school one in so many.</summary>
internal static class Wide
{
    // Pages made of the rows of at most so many counties do not grow with the country.
    private const int Narrow = 8;

    /// <summary>Prints a table in Markdown: pages of each kind, how many of them were rendered, the largest by HTML and by gzip; largest first.</summary>
    public static void Run(string data, string input, string theme, int every, TextWriter output)
    {
        BenchSet set = BenchSet.Read(data, input, theme);
        SitePlan plan = set.Plan(Findings.Compute(set.Data));
        Dictionary<string, (int Pages, int Rendered, long Html, long Gzip, string Largest)> kinds = new(StringComparer.Ordinal);
        using PageScratch scratch = new();
        ArrayBufferWriter<byte> buffer = new();
        foreach (PlannedFile file in plan.Files.Where(f => f.IsPage))
        {
            string kind = Kinds.KindOf(file);
            (int pages, int rendered, long html, long gzip, string largest) = kinds.GetValueOrDefault(kind, (0, 0, 0, 0, ""));
            if (file.Basis.Counties is not { Count: <= Narrow } || pages % every == 0)
            {
                rendered++;
                buffer.ResetWrittenCount();
                file.Write(scratch, buffer);
                long packed = Packed(buffer.WrittenMemory);
                largest = packed > gzip ? file.Path : largest;
                gzip = Math.Max(gzip, packed);
                html = Math.Max(html, buffer.WrittenCount);
            }

            kinds[kind] = (pages + 1, rendered, html, gzip, largest);
        }

        output.WriteLine("| kind | pages | rendered | largest HTML KB | largest gzip KB | which |\n|---|---:|---:|---:|---:|---|");
        foreach ((string kind, (int pages, int rendered, long html, long gzip, string largest)) in kinds.OrderByDescending(k => k.Value.Gzip).ThenBy(k => k.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {pages:N0} | {rendered:N0} | {html / 1000.0:N0} | {gzip / 1000.0:0.0} | {largest.Replace("index.html", "", StringComparison.Ordinal)} |"));
        }

        Tell(plan, output);
    }

    // What a build after one county's change renders: all that is made of everything, of an area with the county in it, or of the county.
    private static void Tell(SitePlan plan, TextWriter output)
    {
        PlaceCode county = plan.Site.Data.Places.All.First(p => p.Level == PlaceLevel.County && plan.Site.Index.HasPage(p.Code)).Code;
        PlannedFile[] pages = [.. plan.Files.Where(f => f.IsPage)];
        PlannedFile[] all = [.. pages.Where(f => f.Basis.Counties is null)];
        PlannedFile[] touched = [.. pages.Where(f => f.Basis.Counties is { } counties && counties.Contains(county))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA change in county {county} renders {all.Length + touched.Length:N0} of {pages.Length:N0} pages: {all.Length:N0} made of everything, {touched.Count(f => f.Basis.Counties!.Count > Narrow):N0} of its areas, {touched.Count(f => f.Basis.Counties!.Count <= Narrow):N0} of itself."));
        output.WriteLine("Made of everything, by kind: " + string.Join(", ", all.GroupBy(Kinds.KindOf).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(8).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count():N0}"))));
    }

    private static long Packed(ReadOnlyMemory<byte> bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes.Span);
        }

        return packed.Length;
    }
}
