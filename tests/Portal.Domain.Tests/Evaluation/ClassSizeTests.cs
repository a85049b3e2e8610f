using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Outcome = Portal.Domain.Evaluation.Outcome;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>班额 and 校额 (rules.md §8, §2.3), worked out by hand: 56 and more is large, 66 and more huge, 45 the standard class, 2000 or 2500 the largest school.</summary>
public class ClassSizeTests
{
    private static readonly SizeRule[] Rules =
    [
        Rule(SizeMeasure.LargeClass, 56), Rule(SizeMeasure.HugeClass, 66), Rule(SizeMeasure.ClassStandard, 45), Rule(SizeMeasure.LargeShare, 5), Rule(SizeMeasure.HugeShare, 2),
        Rule(SizeMeasure.SchoolSize, 2000), Rule(SizeMeasure.SchoolSize, 2500) with { Types = ["312", "345"] },
    ];

    /// <summary>
    /// School 1: 190 pupils in 4 classes, two of 41—45, one of 46—50, one of 56—60; 190/45 = 4.2…, so 5 classes are needed, one more.
    /// School 2: 90 pupils in 2 classes of 41—45: 90/45 = 2, none. Together 6 classes, 1 of them large: 16.7 %.
    /// </summary>
    [Fact]
    public void A_county_adds_up_its_schools()
    {
        StageClasses stage = Assert.Single(Of(
            [("1", 190, 4), ("2", 90, 2)],
            [("1", 41, 45, 2), ("1", 46, 50, 1), ("1", 56, 60, 1), ("2", 41, 45, 2)]).Stages);
        Assert.Equal([new SizeBand(41, 45, 4), new SizeBand(46, 50, 1), new SizeBand(56, 60, 1)], stage.Bands);
        Assert.Equal((6, 1, 0, 1d, 0), (stage.Counted, stage.LargeClasses, stage.HugeClasses, stage.ToOpen, stage.ToOpenUnknown));
        Assert.Equal(100.0 / 6, stage.Share(stage.LargeClasses), 12);
        Assert.Equal([1d, 0d], stage.Schools.Select(s => s.ToOpen.Value));
    }

    [Fact]
    public void A_school_with_classes_to_spare_does_not_help_another()
    {
        // 91 pupils need 3 classes and have 2; 40 pupils need 1 and have 3.
        StageClasses stage = Assert.Single(Of([("1", 91, 2), ("2", 40, 3)], []).Stages);
        Assert.Equal(1, stage.ToOpen);
        Assert.Equal([1d, 0d], stage.Schools.Select(s => s.ToOpen.Value));
    }

    [Fact]
    public void What_is_not_reported_is_in_no_share_and_is_named()
    {
        StageClasses stage = Assert.Single(Of([("1", 120, 2), ("2", 90, 2)], [("1", 56, 60, 1), ("1", 61, 65, 1)]).Stages);
        Assert.Equal((2, 2), (stage.Counted, stage.LargeClasses));
        Assert.Equal(100, stage.Share(stage.LargeClasses));
        Assert.Equal([1], stage.NotReporting.Select(s => s.Row));
        Assert.Null(stage.Schools[1].Large);
        StageClasses none = Assert.Single(Of([("1", 120, 2)], []).Stages);
        Assert.Null(none.LargeClasses);
        Assert.True(double.IsNaN(none.Share(none.LargeClasses)));
    }

    [Fact]
    public void A_band_that_reaches_over_the_limit_tells_nothing_of_it()
    {
        StageClasses stage = Assert.Single(Of([("1", 110, 2)], [("1", 51, 60, 2)]).Stages);
        Assert.Null(stage.LargeClasses);
        Assert.Equal(0, stage.HugeClasses);
    }

    [Fact]
    public void A_blank_figure_leaves_the_classes_to_open_open()
    {
        StageClasses stage = Assert.Single(Of([("1", null, 2), ("2", 91, 2)], []).Stages);
        Assert.Equal((1, 1d), (stage.ToOpenUnknown, stage.ToOpen));
        Assert.Equal(CellState.NotReported, stage.Schools[0].ToOpen.Why);
    }

    [Theory]
    [InlineData("211", 2000, 0, Outcome.Met)]
    [InlineData("211", 2001, 0, Outcome.NotMet)]
    [InlineData("312", 1500, 1000, Outcome.Met)]
    [InlineData("312", 1500, 1001, Outcome.NotMet)]
    [InlineData("345", 2000, 400, Outcome.Met)]
    public void School_size_by_type_counts_the_compulsory_stages_only(string type, int primary, int junior, Outcome expected)
    {
        Dictionary<string, Cell> cells = TestData.Cells(("pupils_primary", primary), ("pupils_junior", junior), ("pupils_senior", 900));
        Release release = TestData.Release([(TestData.School("1", type), cells)]);
        SchoolSize size = Assert.Single(CountyClasses.Of(Data(release), release, [TestData.Primary, TestData.Junior], TestData.County).Sizes);
        Assert.Equal((expected, (double)(primary + junior)), (size.Outcome, size.Pupils.Value));
    }

