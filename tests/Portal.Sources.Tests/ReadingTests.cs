using System.Text;
using Portal.Domain.Data;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;

namespace Portal.Sources.Tests;

/// <summary>What a right set becomes.</summary>
public class ReadingTests
{
    private const string Schools = "small/releases/2023.1/schools.csv";
    private const string Facts = "small/releases/2023.1/facts.csv";

    static ReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Numbers_keep_their_digits_and_lacking_stages_are_not_applicable()
    {
        using SmallSet set = new();
        SchoolTable schools = set.Read().Latest!.Schools;
        int row = schools.Find(new SchoolId("9921000001"))!.Value;
        Assert.Equal("1575.50", schools.Number(row, "teaching_area").ToString());
        Assert.Equal(CellState.NotApplicable, schools.Number(row, "pupils_junior").State);
        Assert.Equal("有", schools.Words(row, "canteen"));
        int point = schools.Find(new SchoolId("9921000002"))!.Value;
        Assert.Equal(CellState.NotReported, schools.Number(point, "teaching_area").State);
        int school = schools.Find(new SchoolId("9931000002"))!.Value;
        Assert.Equal(CellState.NotAvailable, schools.Number(school, "teachers_junior").State);
        Assert.Equal(new SchoolId("9921000001"), schools[schools.Find(new SchoolId("9921000003"))!.Value].HostedBy);
        Assert.EndsWith("data/small/releases/2023.1/schools.csv", schools[row].Origin.File, StringComparison.Ordinal);
        Assert.Equal(2, schools[row].Origin.Row);
    }

    [Fact]
    public void Scheme_settings_and_ledgers_are_typed()
    {
        using SmallSet set = new();
        Dataset data = set.Read();
        Scheme scheme = Assert.Single(data.Schemes);
        Assert.Equal(1.32, scheme.Weights[new StageId("senior")]);
        Assert.Equal(Scope.Coefficient | Scope.Standards, scheme.Outside[0].AppliesTo);
        Assert.Equal(Scope.Coefficient, scheme.Outside[1].AppliesTo);
        Assert.Equal(new Term("pupils_{stage}", 1), scheme.Indicators[0].Per);
        Assert.Null(scheme.MetAtLeast);
        Assert.True(scheme.Composite);
        Assert.Equal("dudao@demo.example", data.Settings.Publisher.Contact);
        Assert.Equal(DataSetKind.Demonstration, data.Settings.Kind);
        Release release = Assert.Single(data.Releases);
        Assert.Equal("0.420", release.Coefficients[0].Value.ToString());
        Assert.Equal("", release.Coefficients[1].Year);
        Assert.Equal("9921000001", release.Targets[1].Subject);
        Assert.False(release.Targets[1].Value.HasValue);
        Assert.Equal(["申报", "认定"], release.Procedure.Select(p => p.Step));
    }

    [Theory]
    [InlineData("UTF-8", "UTF-8")]
    [InlineData("BOM", "UTF-8（带 BOM）")]
    [InlineData("GB18030", "GB18030")]
    public void Encodings_are_told_by_the_whole_file(string encoding, string said)
    {
        using SmallSet set = new();
        string text = File.ReadAllText(set.PathOf(Facts)).Replace("report-2023", "report-2023", StringComparison.Ordinal).Replace(",%,,", ",%,𠮷镇镕,", StringComparison.Ordinal);
        set.Write(Facts, encoding switch
        {
            "GB18030" => Encoding.GetEncoding("GB18030").GetBytes(text),
            "BOM" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        });
        Dataset? data = DatasetReader.Read(set.SetFolder, set.CommonFolder, new ProblemList(), out IReadOnlyList<InputFile> files);
        Assert.Equal("𠮷镇镕", data!.Latest!.Facts[0].Text);
        Assert.Equal(said, files.Single(f => f.File.EndsWith("facts.csv", StringComparison.Ordinal)).Encoding);
    }

