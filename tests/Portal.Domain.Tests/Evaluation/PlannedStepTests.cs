using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>A promised step against the procedure, and the steps that lie ahead; days and years are compared by hand.</summary>
public class PlannedStepTests
{
    private static readonly PlaceCode County = new("990121");
    private static readonly SchemeId Quality = new("quality-2017");
    private static readonly DateOnly AsOf = new(2024, 5, 15);

    [Theory]
    [InlineData("2023", "", PlanState.Overdue)]
    [InlineData("2024", "", PlanState.Open)] // 2024 is not over on 15 May
    [InlineData("", "", PlanState.Undated)]
    [InlineData("2023", "认定 2023-11-02 recognised", PlanState.Done)]
    [InlineData("2023", "认定 2022 recognised", PlanState.Done)]
    [InlineData("2023", "认定 2024-01-10 recognised", PlanState.DoneLate)]
    [InlineData("2023", "认定 2022 recognised,撤销 2023-06 withdrawn", PlanState.Overdue)] // undone before the year was over
    [InlineData("2023", "公示 2023-12 done", PlanState.Overdue)] // a step before it is not the step
    public void Promised_by(string year, string steps, PlanState expected) =>
        Assert.Equal(expected, PlannedStep.Of(Target(year), Road.Recognition, RoadOf(steps), AsOf).State);

    [Fact]
    public void A_provincial_evaluation_that_was_not_passed_is_not_taken() =>
        Assert.Equal(PlanState.Overdue, PlannedStep.Of(Target("2022"), "省评", RoadOf("省评 2022-10 not-passed"), AsOf).State);

    [Fact]
    public void A_measure_means_the_step_that_the_vocabulary_says()
    {
        Vocabulary words = new([], [], new Dictionary<(string, string), string> { [("planned-step", "quality-recognition")] = "quality-2017 认定", [("measure", "investment")] = "教育投入" });
        Assert.Equal((Quality, "认定"), PlannedStep.Meaning(words, "quality-recognition"));
        Assert.Null(PlannedStep.Meaning(words, "investment"));
    }

    [Theory]
    [InlineData("", "")] // nobody applied
    [InlineData("申报 2023-06 applied", "自评 复核 省评 公示 认定")]
    [InlineData("申报 2023-06 applied,自评 2023-09 done", "复核 省评 公示 认定")]
    [InlineData("自评 2018 done,复核 2018-06 passed,推迟 2019-11 deferred", "")] // decided: nothing lies ahead until the county applies again
    [InlineData("省评 2018 not-passed,推迟 2019-11 deferred,申报 2021 applied", "自评 复核 省评 公示 认定")]
    [InlineData("公示 2016-02 done,认定 2016-03 recognised", "")]
    public void Steps_that_lie_ahead(string steps, string expected) => Assert.Equal(expected, string.Join(' ', RoadOf(steps).Ahead()));

    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-09-01", "2023-09-01", "2023-09-01")]
    public void A_date_of_a_document_spans_days(string text, string earliest, string latest)
    {
        Assert.Equal(DateOnly.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture), new DateText(text).FirstDay);
        Assert.Equal(DateOnly.Parse(latest, System.Globalization.CultureInfo.InvariantCulture), new DateText(text).LastDay);
    }

    [Fact]
    public void No_date_spans_nothing() => Assert.Equal((null, null), (new DateText("").FirstDay, new DateText("").LastDay));

    [Theory]
    [InlineData("2019-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2022-12-31", true)]
    [InlineData("2023-01-01", false)]
    public void A_place_exists_from_its_first_to_its_last_day(string day, bool exists) => Assert.Equal(exists, new Place(
        County, "", PlaceLevel.County, null, null, new DateOnly(2020, 1, 1), new DateOnly(2022, 12, 31)).ExistsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private static Target Target(string year) => new(County.Value, year, "quality-recognition", Cell.Blank, Sense.AtLeast, "", "", new SourceId("plan"));

    private static Road RoadOf(string steps) => Road.Of(
        new Release
        {
            Id = new ReleaseId("2023", 1), Title = "", AsOf = AsOf, Published = AsOf, State = ReleaseState.Final, Schemes = [],
            Procedure = [.. steps.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(' ')).Select(s => new ProcedureStep(County, Quality, s[0], new DateText(s[1]), s[2], "", "", new SourceId("d")))],
        },
        County,
        Quality);
}
