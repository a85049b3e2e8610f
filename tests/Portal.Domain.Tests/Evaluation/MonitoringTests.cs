using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using Outcome = Portal.Domain.Evaluation.Outcome;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>States of monitoring (rules.md §3): 滑坡 is only failing the limit again; a worse value within it is 下降. Values are given by hand.</summary>
public class MonitoringTests
{
    private static readonly Limit Within065 = new(TestData.Primary, "composite", PlaceCode.Country, new DateOnly(2012, 1, 1), null, Cell.Of(65, 2), Sense.AtMost, "");

    /// <summary>Composites of successive periods against 0.65: a number, x not reported by the county, ? a value missing, n too few schools.</summary>
    [Theory]
    [InlineData("0.520", MonitoringState.First)]
    [InlineData("0.671", MonitoringState.Over)]
    [InlineData("0.520 0.520", MonitoringState.Holds)]
    [InlineData("0.520 0.482", MonitoringState.Holds)]
    [InlineData("0.520 0.521", MonitoringState.Weakened)]
    [InlineData("0.520 0.650", MonitoringState.Weakened)]
    [InlineData("0.612 0.681", MonitoringState.Slid)]
    [InlineData("0.681 0.700", MonitoringState.Over)]
    [InlineData("0.681 0.660", MonitoringState.Over)]
    [InlineData("0.681 0.640", MonitoringState.Recovered)]
    [InlineData("0.520 0.681 0.640", MonitoringState.Recovered)]
    [InlineData("0.520 0.681 0.690", MonitoringState.Over)]
    [InlineData("0.520 x", MonitoringState.NotReported)]
    [InlineData("0.520 ?", MonitoringState.Undecided)]
    [InlineData("0.520 n", MonitoringState.NotComparable)]
    [InlineData("x 0.520", MonitoringState.First)]
    [InlineData("0.520 x 0.681", MonitoringState.Slid)]
    [InlineData("0.520 ? 0.530", MonitoringState.Weakened)]
    [InlineData("0.681 x 0.690", MonitoringState.Over)]
    [InlineData("0.520 n 0.510", MonitoringState.Holds)]
    public void The_state_of_a_chain(string chain, MonitoringState expected) => Assert.Equal(expected, Case(chain).State);

    [Fact]
    public void The_period_compared_with_is_the_last_with_an_outcome()
    {
        MonitoringCase found = Case("0.700 0.520 x ? 0.681");
        Assert.Equal(("2022", MonitoringState.Slid), (found.Before!.Release.Id.Period, found.State));
        Assert.Equal(5, found.Chain.Count);
        Assert.Null(Case("x 0.5").Before);
    }

    /// <summary>0.1 + 0.2 is 0.30000000000000004 in binary: not worse than 0.3. A difference of 1e-9 is one.</summary>
    [Theory]
    [InlineData(0.3, 0.1 + 0.2, MonitoringState.Holds)]
    [InlineData(0.3, 0.300000001, MonitoringState.Weakened)]
    [InlineData(0.65, 0.65 + 1e-13, MonitoringState.Holds)]
    [InlineData(0.65, 0.65 + 1e-9, MonitoringState.Slid)]
    public void Differences_within_the_tolerance_are_none(double before, double now, MonitoringState expected) =>
        Assert.Equal(expected, Case([Composite(before), Composite(now)]).State);

    /// <summary>Judged by singles (limit 0.5 each): books 0.40 → 0.45, seats 0.48 → 0.47; then books over.</summary>
    [Fact]
    public void Where_no_composite_is_limited_the_singles_decide()
    {
        MonitoringCase weaker = Case([Singles(0.40, 0.48), Singles(0.45, 0.47)]);
        Assert.Equal(MonitoringState.Weakened, weaker.State);
        Assert.Equal(["books"], weaker.Worse.Select(i => i.Value));
        MonitoringCase slid = Case([Singles(0.40, 0.48), Singles(0.51, 0.49)]);
        Assert.Equal(MonitoringState.Slid, slid.State);
        Assert.Equal(["books"], slid.Now.SinglesOver.Select(i => i.Indicator.Value));
        Assert.Equal(MonitoringState.Holds, Case([Singles(0.40, 0.48), Singles(0.40, 0.30)]).State);
        Assert.Null(slid.Now.Composite);
    }

