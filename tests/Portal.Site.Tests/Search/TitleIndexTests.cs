using System.IO.Compression;
using System.Text;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>Which titles stand in which file, as theme/titles.js reads them.</summary>
public sealed class TitleIndexTests
{
    [Fact]
    public void Few_titles_stand_in_one_file_indicators_first()
    {
        TitledText[] titles =
        [
            Report("2", "990121", "报告二"),
            new(TextKind.Indicator, [], "basic/books", "生均图书册数", "基本均衡", "", "/indicators/basic/books/"),
            Report("1", "990222", "报告\t一"),
        ];
        IReadOnlyList<SearchFile> files = TitleIndex.Plan(titles);
        Assert.Equal(["search/titles/all"], files.Select(f => f.Path));
        Assert.Equal(
            "portal-titles 1\t\n"
            + "i\t生均图书册数\t基本均衡\t\tindicators/basic/books/\n"
            + "r\t报告 一\t某省990222\t2023-01-02\treports/1/\n"
            + "r\t报告二\t某省990121\t2023-01-02\treports/2/\n",
            Text(files[0]));
        Assert.Equal(files[0].ToBytes(), TitleIndex.Plan(titles.Reverse())[0].ToBytes());
        Assert.Empty(TitleIndex.Plan([]));
    }

    [Fact]
    public void Many_reports_stand_with_their_cities_and_the_countrys_own_stay()
    {
        IEnumerable<TitledText> many = Enumerable.Range(0, TitleIndex.ReportsTogether).Select(n => Report($"{n:D3}", n % 2 == 0 ? "990121" : "980100", "报告"));
        IReadOnlyList<SearchFile> files = TitleIndex.Plan(
        [
            .. many,
            new(TextKind.Indicator, [], "basic/books", "生均图书册数", "", "", "/i/"),
            new(TextKind.Report, [], "900", "全国的报告", "", "", "/reports/900/"),
            new(TextKind.Report, ["980100", "980122", "990000"], "901", "两个市的报告", "", "", "/reports/901/"),
        ]);
        Assert.Equal(["search/titles/all", "search/titles/9801", "search/titles/9900", "search/titles/9901"], files.Select(f => f.Path));
        Assert.Equal("portal-titles 1\t9801 9900 9901\ni\t生均图书册数\t\t\ti/\nr\t全国的报告\t\t\treports/900/\n", Text(files[0]));
        Assert.Equal([101, 1, 100], files.Skip(1).Select(f => Text(f).Count(c => c == '\n')));
        Assert.Equal([1, 1, 0], files.Skip(1).Select(f => Text(f).Split("reports/901/").Length - 1));
    }

    private static TitledText Report(string id, string place, string title) => new(TextKind.Report, [place], id, title, "某省" + place, "2023-01-02", $"/reports/{id}/");

    private static string Text(SearchFile file)
    {
        using GZipStream gzip = new(new MemoryStream(file.ToBytes()), CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