    [Fact]
    public void Headers_may_be_Chinese_in_any_order_and_cells_may_be_quoted_over_lines()
    {
        using SmallSet set = new();
        set.Write(Facts, "来源,值,\"名称\",年份,地方,主题,原文\r\nreport-2023,95.20,巩固率,2023,990101,recognition,\"第一行\n第二行，\"\"引\"\"\"\r\n,,,,,,\r\nreport-2023,坏,另一项,2023,990101,recognition,\r\n");
        Assert.Equal(["data/" + Facts + "(4,B): error P210 “坏”不是数。 请只写数字，如 1234.5；没有填报就空着，不适用写 z，无法取得写 x，不予公布写 c。"], set.Problems());
        set.Replace(Facts, "坏", "1");
        Assert.Equal("第一行\n第二行，\"引\"", set.Read().Latest!.Facts[0].Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Parts_in_any_order_give_the_same_table()
    {
        using SmallSet whole = new();
        using SmallSet parts = new();
        string[] lines = File.ReadAllLines(parts.PathOf(Schools));
        parts.Delete(Schools)
            .Write("small/releases/2023.1/schools/b.csv", string.Join('\n', lines[0], lines[1], lines[2]))
            .Write("small/releases/2023.1/schools/a.csv", string.Join('\n', lines[0], lines[5], lines[4], lines[3]));
        SchoolTable one = whole.Read().Latest!.Schools;
        SchoolTable other = parts.Read().Latest!.Schools;
        Assert.Equal(Enumerable.Range(0, one.Count).Select(i => one[i].Id), Enumerable.Range(0, other.Count).Select(i => other[i].Id));
        Assert.All(one.ColumnNames, c => Assert.All(Enumerable.Range(0, one.Count), i => Assert.Equal(one.Number(i, c), other.Number(i, c))));
    }

    [Fact]
    public void A_part_without_a_column_is_blank_there_never_zero()
    {
        using SmallSet set = new();
        set.Move(Schools, "small/releases/2023.1/schools/a.csv").Write("small/releases/2023.1/schools/b.csv", "school,name,place,type\n9921000009,新小学,990102,211\n");
        SchoolTable schools = set.Read().Latest!.Schools;
        int row = schools.Find(new SchoolId("9921000009"))!.Value;
        Assert.Equal(CellState.NotReported, schools.Number(row, "pupils_primary").State);
        Assert.Equal(CellState.NotApplicable, schools.Number(row, "pupils_junior").State);
        Assert.Equal("", schools.Words(row, "canteen"));
    }

    [Fact]
    public void A_file_of_the_set_takes_the_place_of_the_whole_common_one()
    {
        using SmallSet set = new();
        set.Write("small/schemes/basic-2012/standards.csv", "indicator,stage,place,from,until,value,floor,source\nteaching-area,primary,990000,2020-01-01,,4,,省文件\n");
        Scheme scheme = set.Read().Schemes[0];
        Assert.Equal("省文件", Assert.Single(scheme.Standards).Source);
        Assert.Equal(2, scheme.Limits.Count);
    }

    [Fact]
    public void A_revision_replaces_whole_tables_and_takes_the_rest_from_its_base()
    {
        using SmallSet set = new();
        set.Write("small/releases/2023.2/release.yaml", "id: \"2023.2\"\ntitle: 更正\nas_of: 2023-12-31\npublished: 2024-05-01\nstate: final\nbased_on: \"2023.1\"\n")
            .Write("small/releases/2023.2/facts.csv", "place,year,topic,label,value,source\n990102,2023,general,新事实,1,report-2023\n");
        Dataset data = set.Read();
        Assert.Equal(["2023.1", "2023.2"], data.Releases.Select(r => r.Id.ToString()));
        Assert.Equal("新事实", Assert.Single(data.Latest!.Facts).Label);
        Assert.Equal(5, data.Latest.Schools.Count);
        Assert.Equal(2, data.Latest.Targets.Count);
        Assert.Equal("巩固率", Assert.Single(data.Releases[0].Facts).Label);
    }

    [Fact]
    public void A_revision_replaces_one_part_of_a_table_in_parts()
    {
        using SmallSet set = new();
        string[] lines = File.ReadAllLines(set.PathOf(Schools));
        set.Delete(Schools)
            .Write("small/releases/2023.1/schools/990101.csv", string.Join('\n', lines[0], lines[1], lines[2], lines[3], lines[5]))
            .Write("small/releases/2023.1/schools/990102.csv", string.Join('\n', lines[0], lines[4]))
            .Write("small/releases/2023.2/release.yaml", "id: \"2023.2\"\ntitle: 更正\nas_of: 2023-12-31\npublished: 2024-05-01\nstate: final\nbased_on: \"2023.1\"\n")
            .Write("small/releases/2023.2/schools/990102.csv", string.Join('\n', lines[0], lines[4].Replace(",3000,", ",3001,", StringComparison.Ordinal)));
        Dataset data = set.Read();
        string[] areas = [.. data.Releases.Select(r => r.Schools.Number(r.Schools.Find(new SchoolId("9931000002"))!.Value, "teaching_area").ToString())];
        Assert.Equal(["3000", "3001"], areas);
        Assert.Equal(5, data.Latest!.Schools.Count);
    }

    [Fact]
    public void A_workbook_reads_like_the_table_of_its_sheet()
    {
        using SmallSet set = new();
        Workbook.Write(set.Delete(Facts).PathOf("small/releases/2023.1/2023 年.xlsx"), "事实", Workbook.Facts);
        Fact fact = Assert.Single(set.Read().Latest!.Facts);
        Assert.Equal(new PlaceCode("990101"), fact.Place);
        Assert.Equal("95.2", fact.Value.ToString());
        Assert.Equal("2023", fact.Year);
    }

    [Fact]
    public void A_code_shown_with_zeros_in_front_is_that_code()
    {
        using SmallSet set = new();
        object[][] rows = [["code", "name", "level", "parent"], [990000.0, "云岭省", "province", 0.0], [990101.0, "青渡县", "county", 990000.0], [990102.0, "白石县", "county", 990000.0]];
        Workbook.Write(set.Delete("small/places.csv").PathOf("small/book.xlsx"), "places", rows, zeros: true);
        Assert.Equal(PlaceCode.Country, set.Read().Places[new PlaceCode("990000")].Parent);
    }

    [Fact]
    public void A_number_or_a_mail_is_never_repeated()
    {
        using SmallSet set = new();
        set.Replace(Schools, "人民路1号", "13812345678").Replace(Facts, "95.20", "a@b.example").Replace("small/places.csv", "990101,青渡县", "13912345678,青渡县");
        string all = string.Join('\n', set.Problems());
        Assert.DoesNotContain("13812345678", all);
        Assert.DoesNotContain("13912345678", all);
        Assert.DoesNotContain("a@b.example", all);
        Assert.Contains("P234", all);
    }

    [Fact]
    public void Texts_of_the_set_lie_over_the_common_ones()
    {
        using SmallSet set = new();
        set.Write("../input/small/methodology.md", "---\ntitle: 本省的方法\n---\n正文\n");
        ProblemList problems = new();
        string root = Path.GetFullPath(set.PathOf(".."));
        IReadOnlyList<WordsPage> pages = WordsReader.Read(root + "/input/common", root + "/input/small", problems);
        Assert.Equal(["about.md", "methodology.md"], pages.Select(p => p.Path));
        Assert.Equal("本省的方法", pages[1].Title);
        Assert.Equal(4, pages[1].FirstLine);
        Assert.StartsWith("正文", pages[1].Markdown, StringComparison.Ordinal);
        Assert.Equal(0, problems.Errors);
    }
}
