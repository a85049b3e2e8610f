using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>
/// classes.csv: one mistake, one problem (P730–P736). The small set's 青渡学校 has 166 primary pupils; with 4 classes of 36—45 there are
/// between 4 × 36 = 144 and 4 × 45 = 180, so 166 is possible.
/// </summary>
public class ClassMistakeTests
{
    private const string File = "small/releases/2023.1/classes.csv";
    private const string Shown = "data/" + File;
    private const string School = "data/small/releases/2023.1/schools.csv(4)";
    private const string Header = "school,stage,from,to,classes\n";

    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { "P730", "9931000001,primary,36,40,2\n9931000001,primary,41,45,1\n", "(2,E)", ["青渡学校", "primary", "3", "小学班数", "4", School] },
        { "P731", "9931000001,primary,36,42,2\n9931000001,primary,41,45,2\n", "(3,C)", ["41—45", Shown + "(2)", "36—42"] },
        { "P731", "9931000001,primary,36,,2\n9931000001,primary,41,45,2\n", "(3,C)", ["41—45", Shown + "(2)", "36 及以上"] },
        { "P732", "9931000001,primary,45,41,4\n", "(2,D)", ["45", "41"] },
        { "P733", "9921000002,junior,1,25,1\n", "(2,B)", ["青渡教学点", "小学教学点", "junior"] },
        { "P734", "9931000001,primary,41,45,3\n9931000001,primary,46,50,1\n", "(2,C)", ["青渡学校", "primary", "169", "小学在校生数", "166", School] },
        { "P735", "9931000001,primary,31,40,3\n9931000001,primary,41,45,1\n", "(2,D)", ["青渡学校", "primary", "165", "小学在校生数", "166", School] },
        { "P736", "9931000001,primary,36,3000000000,4\n", "(2,D)", ["3000000000"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_gives_one_problem(string code, string rows, string at, string[] arguments)
    {
        using SmallSet set = Set(rows);
        ProblemKind kind = ProblemKinds.All.Single(k => k.Code == code);
        object[] words = arguments;
        Assert.Equal([$"{Shown}{at}: error {code} {string.Format(System.Globalization.CultureInfo.InvariantCulture, kind.Text + " " + kind.Remedy, words)}"], set.Problems());
    }

    [Fact]
    public void Bands_that_agree_are_read_from_small_to_large()
    {
        using SmallSet set = Set("9931000001,primary,41,45,2\n9931000001,primary,36,40,2\n9931000001,junior,66,,2\n9931000001,junior,1,25,3\n");
        Release release = set.Read().Releases[0];
        Assert.Equal([(36, 40, 2), (41, 45, 2)], release.ClassesOf(new SchoolId("9931000001"), new StageId("primary")).Select(b => (b.From, b.To!.Value, b.Classes)));
        Assert.Equal([1, 66], release.ClassesOf(new SchoolId("9931000001"), new StageId("junior")).Select(b => b.From));
        Assert.Equal(0, release.ClassesOf(new SchoolId("9921000001"), new StageId("primary")).Count);
    }

    [Fact]
    public void An_open_band_allows_any_number_of_pupils_and_a_blank_figure_is_not_compared()
    {
        // 青渡一小 reports no classes: the bands are all there is; 450 pupils in 5 classes of 66 and more are at least 330.
        using SmallSet set = Set("9921000001,primary,66,,5\n");
        Assert.Equal([], set.Problems());
    }

    [Fact]
    public void Figures_of_a_revision_are_compared_with_the_bands_that_it_takes_over()
    {
        using SmallSet set = Set("9931000001,primary,36,45,4\n");
        set.Write("small/releases/2023.2/release.yaml", "id: \"2023.2\"\ntitle: 更正\nas_of: 2023-12-31\npublished: 2024-05-01\nstate: final\nbased_on: \"2023.1\"\n");
        set.Write("small/releases/2023.2/schools.csv", System.IO.File.ReadAllText(set.PathOf("small/releases/2023.1/schools.csv")).Replace(",4,5\n", ",5,5\n", StringComparison.Ordinal));
        string problem = Assert.Single(set.Problems());
        Assert.StartsWith(Shown + "(2,E): error P730 “青渡学校”primary的班额各段合计 4 个班，学校表里的“小学班数”是 5 个（data/small/releases/2023.2/schools.csv(4)）。", problem);
    }

    // The valid set has no classes: the two columns are added to it, and to one of its schools.
    private static SmallSet Set(string rows)
    {
        SmallSet set = new();
        set.Append("common/columns.csv", "classes_primary,小学班数,个,primary,classes,0,school,目录,,报表").Append("common/columns.csv", "classes_junior,初中班数,个,junior,classes,0,school,目录,,报表");
        string schools = "small/releases/2023.1/schools.csv";
        string[] lines = System.IO.File.ReadAllLines(set.PathOf(schools));
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] += i == 0 ? ",classes_primary,classes_junior" : i == 3 ? ",4,5" : ",,";
        }

        return set.Write(schools, string.Join('\n', lines) + "\n").Write(File, Header + rows);
    }
}

