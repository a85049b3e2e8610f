using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsvHelper;
using Portal.Tests.Sites;

namespace Portal.Tests.Verification;

/// <summary>HTML = CSV = JSON: one computation feeds all.</summary>
public sealed class SameValuesTests
{
    private const string Data = "releases/2023.1/data/";

    private static List<string[]> Csv(byte[] bytes)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using CsvReader reader = CsvReader.Create(bytes.AsMemory(3), new CsvReaderOptions { Separator = ',', HasHeader = false });
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    [Theory]
    [InlineData("demonstration")]
    [InlineData("published")]
    public void Every_table_has_the_same_cells_in_csv_and_json(string set)
    {
        IReadOnlyDictionary<string, byte[]> files = RenderedSite.Bundled(set).Files;
        string[] tables = [.. files.Keys.Where(f => f.StartsWith("releases/", StringComparison.Ordinal) && f.EndsWith(".csv", StringComparison.Ordinal))];
        Assert.NotEmpty(tables);
        foreach (string table in tables)
        {
            List<string[]> csv = Csv(files[table]);
            using JsonDocument json = JsonDocument.Parse(files[table[..^4] + ".json"]);
            List<string[]> same = [[.. json.RootElement.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)], .. json.RootElement.GetProperty("data").EnumerateArray().Select(r => r.EnumerateArray().Select(Cell).ToArray())];
            Assert.Equal(csv.Select(r => r.Select(Plain)), same);
        }

        static string Cell(JsonElement e) => e.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => e.GetString()!, _ => e.GetRawText() };

        static string Plain(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;
    }

    [Fact]
    public void The_county_pages_print_the_coefficients_of_the_download()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        List<string[]> rows = Csv(site.Files[Data + "coefficients.csv"]);
        Dictionary<string, string> labels = Csv(site.Files[Data + "scheme-basic-2012/indicators.csv"]).Skip(1).ToDictionary(r => r[0], r => r[1]);
        labels["composite"] = "综合";
        int compared = 0;
        foreach (IGrouping<string, string[]> county in rows.Skip(1).Where(r => r[2] == "basic-2012" && r[10].Length > 0).GroupBy(r => r[1]))
        {
            IElement table = new HtmlParser().ParseDocument(site.Html($"releases/2023.1/places/{county.Key}/")).QuerySelector("#coef table.data")!;
            string[] stages = [.. table.QuerySelectorAll("thead th").Skip(1).Select(h => h.TextContent)];
            foreach (string[] row in county)
            {
                IElement line = table.QuerySelectorAll("tr").Single(r => r.QuerySelector("th[scope=row]")?.TextContent == labels[row[4]]);
                string printed = line.QuerySelectorAll("td")[Array.IndexOf(stages, row[3] == "primary" ? "小学" : "初中")].TextContent;
                decimal value = Math.Round((decimal)double.Parse(row[10], CultureInfo.InvariantCulture), 3, MidpointRounding.AwayFromZero);
                Assert.Contains(value.ToString("F3", CultureInfo.InvariantCulture), printed, StringComparison.Ordinal);
                Assert.Equal(row[13] == "not_met", printed.Contains("超过", StringComparison.Ordinal));
                compared++;
            }
        }

        Assert.True(compared > 100);
    }

    [Fact]
    public void The_county_offers_its_own_rows_and_says_how_to_find_them_in_the_whole()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        List<string[]> all = Csv(site.Files[Data + "coefficients.csv"]);
        Assert.Equal(all.Where((r, i) => i == 0 || r[1] == "990121"), Csv(site.Files["releases/2023.1/places/990121/data.csv"]));
        IElement cite = new HtmlParser().ParseDocument(site.Html("places/990121/")).QuerySelector("#cite-s")!;
        Assert.Equal(["../../releases/2023.1/places/990121/data.csv", "../../releases/2023.1/places/990121/data.json", "../../releases/2023.1/data/"], cite.QuerySelectorAll("a").Skip(1).Take(3).Select(a => a.GetAttribute("href")));
        Assert.Contains("选 990121", cite.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_downloads_states_the_rows_that_the_files_have()
    {
        RenderedSite site = RenderedSite.Bundled("demonstration");
        foreach (IElement row in new HtmlParser().ParseDocument(site.Html(Data)).QuerySelectorAll("tbody tr"))
        {
            string file = row.QuerySelector("a")!.GetAttribute("href")!;
            Assert.Equal(Csv(site.Files[Data + file]).Count - 1, int.Parse(row.QuerySelector("td.num")!.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        }

        using JsonDocument package = JsonDocument.Parse(site.Files[Data + "datapackage.json"]);
        foreach (JsonElement resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            Assert.Equal(Csv(site.Files[Data + resource.GetProperty("path").GetString()])[0], resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        }

        string readme = Encoding.UTF8.GetString(site.Files[Data + "README.txt"]);
        Assert.Contains("1E-09", readme, StringComparison.Ordinal);
        Assert.Contains("  shortfall：", readme, StringComparison.Ordinal);
        Assert.Contains("演示数据", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognition_is_only_in_the_table_of_the_authoritys_steps()
    {
        IReadOnlyDictionary<string, byte[]> files = RenderedSite.Bundled("demonstration").Files;
        foreach (string table in new[] { "coefficients", "attainment" })
        {
            List<string[]> rows = Csv(files[$"{Data}{table}.csv"]);
            int nature = Array.IndexOf(rows[0], "nature");
            Assert.Equal(["computed", "reference"], rows.Skip(1).Select(r => r[nature]).Distinct().Order());
        }
    }
}
