using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Site.Tests.Charts;

/// <summary>Schemes and results made by hand.</summary>
internal static class Hand
{
    public static readonly StageId Primary = new("primary");
    public static readonly Place County = new(new PlaceCode("990121"), "青渡县", PlaceLevel.County, PlaceCode.Country);

    public static Scheme Scheme(bool composite, params string[] indicators) => new()
    {
        Id = new SchemeId("hand"),
        Title = "手算办法",
        Short = "手算",
        Document = "手算文件",
        InForce = new DateOnly(2012, 1, 20),
        Stages = [new Stage(Primary, "小学")],
        Weights = new Dictionary<StageId, double>(),
        Outside = [],
        Composite = composite,
        AppliesToAll = true,
        MinSchools = 3,
        Indicators = [.. indicators.Select(i => Indicator(i))],
    };

    public static Indicator Indicator(string name, string unit = "m²", int decimals = 2, Better better = Better.Higher) =>
        new(new IndicatorId(name), name, name, unit, decimals, [new Term("x", 1)], new Term("pupils_{stage}", 1), false, better, IndicatorUse.Coefficient | IndicatorUse.Standard, "手算文件");

    public static Limit Limit(string what, long mantissa, int decimals = 2) =>
        new(Primary, what, PlaceCode.Country, new DateOnly(2012, 1, 20), null, Cell.Of(mantissa, decimals), Sense.AtMost, "手算文件");

    public static IndicatorResult Result(string name, double value, Limit? limit = null, int missing = 0) =>
        new(new IndicatorId(name), 5, missing, 1, 1, value, limit, limit is null ? Outcome.NotApplicable : missing > 0 ? Outcome.NotReported : Comparison.Judge(value, limit.Value.Value, limit.Sense));

    public static StageResult Stage(IndicatorResult? composite, params IndicatorResult[] singles) => StageIn(County, composite, singles);

    public static StageResult StageIn(Place place, IndicatorResult? composite, params IndicatorResult[] singles) =>
        new(place.Code, new SchemeId("hand"), Primary, 5, 0, 1000, true, singles, composite);

    public static Release Release(string id) => new()
    {
        Id = ReleaseId.TryParse(id, out ReleaseId parsed) ? parsed : throw new ArgumentException(id),
        Title = id,
        AsOf = new DateOnly(2024, 5, 15),
        Published = new DateOnly(2024, 5, 20),
        State = ReleaseState.Final,
        Schemes = [new SchemeId("hand")],
    };

    public static SchoolIndicator School(double value, long standard, int decimals, double mean, Outcome outcome, double shortfall, Indicator? indicator = null)
    {
        Indicator of = indicator ?? Indicator("运动场馆");
        Standard applied = new(of.Id, Primary, PlaceCode.Country, new DateOnly(2012, 1, 20), null, Cell.Of(standard, decimals), null, "手算标准");
        Amount amount = double.IsNaN(value) ? new Amount(value, CellState.NotReported) : new Amount(value, CellState.Reported);
        return new SchoolIndicator(of, amount, applied, mean, outcome, shortfall);
    }
}
