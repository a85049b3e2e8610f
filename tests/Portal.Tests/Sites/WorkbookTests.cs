using ExcelDataReader;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Portal.Site.Plan;
using Portal.Site.Text;

namespace Portal.Tests.Sites;

/// <summary>The workbooks of workings: calculated again without the program, they come to the values of the pages.</summary>
public sealed class WorkbookTests
{
    private const string Example = "releases/2023.1/places/990001/how/books/primary/working.xlsx";

    public static TheoryData<string> Sites => ["worked-example", "small-county", "corrections", "demonstration"];

    private static RenderedSite Site(string name) => name == "demonstration" ? RenderedSite.Bundled(name) : RenderedSite.Golden(name);

    /// <summary>
    /// Every formula of every workbook gives what is stored beside it, the results are the domain's, and the page prints the same digits.
    /// </summary>
    [Theory]
    [MemberData(nameof(Sites))]
    public void Formulas_give_the_stored_values_and_those_of_domain_and_page(string name)
    {
        RenderedSite site = Site(name);
        Dataset data = site.Plan.Site.Data;
        int formulas = 0;
        foreach (Release release in data.Releases)
        {
            foreach ((PlaceCode county, Scheme scheme, Stage stage) in from c in release.Schools.Counties from s in release.Schemes.Select(s => data.Scheme(s)!) from t in s.Stages select (c, s, t))
            {
                string path = Addresses.Workbook(release.Id, county, scheme.Id, stage.Id);
                string html = site.Html(Addresses.How(release.Id, county, scheme.Id, stage.Id));
                StageResult result = site.Plan.Site.Findings.Find(release.Id, county, scheme.Id, stage.Id)!;
                Spreadsheet book = new(site.Files[path]);
                foreach (((string sheet, string cell), string formula) in book.Formulas)
                {
                    Same(book.Stored(sheet, cell), book.Value(sheet, cell), $"{path} {sheet}!{cell} ={formula}");
                    formulas++;
                }

                IndicatorResult[] results = [.. result.Indicators.Append(result.Composite).OfType<IndicatorResult>()];
                for (int i = 0; i < results.Length; i++)
                {
                    object? cell = book.Stored("结果", $"B{3 + i}");
                    Assert.Equal(results[i].HasValue ? results[i].Value : Format.Coefficient(results[i]), cell);
                    Assert.Contains(results[i].HasValue ? Format.Exact(results[i].Value) : Format.Coefficient(results[i]), html, StringComparison.Ordinal);
                }
            }
        }

        Assert.True(formulas > (name == "worked-example" ? 25 : 50), $"{formulas} formulas");
    }

    /// <summary>The formulas are live: one more book in the third school gives what the method sheet's formula gives for 936.</summary>
    [Fact]
    public void A_reader_who_changes_an_input_gets_the_new_coefficient()
    {
        Spreadsheet book = new(RenderedSite.Golden("worked-example").Files[Example]);
        Assert.Equal(["说明", "学校", "计算", "结果"], book.Sheets);
        Assert.Equal((935d, "H4"), (book.Stored("学校", "G5"), book.Stored("学校", "H5")));
        Assert.Equal(0.51525662988447645386, (double)book.Value("结果", "B4")!, 1e-14);
        Assert.Equal("超过限值", book.Value("结果", "D5"));
        book.Set("学校", "G5", 936);
        Assert.Equal(Exact([45, 37, 89, 76, 55], [279, 137, 936, 160, 402]), (double)book.Value("结果", "B4")!, 1e-14);
        book.Set("学校", "G6", 700);
        Assert.Equal("在限值内", book.Value("结果", "D5"));
    }

    [Fact]
    public void The_same_cells_are_the_same_bytes_and_carry_no_time()
    {
        byte[] one = RenderedSite.Golden("worked-example").Files[Example];
        byte[] other = RenderedSite.Golden("worked-example").Files[Example];
        Assert.NotSame(one, other);
        Assert.True(one.AsSpan().SequenceEqual(other));
        Assert.All(new Spreadsheet(one).Times, t => Assert.Equal(new DateTime(1980, 1, 1), t));
    }

    /// <summary>A reader that the program did not write opens it.</summary>
    [Fact]
    public void Another_programs_reader_opens_it()
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(RenderedSite.Golden("worked-example").Files[Example]));
        List<string> sheets = [];
        object? coefficient = null;
        do
        {
            sheets.Add(reader.Name);
            for (int row = 1; reader.Read(); row++)
            {
                if (reader.Name == "结果" && row == 3)
                {
                    coefficient = reader.GetValue(1);
                }
            }
        }
        while (reader.NextResult());
        Assert.Equal(["说明", "学校", "计算", "结果"], sheets);
        Assert.Equal(0.51525662988447645386, Assert.IsType<double>(coefficient), 1e-14);
    }

    /// <summary>A name that begins like a formula stays a text.</summary>
    [Fact]
    public void A_text_cannot_start_a_formula()
    {
        using TempFolder temp = new();
        Repository.Copy(Repository.At("tests/sites/worked-example"), temp["site"]);
        string schools = temp["site/data/releases/2023.1/schools.csv"];
        File.WriteAllText(schools, File.ReadAllText(schools).Replace("第三小学", "=1+1<&>小学", StringComparison.Ordinal).Replace("算例乡", "@算例乡", StringComparison.Ordinal));
        RenderedSite site = RenderedSite.Of(new Portal.Commands.SiteFolders("named", temp["site/data"], Repository.At("data/common"), temp["site/input"], temp["none"], Repository.At("tests/sites/theme"), ""));
        Spreadsheet book = new(site.Files[Example]);
        Assert.Equal("=1+1<&>小学", book.Stored("学校", "A5"));
        Assert.DoesNotContain(("学校", "A5"), book.Formulas.Keys);
        Assert.Equal("@算例乡", book.Stored("学校", "C6"));
    }

    // The method sheet's formula in decimals, which the program does not use: 28 digits.
    private static double Exact(decimal[] pupils, decimal[] books)
    {
        decimal all = pupils.Sum();
        decimal mean = books.Sum() / all;
        decimal variance = pupils.Zip(books, (p, x) => p / all * ((x / p) - mean) * ((x / p) - mean)).Sum();
        return Math.Sqrt((double)variance) / (double)mean;
    }

    private static void Same(object? stored, object? worked, string where)
    {
        if (stored is double a && worked is double b)
        {
            Assert.True(Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a)), $"{where}: stored {a:R}, worked out {b:R}");
        }
        else
        {
            Assert.True(Equals(stored, worked), $"{where}: stored {stored}, worked out {worked}");
        }
    }
}
