using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Tests.Pages;

/// <summary>
/// A province made by hand. Its one indicator is books per pupil; five schools of the method sheet (rules.md §1.3) give 0.5153, so
/// 0.515 in print. 甲县 is within 0.65; 乙县 has a limit of its own, 0.50; in 丙县 a school has no books reported; 丁县 has two
/// schools; 戊县 has nothing at all.
/// </summary>
internal static class HandSite
{
    public static readonly PlaceCode Province = new("990000");
    public static readonly PlaceCode City = new("990100");
    public static readonly PlaceCode Within = new("990101");
    public static readonly PlaceCode Over = new("990102");
    public static readonly PlaceCode Missing = new("990103");
    public static readonly PlaceCode Small = new("990104");
    public static readonly PlaceCode Nothing = new("990105");
    public static readonly SourceId Report = new("report");
    public static readonly SchemeId Basic = new("basic");
    public static readonly SchemeId Quality = new("quality");
    private static readonly StageId Primary = new("primary");
    private static readonly (int Pupils, int Books)[] MethodSheet = [(45, 279), (37, 137), (89, 935), (76, 160), (55, 402)];

    public static SiteContext Site(IReadOnlyList<ProcedureStep>? procedure = null, IReadOnlyList<Fact>? facts = null, IReadOnlyList<Target>? targets = null, Vocabulary? vocabulary = null, params Release[] more)
    {
        Dataset data = new()
        {
            Settings = new Settings
            {
                Id = "hand", Title = "手算站", ShortTitle = "手算", Description = "手算", Publisher = new Publisher("某省教育督导室", "", ""),
                Origin = "https://demo.example", BasePath = "/", Kind = DataSetKind.Demonstration, Notice = "均为虚构", Province = Province,
            },
            Vocabulary = vocabulary ?? Vocabulary,
            Schemes = [Scheme(Basic, "基本均衡", composite: true), Scheme(Quality, "优质均衡", composite: false)],
            Places = Places,
            Sources = new Dictionary<SourceId, SourceDocument> { [Report] = new(Report, "统计报表", "某厅", "", new DateText("2023-11-20"), "", SourceGrade.Official, "") },
            Channels = [],
            SchoolLinks = [],
            Releases = [.. more, Release("2023", 1, Schools(), procedure, facts, targets)],
        };
        return new SiteContext { Data = data, Findings = Findings.Compute(data), Words = [], Assets = new Dictionary<string, string>() };
    }

    /// <summary>The counties' schools: five of the method sheet each, two in 丁县, a blank in 丙县.</summary>
    public static IReadOnlyList<(School School, Cell Pupils, Cell Books)> Schools() =>
    [
        .. County(Within, 5),
        .. County(Over, 5),
        .. County(Missing, 5).Select((r, i) => i == 4 ? r with { Books = Cell.Blank } : r),
        .. County(Small, 2),
    ];

    /// <summary>Schools of a county, as in the method sheet; with <paramref name="booksPerPupil"/> all have the same.</summary>
    public static IEnumerable<(School School, Cell Pupils, Cell Books)> County(PlaceCode county, int count, int? booksPerPupil = null) =>
        Enumerable.Range(0, count).Select(i => (
            new School(new SchoolId($"{county}{i}"), $"{i + 1} 小", county, i < 3 ? "东镇" : "西乡", "211", "", "县级教育部门", null, "", "", "", new Origin("schools.csv", 2)),
            Cell.Of(MethodSheet[i].Pupils, 0),
            Cell.Of(booksPerPupil is { } each ? each * MethodSheet[i].Pupils : MethodSheet[i].Books, 0)));

