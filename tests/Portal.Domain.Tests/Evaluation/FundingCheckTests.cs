using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>Checks of public spending by worked numbers (rules.md §8); rates worked out by hand beside each.</summary>
public class FundingCheckTests
{
    private static readonly SourceId Accounts = new("accounts");
    private static readonly PlaceTree Places = new([new Place(new PlaceCode("990000"), "某省", PlaceLevel.Province, PlaceCode.Country), new Place(TestData.County, "某县", PlaceLevel.County, new PlaceCode("990000"))]);

    [Theory]
    // 104/100 = 4 %, 206/200 = 3 %.
    [InlineData(100, 104, 200, 206, Outcome.Met, 4, 3)]
    // Both 4 %: not higher.
    [InlineData(100, 104, 200, 208, Outcome.NotMet, 4, 4)]
    // 0.1/0.3 and 0.2/0.6 are the same share though their doubles differ.
    [InlineData(3, 4, 6, 8, Outcome.NotMet, 100.0 / 3, 100.0 / 3)]
    // It fell, revenue fell more: growth is higher all the same.
    [InlineData(100, 99, 200, 196, Outcome.Met, -1, -2)]
    public void Growth_over_compares_growth_with_growth(long before, long now, long otherBefore, long otherNow, Outcome outcome, double growth, double other)
    {
        FundingYear year = Last(Check(FundingRule.GrowthOver, "a b"), Of("a", 2022, before), Of("a", 2023, now), Of("b", 2022, otherBefore), Of("b", 2023, otherNow));
        Assert.Equal(outcome, year.Outcome);
        Assert.Equal(growth, year.Value, 9);
        Assert.Equal(other, year.Against, 9);
    }

    [Theory]
    [InlineData(FundingRule.Growth, 700, 701, Outcome.Met)]
    [InlineData(FundingRule.Growth, 700, 700, Outcome.NotMet)]
    [InlineData(FundingRule.Growth, 700, 699, Outcome.NotMet)]
    [InlineData(FundingRule.NotDown, 700, 700, Outcome.Met)]
    [InlineData(FundingRule.NotDown, 700, 699, Outcome.NotMet)]
    public void Growth_asks_for_more_and_not_down_for_no_less(FundingRule rule, long before, long now, Outcome outcome) =>
        Assert.Equal(outcome, Last(Check(rule, "a"), Of("a", 2022, before), Of("a", 2023, now)).Outcome);

    [Theory]
    [InlineData(5210, 5209, Outcome.NotMet)] // 520.9 of 5210 is 9.998 %.
    [InlineData(5210, 5210, Outcome.Met)] // 521 of 5210 is 10 % exactly.
    public void A_share_is_compared_unrounded(long whole, long tenths, Outcome outcome)
    {
        FundingYear year = Last(Check(FundingRule.ShareAtLeast, "a b", threshold: 10), Of("a", 2023, tenths, 1), Of("b", 2023, whole));
        Assert.Equal(outcome, year.Outcome);
    }

    [Fact]
    public void A_share_must_rise()
    {
        // 339/1898 = 17.8609 % after 319/1771 = 18.0124 %; 361/2013 = 17.9334 % after that.
        FinanceValue[] figures = [Of("a", 2021, 319), Of("b", 2021, 1771), Of("a", 2022, 339), Of("b", 2022, 1898), Of("a", 2023, 361), Of("b", 2023, 2013)];
        FundingFinding finding = Find(Check(FundingRule.ShareRises, "a b", years: 2), figures);
        Assert.Equal([Outcome.NotMet, Outcome.Met], finding.Years.Select(y => y.Outcome));
        Assert.Equal(17.8609, finding.Years[0].Value, 4);
        Assert.Equal(18.0124, finding.Years[0].Against, 4);
    }

    [Theory]
    [InlineData(850, 850, Outcome.Met)]
    [InlineData(845, 850, Outcome.NotMet)]
    [InlineData(0, 0, Outcome.Met)]
    public void Used_in_full_is_at_least_what_was_collected(long used, long collected, Outcome outcome) =>
        Assert.Equal(outcome, Last(Check(FundingRule.UsedInFull, "a b"), Of("a", 2023, used), Of("b", 2023, collected)).Outcome);

    [Fact]
    public void A_missing_year_leaves_both_years_that_need_it_open_and_no_other()
    {
        FundingFinding finding = Find(Check(FundingRule.Growth, "a", years: 4), Of("a", 2019, 1), Of("a", 2020, 2), Of("a", 2022, 3), Of("a", 2023, 4));
        Assert.Equal([Outcome.Met, Outcome.NotReported, Outcome.NotReported, Outcome.Met], finding.Years.Select(y => y.Outcome));
        Assert.True(double.IsNaN(finding.Years[1].Value));
    }

    [Fact]
    public void A_blank_or_withheld_value_is_not_reported_and_z_is_not_applicable()
    {
        FundingCheck check = Check(FundingRule.Growth, "a");
        Assert.Equal(Outcome.NotReported, Last(check, Of("a", 2022, 1), Of("a", 2023, Cell.Blank)).Outcome);
        Assert.Equal(Outcome.NotReported, Last(check, Of("a", 2022, Cell.Without(CellState.Withheld)), Of("a", 2023, 1)).Outcome);
        Assert.Equal(Outcome.NotApplicable, Last(check, Of("a", 2022, Cell.NotApplicable), Of("a", 2023, Cell.NotApplicable)).Outcome);
    }

