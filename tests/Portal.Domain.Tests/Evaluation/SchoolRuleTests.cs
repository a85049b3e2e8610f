using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;
using static Portal.Domain.Tests.TestData;
using Outcome = Portal.Domain.Evaluation.Outcome;

namespace Portal.Domain.Tests.Evaluation;

/// <summary>The school rule (rules.md §2.2): six of seven standards, the remaining one at 85 % of its own; the 2012 rule: all of them.</summary>
public class SchoolRuleTests
{
    // Seven amounts for 100 pupils against the primary standards of 2017; per hundred pupils the amount is the value.
    private static readonly string[] Names = ["above", "backbone", "arts", "teaching", "sports", "equipment", "rooms"];
    private static readonly string[] StandardsOf2017 = ["4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"];
    private static readonly string[] AllMet = ["4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"];

    private static Cell Digits(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return text.Length == 0 ? Cell.Blank : text == "z" ? Cell.NotApplicable
            : Cell.Of(long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), point < 0 ? 0 : text.Length - 1 - point);
    }

    private static SchoolResult Judge(IReadOnlyList<string> amounts, int? least = 6, string? floor = "0.85", int standards = 7, string pupils = "100", IReadOnlyList<OutsideRule>? outside = null)
    {
        Scheme scheme = Scheme(outside: outside) with
        {
            MetAtLeast = least,
            Indicators = [.. Names.Select(n => new Indicator(new IndicatorId(n), n, n, "", 2, [new Term(n, 1)], new Term("pupils_{stage}", 0.01), false, Better.Higher, IndicatorUse.Standard, ""))],
            Standards = [.. Names.Take(standards).Select((n, i) => new Standard(new IndicatorId(n), Primary, PlaceCode.Country, new DateOnly(2012, 1, 1), null, Digits(StandardsOf2017[i]), floor is null ? null : Digits(floor), ""))],
        };
        Dictionary<string, Cell> cells = Names.Zip(amounts, (name, amount) => (name, Digits(amount))).ToDictionary();
        cells["pupils_primary"] = Digits(pupils);
        Release release = Release([(School("1"), cells)]);
        return SchoolResult.Compute(Dataset(scheme, release), release, scheme, new SchoolPart(release, scheme, Primary, Words, 0), null);
    }

    private static string[] With(int index, string value, params (int Index, string Value)[] more)
    {
        string[] amounts = [.. AllMet];
        amounts[index] = value;
        foreach ((int i, string other) in more)
        {
            amounts[i] = other;
        }

        return amounts;
    }

    private static string Ids(IEnumerable<SchoolIndicator> indicators) => string.Join(' ', indicators.Select(i => i.Indicator.Id));

    [Fact]
    public void Seven_of_seven_is_met()
    {
        SchoolResult result = Judge(AllMet);
        Assert.Equal((Outcome.Met, 7, 1, 7, 0), (result.Outcome, result.Rule.Standards, result.Rule.Exemptions, result.Rule.Met.Count, result.Rule.Missed.Count));
    }

    /// <summary>The floors that 九龙坡区 prints: 3.57 of 4.2; and the others by hand, 0.85 × standard.</summary>
    [Theory]
    [InlineData(0, "3.57", "3.569")]
    [InlineData(1, "0.85", "0.849")]
    [InlineData(2, "0.765", "0.764")]
    [InlineData(3, "3.825", "3.824")]
    [InlineData(4, "6.375", "6.374")]
    [InlineData(5, "1700", "1699")]
    [InlineData(6, "1.955", "1.954")]
    public void The_remaining_one_must_reach_its_floor(int index, string floor, string below)
    {
        SchoolResult at = Judge(With(index, floor));
        Assert.Equal(Outcome.Met, at.Outcome);
        Assert.Equal(Names[index], Ids(at.Rule.Exempt));
        Assert.Equal(Names[index], Ids(at.Rule.Missed));
        Assert.Equal(double.Parse(floor, System.Globalization.CultureInfo.InvariantCulture), at.Rule.Exempt[0].Floor, 12);

        SchoolResult under = Judge(With(index, below));
        Assert.Equal(Outcome.NotMet, under.Outcome);
        Assert.Empty(under.Rule.Exempt);
        Assert.Equal(Names[index], Ids(under.Rule.Failing));
    }

    [Fact]
    public void Two_below_are_one_too_many_even_above_their_floors()
    {
        SchoolResult result = Judge(With(0, "4.1", (4, "7.4")));
        Assert.Equal(Outcome.NotMet, result.Outcome);
        Assert.Empty(result.Rule.Exempt);
        Assert.Equal("above sports", Ids(result.Rule.Failing));
    }

    [Fact]
    public void Where_all_are_asked_for_one_below_is_not_met_whatever_its_floor()
    {
        Assert.Equal(Outcome.NotMet, Judge(With(0, "4.1"), least: null).Outcome);
        Assert.Equal(Outcome.Met, Judge(AllMet, least: null).Outcome);
    }

    [Fact]
    public void Without_a_floor_the_remaining_one_is_free() => Assert.Equal(Outcome.Met, Judge(With(0, "0"), floor: null).Outcome);

    [Fact]
    public void A_blank_is_not_reported_and_what_is_known_to_be_missed_stays_listed()
    {
        SchoolResult result = Judge(With(0, "", (1, "0.1"), (2, "0.1")));
        Assert.Equal(Outcome.NotReported, result.Outcome);
        Assert.Equal("above", Ids(result.Rule.NotReported));
        Assert.Equal("backbone arts", Ids(result.Rule.Missed));
        Assert.Equal(Outcome.NotReported, Judge(With(0, "")).Outcome);
        Assert.Equal(Outcome.NotReported, Judge(AllMet, pupils: "").Outcome);
    }

    [Fact]
    public void What_does_not_apply_is_neither_met_nor_missed()
    {
        Assert.Equal(Outcome.Met, Judge(With(0, "z")).Outcome);
        Assert.Equal(Outcome.Met, Judge(With(0, "z", (1, "0.9"))).Outcome);
        Assert.Equal(Outcome.NotMet, Judge(With(0, "z", (1, "0.8"))).Outcome);
    }

    [Fact]
    public void Without_standards_pupils_or_a_place_in_the_scheme_nothing_is_judged()
    {
        Assert.Equal(Outcome.NotApplicable, Judge(AllMet, standards: 0).Outcome);
        Assert.Equal(Outcome.NotApplicable, Judge(With(0, ""), pupils: "0").Outcome);
        SchoolResult left = Judge(With(0, "1"), outside: [new OutsideRule("小学", ["211"], [], null, Scope.Standards)]);
        Assert.Equal((Outcome.NotApplicable, "小学"), (left.Outcome, left.LeftOut));
        Assert.Equal(Outcome.NotMet, Judge(With(0, "1"), outside: [new OutsideRule("小学", ["211"], [], null, Scope.Coefficient)]).Outcome);
    }

    /// <summary>However the cells lie, blanking one never gives 达标 or 未达标: a blank is no zero and no pass.</summary>
    [Fact]
    public void A_blank_never_decides() => Prop.ForAll(Amounts(), Arb.From(Gen.Choose(0, 6)), (amounts, index) =>
    {
        string[] blank = [.. amounts];
        blank[index] = "";
        return Judge(blank).Outcome == Outcome.NotReported;
    }).QuickCheckThrowOnFailure();

    /// <summary>The rule again in whole numbers: amounts and standards times a thousand.</summary>
    [Fact]
    public void The_rule_agrees_with_whole_numbers() => Prop.ForAll(Amounts(), amounts =>
    {
        long[] standard = [4200, 1000, 900, 4500, 7500, 2_000_000, 2300];
        long[] have = [.. amounts.Select(a => (long)(decimal.Parse(a, System.Globalization.CultureInfo.InvariantCulture) * 1000))];
        int[] below = [.. Enumerable.Range(0, 7).Where(i => have[i] < standard[i])];
        bool met = below.Length == 0 || (below.Length == 1 && have[below[0]] * 100 >= standard[below[0]] * 85);
        return Judge(amounts).Outcome == (met ? Outcome.Met : Outcome.NotMet);
    }).QuickCheckThrowOnFailure();

    // Percent of the standard from 80 to 105, so that all three cases come up.
    private static Arbitrary<string[]> Amounts() => Arb.From(
        from shares in Gen.ArrayOf(Gen.Frequency((5, Gen.Choose(100, 105)), (1, Gen.Choose(80, 99))), 7)
        select shares.Select((share, i) => (decimal.Parse(StandardsOf2017[i], System.Globalization.CultureInfo.InvariantCulture) * share / 100).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)).ToArray());
}