    /// <summary>A province may limit single coefficients beside the composite (rules.md §1.1): one of them over is over, and the composite is still what is compared.</summary>
    [Fact]
    public void A_limit_on_a_single_beside_the_composite_can_be_slid_over()
    {
        StageResult now = Composite(0.50)! with { Indicators = [Single("books", 0.63)] };
        MonitoringCase found = Case([Composite(0.52), now]);
        Assert.Equal(MonitoringState.Slid, found.State);
        Assert.Empty(found.Worse);
    }

    [Fact]
    public void Any_chain_has_the_state_that_its_last_two_outcomes_say()
    {
        Gen<double> values = Gen.Choose(0, 130).Select(v => v / 100.0);
        Prop.ForAll(values.ListOf().Where(l => l.Count > 0).ToArbitrary(), chain =>
        {
            MonitoringCase found = Case([.. chain.Select(Composite)]);
            double now = chain[^1];
            double? before = chain.Count > 1 ? chain[^2] : null;
            // Worked out again on whole hundredths.
            int limit = 65, n = (int)Math.Round(now * 100);
            int? b = before is { } v ? (int)Math.Round(v * 100) : null;
            MonitoringState expected = n > limit ? (b <= limit ? MonitoringState.Slid : MonitoringState.Over)
                : b is null ? MonitoringState.First
                : b > limit ? MonitoringState.Recovered
                : n > b ? MonitoringState.Weakened
                : MonitoringState.Holds;
            return found.State == expected;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Periods_that_are_not_reported_in_between_change_nothing()
    {
        Gen<double> values = Gen.Choose(1, 130).Select(v => v / 100.0);
        Prop.ForAll(values.ListOf().Where(l => l.Count > 1).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (chain, at) =>
        {
            List<StageResult?> with = [.. chain.Select(Composite)];
            with.Insert(at % chain.Count, null);
            return Case(with).State == Case([.. chain.Select(Composite)]).State;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>
    /// The method sheet's five schools give 0.5153 (rules.md §1.3). In 2022.1 a school of 76 pupils has 1600 books in place of 160 (the revision corrects it):
    /// mean 3353/302 = 11.1026, S 6.1588, coefficient 0.5547, worked out outside this project), which is over 0.54.
    /// </summary>
    [Fact]
    public void A_revision_flips_a_verdict_and_each_release_keeps_what_was_seen_from_it()
    {
        Limit limit = Within065 with { Value = Cell.Of(54, 2) };
        Scheme scheme = TestData.Scheme(limits: [limit]);
        Release first = TestData.Release(TestData.MethodSheet(), period: "2021");
        List<(School, Dictionary<string, Cell>)> mistyped = [.. TestData.MethodSheet()];
        mistyped[3] = (mistyped[3].Item1, TestData.Cells(("pupils_primary", 76), ("books", 1600)));
        Release wrong = TestData.Release(mistyped, period: "2022");
        Release right = With(TestData.Release(TestData.MethodSheet(), period: "2022"), new ReleaseId("2022", 2));
        Dataset data = TestData.Dataset(scheme, first, wrong, right);
        Findings findings = Findings.Compute(data);
        Monitoring was = Monitoring.Compute(data, findings, [first, wrong]);
        Monitoring now = Monitoring.Compute(data, findings, [first, right]);
        Assert.Equal(MonitoringState.Slid, Assert.Single(was.Of(TestData.County)).State);
        Assert.Equal(MonitoringState.Holds, Assert.Single(now.Of(TestData.County)).State);
        Assert.Equal((1, 0), (was.Count(PlaceCode.Country, scheme.Id, MonitoringGroup.Slid), now.Count(PlaceCode.Country, scheme.Id, MonitoringGroup.Slid)));
        Assert.Equal(1, now.Count(new PlaceCode("990000"), scheme.Id, MonitoringGroup.Holds));
    }

    [Fact]
    public void A_scheme_is_monitored_where_it_applies_to_all_or_was_applied_for()
    {
        Scheme onApplication = TestData.Scheme(limits: [Within065]) with { AppliesToAll = false };
        Release silent = TestData.Release(TestData.MethodSheet());
        Assert.Empty(Compute(onApplication, silent).Cases);
        ProcedureStep step = new(TestData.County, TestData.TestScheme, Road.Application, new DateText("2023"), "", "", "", new SourceId("s"));
        Assert.Equal(MonitoringState.First, Assert.Single(Compute(onApplication, TestData.Release(TestData.MethodSheet(), procedure: [step])).Cases).State);
        // In 2022 it had not applied: that period is in no chain, so 2023 is its first.
        Release applied = TestData.Release(TestData.MethodSheet(), procedure: [step]);
        Dataset data = TestData.Dataset(onApplication, TestData.Release(TestData.MethodSheet(), period: "2022"), applied);
        MonitoringCase first = Assert.Single(Monitoring.Compute(data, Findings.Compute(data), data.Releases).Cases);
        Assert.Equal((1, MonitoringState.First), (first.Chain.Count, first.State));
        // Without a limit there is nothing to monitor by, and a stage without one is not judged: the scheme's second stage is not in the list.
        Assert.Empty(Compute(TestData.Scheme(), silent).Cases);
        Assert.Equal([TestData.Primary], Compute(TestData.Scheme(limits: [Within065]), silent).Cases.Select(c => c.Stage));
    }

    private static Monitoring Compute(Scheme scheme, Release release)
    {
        Dataset data = TestData.Dataset(scheme, release);
        return Monitoring.Compute(data, Findings.Compute(data), [release]);
    }

    private static MonitoringCase Case(string chain) => Case([.. chain.Split(' ').Select(word => word switch
    {
        "x" => null,
        "?" => Composite(double.NaN),
        "n" => new StageResult(TestData.County, TestData.TestScheme, TestData.Primary, 2, 0, 100, false, [], null),
        _ => Composite(double.Parse(word, System.Globalization.CultureInfo.InvariantCulture)),
    })]);

    private static MonitoringCase Case(IReadOnlyList<StageResult?> chain) => MonitoringCase.Of(
        TestData.County, TestData.Scheme(limits: [Within065]), TestData.Primary,
        [.. chain.Select((result, i) => new MonitoringPoint(TestData.Release([], period: $"{2021 + i}"), result))]);

    private static StageResult? Composite(double value) => new(
        TestData.County, TestData.TestScheme, TestData.Primary, 5, 0, 302, true, [],
        new IndicatorResult(IndicatorId.Composite, 5, 0, double.NaN, double.NaN, value, Within065, Comparison.Judge(value, 0.65, Sense.AtMost)));

    private static StageResult? Singles(double books, double seats) => new(
        TestData.County, TestData.TestScheme, TestData.Primary, 5, 0, 302, true, [Single("books", books), Single("seats", seats)], null);

    private static IndicatorResult Single(string id, double value) =>
        new(new IndicatorId(id), 5, 0, 1, value, value, Within065 with { What = "each", Value = Cell.Of(50, 2) }, Comparison.Judge(value, 0.5, Sense.AtMost));

    private static Release With(Release release, ReleaseId id) => new()
    {
        Id = id, Title = release.Title, AsOf = release.AsOf, StatisticsDate = release.StatisticsDate, Published = release.Published, State = release.State,
        Schemes = release.Schemes, Schools = release.Schools, Procedure = release.Procedure, BasedOn = new ReleaseId(id.Period, 1),
    };
}
