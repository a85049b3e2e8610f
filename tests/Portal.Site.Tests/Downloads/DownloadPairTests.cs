using System.Buffers;
using System.Text;
using Portal.Site.Downloads;
using Portal.Site.Plan;
using Portal.Site.Rendering;
using Portal.Site.Tests.Pages;

namespace Portal.Site.Tests.Downloads;

/// <summary>CSV and JSON made from one pass over the rows are what each is when made alone.</summary>
public class DownloadPairTests
{
    private int passes;

    private DownloadTable Table => new("t", DownloadKind.Result, "表", [new("a", DownloadType.Text, "甲"), new("b", DownloadType.Number, "乙")], to =>
    {
        passes++;
        for (int i = 0; i < 20_000; i++)
        {
            to.Text(i % 7 == 0 ? "" : "=学校, \"甲\" 𠮷" + i);
            to.Number(i % 5 == 0 ? double.NaN : i / 3.0);
            to.EndRow();
        }
    });

    [Theory]
    [InlineData("0", 1, "CSV alone")]
    [InlineData("01", 1, "JSON after CSV: the rows were worked out once")]
    [InlineData("10", 2, "JSON first: each alone")]
    [InlineData("0110", 3, "asked for again, as a preview does")]
    public void In_whatever_order_they_are_asked_for(string order, int worked, string why)
    {
        DownloadTable table = Table;
        (string Csv, string Json) alone = (Written(to => table.Csv(table.Parts[0], to)), Written(to => table.Json(table.Parts[0], to)));
        passes = 0;
        PlannedFile[] files = [.. table.Files("x/", Basis.Everything)];
        using PageScratch scratch = new();

        foreach (char which in order)
        {
            Assert.Equal(which == '0' ? alone.Csv : alone.Json, Written(to => files[which - '0'].Write(scratch, to)));
        }

        Assert.True(passes == worked, $"{why}: {passes} passes over the rows.");
        Assert.Equal(20_000, table.Parts[0].Count());
        Assert.Equal(worked, passes);
    }

    [Fact]
    public void A_json_file_of_a_site_is_made_two_tables_after_its_csv_file_and_the_page_that_counts_rows_after_all()
    {
        string[] paths = [.. PlanOf().Files.Select(f => f.Path).Where(p => p.StartsWith("releases/2023.1/data/", StringComparison.Ordinal))];
        string[] csv = [.. paths.Where(p => p.EndsWith(".csv", StringComparison.Ordinal))];

        Assert.True(csv.Length > 10);
        for (int i = 0; i + 2 < csv.Length; i++)
        {
            int json = Array.IndexOf(paths, Path.ChangeExtension(csv[i], ".json"));
            Assert.True(json > Array.IndexOf(paths, csv[i + 2]), csv[i]);
            Assert.True(i + 3 >= csv.Length || json < Array.IndexOf(paths, csv[i + 3]), csv[i]);
        }

        Assert.Equal("releases/2023.1/data/index.html", paths.Last(p => p.EndsWith(".html", StringComparison.Ordinal)));
        Assert.True(Array.IndexOf(paths, "releases/2023.1/data/index.html") > Array.IndexOf(paths, csv[^1]));
    }

    private static SitePlan PlanOf()
    {
        SiteContext site = HandSite.Site();
        return SitePlan.Create(site.Data, site.Findings, [], [], new Portal.Domain.Problems.ProblemList());
    }

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> to = new();
        write(to);
        return Encoding.UTF8.GetString(to.WrittenSpan);
    }
}