/// <summary>sizes.csv: the dated rules on the size of classes and schools.</summary>
public class SizeRuleTests
{
    private const string File = "common/sizes.csv";
    private const string Header = "what,stage,types,place,from,until,value,due,source\n";

    [Fact]
    public void The_more_specific_place_then_the_type_then_the_later_row_holds()
    {
        using SmallSet set = new();
        set.Write(File, Header
            + "school-size,,,000000,2017-01-01,,2000,,国家\nschool-size,,312 341,000000,2017-01-01,2022-12-31,2500,,国家\nschool-size,,312 341,000000,2023-01-01,,2400,,国家\n"
            + "large-share,,,000000,2012-01-01,,5,2020,国家\nclass-standard,primary,,990101,2020-01-01,,40,,本县\nclass-standard,primary,,000000,2012-01-01,,45,,国家\n");
        Dataset data = set.Read();
        Assert.Equal("2000", Value("990101", SizeMeasure.SchoolSize, null, "211"));
        Assert.Equal("2400", Value("990101", SizeMeasure.SchoolSize, null, "312"));
        Assert.Equal("40", Value("990101", SizeMeasure.ClassStandard, "primary", ""));
        Assert.Equal("45", Value("990102", SizeMeasure.ClassStandard, "primary", ""));
        Assert.Null(Value("990101", SizeMeasure.ClassStandard, "junior", ""));
        Assert.Equal(2020, new SizeRules(data.SizeRules, [.. data.Places.PathUp(new PlaceCode("990101"))], new DateOnly(2023, 9, 1)).Find(SizeMeasure.LargeShare)!.Due);

        string? Value(string place, SizeMeasure what, string? stage, string type) =>
            new SizeRules(data.SizeRules, [.. data.Places.PathUp(new PlaceCode(place))], new DateOnly(2023, 9, 1)).Find(what, stage is null ? null : new StageId(stage), type)?.Value.ToString();
    }

    [Theory]
    [InlineData("large-class,,,000000,2012-01-01,,56,,国家\nlarge-class,,,000000,2020-01-01,,55,,国家\n", "(3,E): error P404")]
    [InlineData("large-class,,,000000,2012-01-01,2011-01-01,56,,国家\n", "(2,F): error P407")]
    [InlineData("school-size,,313,000000,2012-01-01,,2500,,国家\n", "(2,C): error P317")]
    [InlineData("large-classes,,,000000,2012-01-01,,56,,国家\n", "(2,A): error P233")]
    public void A_mistake_gives_one_problem(string rows, string start)
    {
        using SmallSet set = new();
        Assert.StartsWith("data/" + File + start, Assert.Single(set.Write(File, Header + rows).Problems()));
    }
}