    [Fact]
    public void Nothing_is_divided_by_zero()
    {
        Assert.Equal(Outcome.NotApplicable, Last(Check(FundingRule.ShareAtLeast, "a b", threshold: 10), Of("a", 2023, 0), Of("b", 2023, 0)).Outcome);
        Assert.Equal(Outcome.NotApplicable, Last(Check(FundingRule.GrowthOver, "a b"), Of("a", 2022, 0), Of("a", 2023, 5), Of("b", 2022, 1), Of("b", 2023, 2)).Outcome);
    }

    [Fact]
    public void A_demand_on_the_country_is_shown_but_not_judged_in_a_county()
    {
        FundingCheck check = Check(FundingRule.ShareAtLeast, "a b", threshold: 4) with { CountryOnly = true };
        FundingYear county = Last(check, Of("a", 2023, 3), Of("b", 2023, 100));
        Assert.Equal((Outcome.NotApplicable, true, 3.0), (county.Outcome, county.Reference, county.Value));
        FinanceBook country = new([Of("a", 2023, 3), Of("b", 2023, 100)]);
        Assert.Equal(Outcome.NotMet, FundingFinding.Of([check], Places, PlaceCode.Country, country, 2023)[0].Years[^1].Outcome);
    }

    [Fact]
    public void The_nearest_place_and_the_newest_date_of_each_year_count()
    {
        FundingCheck country = Check(FundingRule.ShareAtLeast, "a b", threshold: 10, years: 2);
        FundingCheck province = country with { Place = new PlaceCode("990000"), Threshold = Cell.Of(15, 0), From = new DateOnly(2023, 7, 1) };
        FundingFinding finding = FundingFinding.Of([country, province], Places, TestData.County, new FinanceBook([Of("a", 2022, 12), Of("b", 2022, 100), Of("a", 2023, 12), Of("b", 2023, 100)]), 2023).Single();
        Assert.Equal([Outcome.Met, Outcome.NotMet], finding.Years.Select(y => y.Outcome));
        FundingFinding late = Find(country with { From = new DateOnly(2023, 1, 1) }, Of("a", 2023, 12), Of("b", 2023, 100));
        Assert.Null(late.Years[0].Check);
        Assert.Equal(Outcome.NotApplicable, late.Years[0].Outcome);
    }

    [Fact]
    public void A_measure_by_stage_takes_the_stage_of_the_check()
    {
        FundingCheck check = Check(FundingRule.Growth, "a") with { Inputs = [new FundingMeasure("a", TestData.Junior)], Stage = TestData.Junior };
        FinanceValue[] both = [Of("a", 2022, 9) with { Stage = TestData.Primary }, Of("a", 2023, 1) with { Stage = TestData.Primary }, Of("a", 2022, 5) with { Stage = TestData.Junior }, Of("a", 2023, 6) with { Stage = TestData.Junior }];
        Assert.Equal(Outcome.Met, Last(check, both).Outcome);
    }

    [Theory]
    [InlineData("2024-05-15", 2023)]
    [InlineData("2023-12-31", 2023)]
    [InlineData("2023-12-30", 2022)]
    public void The_last_financial_year_is_the_last_that_is_over(string day, int year) =>
        Assert.Equal(year, FundingYears.Last(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    // 25830/24160 − 1 = 6.9123 %, 62328/58300 − 1 = 6.9091 %: two decimals would print both as 6.91.
    [InlineData(6.9123, 6.9091, "6.912", "6.909")]
    [InlineData(5, 3, "5.00", "3.00")]
    [InlineData(4, 4, "4.00", "4.00")]
    [InlineData(0.001, 0, "0.001", "0.000")]
    [InlineData(-0.004, 0, "-0.004", "0.000")]
    public void Two_printed_figures_stand_to_each_other_as_the_values_do(double first, double second, string one, string other) =>
        Assert.Equal((one, other), Comparison.PrintPair(first, second, 2));

    private static FundingCheck Check(FundingRule rule, string inputs, long? threshold = null, int years = 2) => new(
        "c", 1, "组", "要求", rule, [.. inputs.Split(' ').Select(m => new FundingMeasure(m, null))], null, threshold is { } t ? Cell.Of(t, 0) : Cell.Blank, years, false, new DateOnly(1995, 9, 1), PlaceCode.Country, "");

    private static FinanceValue Of(string measure, int year, long value, int decimals = 0) => Of(measure, year, Cell.Of(value, decimals));

    private static FinanceValue Of(string measure, int year, Cell value) => new(TestData.County, year, null, measure, value, Accounts);

    private static FundingFinding Find(FundingCheck check, params FinanceValue[] figures) => FundingFinding.Of([check], Places, TestData.County, new FinanceBook(figures), 2023).Single();

    private static FundingYear Last(FundingCheck check, params FinanceValue[] figures) => Find(check, figures).Years[^1];
}