    [Fact]
    public void A_school_of_unknown_size_is_not_judged()
    {
        Release release = TestData.Release([(TestData.School("1"), []), (TestData.School("2", "341"), TestData.Cells(("pupils_senior", 3000)))]);
        CountyClasses county = CountyClasses.Of(Data(release), release, [TestData.Primary], TestData.County);
        Assert.Equal([Outcome.NotReported, Outcome.NotApplicable], county.Sizes.Select(s => s.Outcome));
    }

    /// <summary>A branch that does not count (不计校数): its 60 pupils in one class are its school's.</summary>
    [Fact]
    public void Rows_that_are_counted_with_a_school_are_part_of_it()
    {
        Release release = Release(
            [(TestData.School("1"), TestData.Cells(("pupils_primary", 90), ("classes_primary", 2))), (TestData.School("2", hostedBy: "1"), TestData.Cells(("pupils_primary", 60), ("classes_primary", 1)))],
            [("1", 41, 45, 2), ("2", 56, 60, 1)]);
        SchoolClasses school = Assert.Single(CountyClasses.Of(Data(release), release, [TestData.Primary], TestData.County).Stages[0].Schools);
        Assert.Equal((150d, 3d, true, 1, 1d), (school.Pupils.Value, school.Classes.Value, school.Reported, school.Large, school.ToOpen.Value));
    }

    [Fact]
    public void Opening_what_is_missing_brings_the_average_class_to_the_standard()
    {
        Prop.ForAll(Gen.Choose(0, 5000).ToArbitrary(), Gen.Choose(1, 120).ToArbitrary(), (pupils, classes) =>
        {
            SchoolClasses school = Of([("1", pupils, classes)], []).Stages[0].Schools[0];
            int all = classes + (int)school.ToOpen.Value;
            // Enough, and not one too many: without the last of them the average would be over the standard.
            return pupils <= 45 * all && (school.ToOpen.Value == 0 || pupils > 45 * (all - 1));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Large_classes_are_never_fewer_than_huge_ones()
    {
        int[] starts = [1, 26, 31, 36, 41, 46, 51, 56, 61, 66];
        Prop.ForAll(Gen.Choose(0, 9).ArrayOf(10).ToArbitrary(), counts =>
        {
            (string, int, int?, int)[] bands = [.. starts.Select((from, i) => ("1", from, i < 9 ? starts[i + 1] - 1 : (int?)null, counts[i])).Where(b => b.Item4 > 0)];
            StageClasses stage = Of([("1", 100, counts.Sum())], bands).Stages[0];
            return counts.Sum() == 0 ? stage.LargeClasses is null : stage.LargeClasses == counts[7] + counts[8] + counts[9] && stage.HugeClasses == counts[9];
        }).QuickCheckThrowOnFailure();
    }

    private static SizeRule Rule(SizeMeasure what, int value) => new(what, null, [], PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(value, 0), null, null, "文件");

    private static CountyClasses Of((string Id, int? Pupils, int Classes)[] schools, (string School, int From, int? To, int Classes)[] bands)
    {
        Release release = Release([.. schools.Select(s => (TestData.School(s.Id), s.Pupils is { } p ? TestData.Cells(("pupils_primary", p), ("classes_primary", s.Classes)) : TestData.Cells(("classes_primary", s.Classes))))], bands);
        return CountyClasses.Of(Data(release), release, [TestData.Primary], TestData.County);
    }

    private static Release Release(IReadOnlyList<(School, Dictionary<string, Cell>)> rows, (string School, int From, int? To, int Classes)[] bands)
    {
        Release bare = TestData.Release(rows);
        return new Release
        {
            Id = bare.Id, Title = bare.Title, AsOf = bare.AsOf, StatisticsDate = bare.StatisticsDate, Published = bare.Published, State = bare.State, Schemes = bare.Schemes, Schools = bare.Schools,
            Classes = [.. bands.Select(b => new ClassBand(new SchoolId(b.School), TestData.Primary, b.From, b.To, b.Classes))],
        };
    }

    private static Dataset Data(Release release)
    {
        Dataset bare = TestData.Dataset(TestData.Scheme(), release);
        return new Dataset
        {
            Settings = bare.Settings, Vocabulary = bare.Vocabulary, Schemes = bare.Schemes, Places = bare.Places, Sources = bare.Sources, Channels = [], SchoolLinks = [], Releases = bare.Releases,
            SizeRules = Rules,
        };
    }
}