    public static Release Release(
        string period,
        int revision,
        IReadOnlyList<(School School, Cell Pupils, Cell Books)> rows,
        IReadOnlyList<ProcedureStep>? procedure = null,
        IReadOnlyList<Fact>? facts = null,
        IReadOnlyList<Target>? targets = null,
        DateOnly? published = null,
        IReadOnlyList<FeedbackCount>? counts = null,
        IReadOnlyList<Correction>? corrections = null,
        IReadOnlyList<PublishedCoefficient>? coefficients = null,
        IReadOnlyList<PublishedSatisfaction>? satisfaction = null,
        IReadOnlyList<FinanceValue>? finance = null,
        IReadOnlyList<GovernmentValue>? government = null,
        IReadOnlyList<ClassBand>? classes = null,
        IReadOnlyList<Finding>? findings = null) => new()
    {
        Id = new ReleaseId(period, revision),
        Title = period + " 年",
        AsOf = new DateOnly(2024, 5, 15),
        StatisticsDate = new DateOnly(2023, 9, 1),
        Published = published ?? new DateOnly(2024, 5, 20),
        State = ReleaseState.Final,
        Schemes = [Basic, Quality],
        Source = Report,
        Schools = new SchoolTable([.. rows.Select(r => r.School)], new Dictionary<string, Cell[]> { ["pupils_primary"] = [.. rows.Select(r => r.Pupils)], ["books"] = [.. rows.Select(r => r.Books)] }),
        Procedure = procedure ?? [],
        Facts = facts ?? [],
        Coefficients = coefficients ?? [],
        Satisfaction = satisfaction ?? [],
        Finance = finance ?? [],
        Government = government ?? [],
        Classes = classes ?? [],
        Targets = targets ?? [],
        Supervision = new Supervision { Feedback = counts ?? [], Corrections = corrections ?? [], Findings = findings ?? [] },
    };

    public static ProcedureStep Step(PlaceCode place, SchemeId scheme, string step, string done, string outcome = "", string text = "") =>
        new(place, scheme, step, new DateText(done), outcome, "某机关", text, Report);

    public static Vocabulary Vocabulary { get; } = new(
        [
            new Column("pupils_primary", "小学在校生", "人", Primary, ColumnKind.Pupils, 0, Disclosure.School, "", null, ""),
            new Column("boarders", "寄宿生数", "人", null, ColumnKind.Pupils, 0, Disclosure.School, "", null, ""),
        ],
        [new SchoolType("211", "小学", [Primary])],
        new Dictionary<(string, string), string> { [("measure", "recruited")] = "新补充教师", [("topic", "teachers")] = "教师" });

    private static PlaceTree Places { get; } = new(
    [
        new Place(Province, "某省", PlaceLevel.Province, PlaceCode.Country),
        new Place(City, "某市", PlaceLevel.City, Province),
        new Place(Within, "甲县", PlaceLevel.County, City),
        new Place(Over, "乙县", PlaceLevel.County, City),
        new Place(Missing, "丙县", PlaceLevel.County, City),
        new Place(Small, "丁县", PlaceLevel.County, City),
        new Place(Nothing, "戊县", PlaceLevel.County, City),
    ]);

    private static Scheme Scheme(SchemeId id, string title, bool composite) => new()
    {
        Id = id,
        Title = title,
        Short = title,
        Document = title + "的办法",
        InForce = new DateOnly(2012, 1, 20),
        Stages = [new Stage(Primary, "小学")],
        Weights = new Dictionary<StageId, double> { [Primary] = 1 },
        Outside = [],
        Composite = composite,
        AppliesToAll = composite,
        MinSchools = 3,
        Indicators = [new Indicator(new IndicatorId("books"), "生均图书册数", "图书", "册", 1, [new Term("books", 1)], new Term("pupils_{stage}", 1), true, Better.Higher, IndicatorUse.Coefficient | IndicatorUse.Standard, "")],
        Limits =
        [
            new Limit(Primary, composite ? "composite" : "each", PlaceCode.Country, new DateOnly(2012, 1, 20), null, composite ? Cell.Of(65, 2) : Cell.Of(50, 2), Sense.AtMost, ""),
            .. composite ? new[] { new Limit(Primary, "composite", Over, new DateOnly(2012, 1, 20), null, Cell.Of(50, 2), Sense.AtMost, "") } : [],
        ],
        // 5 books a pupil: of the method sheet, 137/37 and 160/76 fall short.
        Standards = composite ? [new Standard(new IndicatorId("books"), Primary, Province, new DateOnly(2012, 1, 20), null, Cell.Of(5, 0), null, "")] : [],
    };
}
