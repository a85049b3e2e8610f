using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Tests.Pages;

/// <summary>A province of one county with two indicators, small enough to work out by hand.</summary>
internal sealed class SmallProvince
{
    public static readonly PlaceCode Province = new("990000");
    public static readonly PlaceCode County = new("990121");
    private static readonly StageId Primary = new("primary");
    private static readonly StageId Junior = new("junior");
    private static readonly DateOnly Start = new(2012, 1, 1);
    private static readonly string[] Numbers = ["pupils_primary", "pupils_junior", "classes_primary", "classes_junior", "sports_area", "teachers_primary", "teachers_junior"];
    private readonly SortedDictionary<string, List<(School School, Cell[] Numbers)>> schools = new(StringComparer.Ordinal);

    public List<SchoolLink> Links { get; } = [];

    public List<ProcedureStep> Steps { get; } = [];

    public List<Exclusion> Exclusions { get; } = [];

    public List<ClassBand> Classes { get; } = [];

    public List<SizeRule> Sizes { get; } = [];

    public bool WithStandards { get; init; } = true;

    /// <summary>What is changed in the schemes.</summary>
    public Func<Scheme, Scheme> Also { get; init; } = scheme => scheme;

    /// <summary>Adds a school to a period; numbers in the order of pupils, classes, sports area, teachers; <c>""</c> is a blank.</summary>
    public SmallProvince Add(string period, string id, string name, string type, string numbers, string sponsor = "县级教育部门", string? host = null)
    {
        string[] cells = numbers.Split(',');
        Assert.Equal(Numbers.Length, cells.Length);
        if (!schools.TryGetValue(period, out List<(School, Cell[])>? rows))
        {
            schools[period] = rows = [];
        }

        School school = new(new SchoolId(id), name, County, "柳汀乡", type, "", sponsor, host is null ? null : new SchoolId(host), "", "", "", new Origin("schools.csv", rows.Count + 2));
        rows.Add((school, Array.ConvertAll(cells, c => c switch { "" => Cell.Blank, "z" => Cell.NotApplicable, _ => Cell.Of(long.Parse(c, System.Globalization.CultureInfo.InvariantCulture), 0) })));
        return this;
    }

    public SiteContext Site()
    {
        Dataset data = new()
        {
            Settings = new Settings { Id = "t", Title = "测试", ShortTitle = "测试", Description = "", Publisher = new Publisher("督导室", "", ""), Origin = "https://demo.example", BasePath = "/", Kind = DataSetKind.Demonstration, Notice = "虚构", Province = Province },
            Vocabulary = new Vocabulary(
                [
                    Column("pupils_primary", "小学在校生数", "人", Primary, ColumnKind.Pupils),
                    Column("pupils_junior", "初中在校生数", "人", Junior, ColumnKind.Pupils),
                    Column("classes_primary", "小学班数", "个", Primary, ColumnKind.Classes),
                    Column("classes_junior", "初中班数", "个", Junior, ColumnKind.Classes),
                    Column("sports_area", "体育运动场馆面积", "m²", null, ColumnKind.Asset, 2),
                    Column("teachers_primary", "小学专任教师数", "人", Primary, ColumnKind.Staff),
                    Column("teachers_junior", "初中专任教师数", "人", Junior, ColumnKind.Staff),
                ],
                [new SchoolType("211", "小学", [Primary]), new SchoolType("218", "小学教学点", [Primary], IsTeachingPoint: true), new SchoolType("312", "九年一贯制学校", [Primary, Junior]), new SchoolType("319", "附设普通初中班", [Junior]), new SchoolType("311", "初级中学", [Junior])],
                new Dictionary<(string, string), string> { [("stage", "primary")] = "小学", [("stage", "junior")] = "初中" }),
            Schemes = [Also(Basic()), Also(Quality())],
            Places = new PlaceTree([new Place(Province, "云岭省", PlaceLevel.Province, PlaceCode.Country), new Place(County, "青渡县", PlaceLevel.County, Province)]),
            Sources = new Dictionary<SourceId, SourceDocument>(),
            Channels = [],
            SchoolLinks = Links,
            SizeRules = Sizes,
            Releases = [.. schools.Select(s => Release(s.Key, s.Value))],
        };
        return new SiteContext { Data = data, Findings = Findings.Compute(data), Words = [], Assets = new Dictionary<string, string>() };
    }

