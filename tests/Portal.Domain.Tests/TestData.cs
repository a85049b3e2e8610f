using Portal.Domain.Data;
using Portal.Domain.Schemes;

namespace Portal.Domain.Tests;

/// <summary>A small county made by hand.</summary>
internal static class TestData
{
    public static readonly StageId Primary = new("primary");
    public static readonly StageId Junior = new("junior");
    public static readonly StageId Senior = new("senior");
    public static readonly PlaceCode County = new("990101");
    public static readonly SchemeId TestScheme = new("test");
    public static readonly IndicatorId Books = new("books");

    public static Vocabulary Words { get; } = new(
        [],
        [
            new SchoolType("211", "小学", [Primary]),
            new SchoolType("218", "小学教学点", [Primary], IsTeachingPoint: true),
            new SchoolType("311", "初级中学", [Junior]),
            new SchoolType("312", "九年一贯制学校", [Primary, Junior]),
            new SchoolType("319", "附设普通初中班", [Junior]),
            new SchoolType("341", "完全中学", [Junior, Senior]),
            new SchoolType("345", "十二年一贯制学校", [Primary, Junior, Senior]),
        ],
        new Dictionary<(string, string), string>());

    public static Scheme Scheme(bool split = true, int minSchools = 3, IReadOnlyList<OutsideRule>? outside = null, IReadOnlyList<Limit>? limits = null, IReadOnlyList<Standard>? standards = null) => new()
    {
        Id = TestScheme,
        Title = "测试办法",
        Short = "测试",
        Document = "测试",
        InForce = new DateOnly(2012, 1, 1),
        Stages = [new Stage(Primary, "小学"), new Stage(Junior, "初中")],
        Weights = new Dictionary<StageId, double> { [Primary] = 1, [Junior] = 1.1, [Senior] = 1.32 },
        Outside = outside ?? [],
        Composite = true,
        AppliesToAll = true,
        MinSchools = minSchools,
        Indicators = [new Indicator(Books, "生均图书", "图书", "册", 1, [new Term("books", 1)], new Term("pupils_{stage}", 1), split, Better.Higher, IndicatorUse.Coefficient | IndicatorUse.Standard, "")],
        Limits = limits ?? [],
        Standards = standards ?? [],
    };

    public static School School(string id, string type = "211", string sponsor = "县级教育部门", string? hostedBy = null) =>
        new(new SchoolId(id), "学校" + id, County, "", type, "", sponsor, hostedBy is null ? null : new SchoolId(hostedBy), "", "", "", new Origin("schools.csv", 2));

    public static Release Release(IReadOnlyList<(School School, Dictionary<string, Cell> Cells)> rows, IReadOnlyList<Exclusion>? exclusions = null, IReadOnlyList<ProcedureStep>? procedure = null, string period = "2023")
    {
        string[] names = [.. rows.SelectMany(r => r.Cells.Keys).Distinct()];
        return new Release
        {
            Id = new ReleaseId(period, 1),
            Title = period,
            AsOf = new DateOnly(2024, 5, 1),
            StatisticsDate = new DateOnly(2023, 9, 1),
            Published = new DateOnly(2024, 5, 20),
            State = ReleaseState.Final,
            Schemes = [TestScheme],
            Schools = new SchoolTable([.. rows.Select(r => r.School)], names.ToDictionary(n => n, n => rows.Select(r => r.Cells.GetValueOrDefault(n, Cell.Blank)).ToArray())),
            Exclusions = exclusions ?? [],
            Procedure = procedure ?? [],
        };
    }

    /// <summary>The release with tables of evaluation.</summary>
    public static Release With(
        Release release, IReadOnlyList<GovernmentValue>? government = null, IReadOnlyList<ClassBand>? classes = null, IReadOnlyList<FinanceValue>? finance = null,
        IReadOnlyList<Survey>? surveys = null, IReadOnlyList<SurveyGroup>? groups = null) => new()
    {
        Id = release.Id,
        Title = release.Title,
        AsOf = release.AsOf,
        StatisticsDate = release.StatisticsDate,
        Published = release.Published,
        State = release.State,
        Schemes = release.Schemes,
        Schools = release.Schools,
        Exclusions = release.Exclusions,
        Procedure = release.Procedure,
        Government = government ?? [],
        Classes = classes ?? [],
        Finance = finance ?? [],
        Surveys = surveys ?? [],
        SurveyGroups = groups ?? [],
    };

    public static Dataset Dataset(Scheme scheme, params Release[] releases) => Dataset(scheme, Words, releases);

    public static Dataset Dataset(Scheme scheme, Vocabulary vocabulary, params Release[] releases) => new()
    {
        Settings = new Settings { Id = "test", Title = "", ShortTitle = "", Description = "", Publisher = new Publisher("", "", ""), Origin = "", BasePath = "/", Kind = DataSetKind.Demonstration, Notice = "" },
        Vocabulary = vocabulary,
        Schemes = [scheme],
        Places = new PlaceTree(
        [
            new Place(PlaceCode.Country, "全国", PlaceLevel.Country, null),
            new Place(new PlaceCode("990000"), "某省", PlaceLevel.Province, PlaceCode.Country),
            new Place(County, "某县", PlaceLevel.County, new PlaceCode("990000")),
        ]),
        Sources = new Dictionary<SourceId, SourceDocument>(),
        Channels = [],
        SchoolLinks = [],
        Releases = releases,
    };

    public static Dictionary<string, Cell> Cells(params (string Column, long Value)[] cells) => cells.ToDictionary(c => c.Column, c => Cell.Of(c.Value, 0));

    public static IReadOnlyList<(School, Dictionary<string, Cell>)> MethodSheet() =>
    [
        (School("1"), Cells(("pupils_primary", 45), ("books", 279))),
        (School("2"), Cells(("pupils_primary", 37), ("books", 137))),
        (School("3"), Cells(("pupils_primary", 89), ("books", 935))),
        (School("4"), Cells(("pupils_primary", 76), ("books", 160))),
        (School("5"), Cells(("pupils_primary", 55), ("books", 402))),
    ];
}