    private Release Release(string period, List<(School School, Cell[] Numbers)> rows) => new()
    {
        Id = new ReleaseId(period, 1),
        Title = period,
        AsOf = new DateOnly(2024, 5, 15),
        StatisticsDate = new DateOnly(int.Parse(period, System.Globalization.CultureInfo.InvariantCulture), 9, 1),
        Published = new DateOnly(2024, 5, 20),
        State = ReleaseState.Final,
        Schemes = [new SchemeId("basic"), new SchemeId("quality")],
        Procedure = Steps,
        Exclusions = Exclusions,
        Classes = Classes,
        Schools = new SchoolTable([.. rows.Select(r => r.School)], Numbers.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => rows.Select(r => r.Numbers[n.i]).ToArray())),
    };

    private static Column Column(string name, string label, string unit, StageId? stage, ColumnKind kind, int decimals = 0) => new(name, label, unit, stage, kind, decimals, Disclosure.School, "", null, "");

    private static Indicator Sports => new(new IndicatorId("sports-area"), "生均体育运动场馆面积", "运动场馆", "m²", 2, [new Term("sports_area", 1)], new Term("pupils_{stage}", 1), true, Better.Higher, IndicatorUse.Coefficient | IndicatorUse.Standard, "");

    private static Indicator Teachers => new(new IndicatorId("teachers"), "师生比", "师生比", "人", 3, [new Term("teachers_{stage}", 1)], new Term("pupils_{stage}", 1), false, Better.Higher, IndicatorUse.Coefficient | IndicatorUse.Standard, "");

    private Scheme Basic() => new()
    {
        Id = new SchemeId("basic"),
        Title = "基本均衡",
        Short = "基本均衡",
        Document = "文件一",
        InForce = Start,
        Stages = [new Stage(Primary, "小学"), new Stage(Junior, "初中")],
        Weights = new Dictionary<StageId, double> { [Primary] = 1, [Junior] = 1.1 },
        Outside = [new OutsideRule("小学教学点", ["218"], [], null, Scope.Coefficient | Scope.Standards), new OutsideRule("民办学校", [], ["民办"], null, Scope.Coefficient | Scope.Standards)],
        Composite = true,
        AppliesToAll = true,
        MinSchools = 3,
        Indicators = [Sports, Teachers],
        Standards = WithStandards ? [Of("sports-area", Primary, Province, 320, 2), Of("teachers", Primary, Province, 53, 3), Of("sports-area", Junior, Province, 600, 2), Of("teachers", Junior, Province, 70, 3)] : [],
        Limits = [new Limit(Primary, "composite", PlaceCode.Country, Start, null, Cell.Of(65, 2), Sense.AtMost, "")],
    };

    private static Scheme Quality() => new()
    {
        Id = new SchemeId("quality"),
        Title = "优质均衡",
        Short = "优质均衡",
        Document = "文件二",
        InForce = Start,
        Stages = [new Stage(Primary, "小学"), new Stage(Junior, "初中")],
        Weights = new Dictionary<StageId, double> { [Primary] = 1, [Junior] = 1.1 },
        Outside = [new OutsideRule("不满 50 人的小学教学点", ["218"], [], 50, Scope.Coefficient | Scope.Standards)],
        Composite = false,
        AppliesToAll = false,
        MinSchools = 3,
        Indicators = [Sports],
        Standards = [Of("sports-area", Primary, PlaceCode.Country, 75, 1), Of("sports-area", Junior, PlaceCode.Country, 102, 1)],
        Limits = [],
    };

    private static Standard Of(string indicator, StageId stage, PlaceCode place, long mantissa, int decimals) => new(new IndicatorId(indicator), stage, place, Start, null, Cell.Of(mantissa, decimals), null, "附表一");
}
