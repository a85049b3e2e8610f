using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Problems;
using Portal.Domain.Schemes;
using Portal.Sources;

namespace Portal.Tests.Sites;

/// <summary>
/// A hundred invented schools in six counties against tests/sites/exact.py, which works out coefficients, means, deviations, shortfalls and
/// the school rule in exact fractions from the tables and the rules' text, without the program.
/// </summary>
public sealed class HundredSchoolsTests
{
    private static readonly Lazy<(Dataset Data, Findings Findings)> Made = new(() =>
    {
        ProblemList problems = new();
        Dataset? data = DatasetReader.Read(Repository.At("tests/hundred-schools/data"), Repository.At("data/common"), problems);
        Assert.True(data is not null, string.Join('\n', problems.Sorted()));
        return (data, Findings.Compute(data));
    });

    private static Dataset Data => Made.Value.Data;

    private static Release Release => Data.Latest!;

    private static string[][] Expected(string name) => ExactFractionsTests.Rows($"tests/hundred-schools/expected/{name}.csv");

    private static StageResult Stage(string[] row) =>
        Made.Value.Findings.Find(Release.Id, new PlaceCode(row[1]), new SchemeId(row[2]), new StageId(row[3]))!;

    [Fact]
    public void There_are_a_hundred_schools_of_all_kinds()
    {
        School[] rows = [.. Enumerable.Range(0, Release.Schools.Count).Select(i => Release.Schools[i])];
        Assert.True(rows.Count(r => !Data.Vocabulary.IsCountedElsewhere(r)) >= 100);
        Assert.Equal(["211", "218", "219", "311", "312", "319", "321", "341", "345", "514"], rows.Select(r => r.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.True(rows.Count(r => r.HostedBy is not null) >= 8);
    }

    [Fact]
    public void Coefficients_means_and_deviations_are_those_of_exact_fractions()
    {
        string[][] expected = Expected("coefficients");
        Assert.Equal(176, expected.Length);
        foreach (string[] row in expected)
        {
            IndicatorResult result = Stage(row).Of(new IndicatorId(row[4]))!;
            ExactFractionsTests.Near(row[8], result.Value);
            if (row[4] != "composite")
            {
                ExactFractionsTests.Near(row[7], result.Mean);
                ExactFractionsTests.Near(row[9], result.StandardDeviation);
                Assert.Equal((row[5], row[6]), (Text(result.Schools), Text(result.Missing)));
            }
        }

        // What is not in the file has too few schools to compare: one county's junior stage.
        int computed = Data.Schemes.Sum(scheme => scheme.Stages.Sum(stage => Release.Schools.Counties.Count(c => Made.Value.Findings.Find(Release.Id, c, scheme.Id, stage.Id) is { Comparable: true })));
        Assert.Equal(expected.Select(r => (r[1], r[2], r[3])).Distinct().Count(), computed);
        Assert.True(expected.Count(r => r[6] is not ("" or "0")) >= 15); // blanks do come up
    }

    /// <summary>The comparison is worth something: formulas that look alike fail it on every row, already within one part in 10^9.</summary>
    [Theory]
    [InlineData("unweighted")]
    [InlineData("sample")]
    [InlineData("weighted sample")]
    [InlineData("mean of schools")]
    public void Other_formulas_fail_the_same_comparison(string formula)
    {
        int compared = 0;
        foreach (string[] row in Expected("coefficients").Where(r => r[4] != "composite"))
        {
            Scheme scheme = Data.Scheme(new SchemeId(row[2]))!;
            Indicator indicator = scheme.Indicator(new IndicatorId(row[4]))!;
            (double Amount, double Weight)[] schools =
            [
                .. StageScope.Of(Data, Release, scheme, new StageId(row[3]), new PlaceCode(row[1])).In
                    .Select(p => (p.Numerator(indicator), p.Denominator(indicator))).Where(p => p.Item1.IsKnown && p.Item2.IsKnown).Select(p => (p.Item1.Value, p.Item2.Value)),
            ];
            Assert.Equal(row[5], Text(schools.Length));
            Assert.True(ExactFractionsTests.IsNear(row[8], Other("the rule", schools), 1e-9));
            Assert.False(ExactFractionsTests.IsNear(row[8], Other(formula, schools), 1e-9), string.Join(' ', row));
            compared++;
        }

        Assert.True(compared > 150);
    }

    [Fact]
    public void Shortfalls_are_those_of_exact_fractions()
    {
        Dictionary<(string School, string Scheme, string Stage, string Indicator), string[]> expected = Expected("shortfalls").ToDictionary(r => (r[1], r[2], r[3], r[4]));
        int compared = 0;
        foreach ((SchoolPart part, SchoolResult result) in Results())
        {
            foreach (SchoolIndicator indicator in result.Judged.Where(i => i.Outcome is Outcome.Met or Outcome.NotMet))
            {
                string[] row = expected[(part.School.Id.Value, result.Scheme.Id.Value, part.Stage.Value, indicator.Indicator.Id.Value)];
                ExactFractionsTests.Near(row[5], indicator.Value.Value);
                ExactFractionsTests.Near(row[6], indicator.Shortfall);
                compared++;
            }
        }

        Assert.Equal(expected.Count, compared);
    }

    [Fact]
    public void The_school_rule_comes_out_as_in_exact_fractions()
    {
        Dictionary<(string School, string Scheme, string Stage), string[]> expected = Expected("attainment").ToDictionary(r => (r[1], r[2], r[3]));
        int compared = 0;
        foreach ((SchoolPart part, SchoolResult result) in Results())
        {
            string[] row = expected[(part.School.Id.Value, result.Scheme.Id.Value, part.Stage.Value)];
            SchoolRule rule = result.Rule;
            Assert.Equal((row[4], row[5], row[6], row[7]), (rule.Outcome.ToString(), Ids(rule.Met), Ids(rule.Missed), Ids(rule.NotReported)));
            compared++;
        }

        Assert.Equal(expected.Count, compared);
        Assert.Equal(["Met", "NotMet", "NotReported"], expected.Values.Select(r => r[4]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(expected.Values, r => r[2] == "quality-2017" && r[4] == "Met" && r[6].Length > 0); // one forgiven by its floor
        Assert.Contains(expected.Values, r => r[2] == "quality-2017" && r[4] == "NotMet" && !r[6].Contains(' ')); // one below it
        static string Ids(IEnumerable<SchoolIndicator> indicators) => string.Join(' ', indicators.Select(i => i.Indicator.Id));
    }

    [Fact]
    public void A_countys_shortfall_is_the_sum_of_its_schools()
    {
        string[][] shortfalls = Expected("shortfalls");
        string[][] attainment = Expected("attainment");
        int compared = 0;
        foreach (Scheme scheme in Data.Schemes)
        {
            foreach (PlaceCode county in Release.Schools.Counties)
            {
                foreach (CountyShortfall found in CountyShortfall.Of(Data, Release, scheme, county))
                {
                    string[][] own = [.. shortfalls.Where(r => r[2] == scheme.Id.Value && r[3] == found.Stage.Value && r[4] == found.Indicator.Id.Value && CountyOf(r[1]) == county)];
                    decimal[] lacks = [.. own.Select(r => decimal.Parse(r[6], CultureInfo.InvariantCulture)).Where(l => l > 0)];
                    ExactFractionsTests.Near(lacks.Sum().ToString(CultureInfo.InvariantCulture), found.Amount);
                    Assert.Equal((double)lacks.Sum(decimal.Ceiling), found.Whole);
                    Assert.Equal(lacks.Length, found.Short.Count);
                    int open = attainment.Count(r => r[2] == scheme.Id.Value && r[3] == found.Stage.Value && CountyOf(r[1]) == county && r[7].Split(' ').Contains(found.Indicator.Id.Value));
                    Assert.Equal((open, own.Length + open), (found.Unknown.Count, found.Schools));
                    compared++;
                }
            }
        }

        Assert.Equal(6 * 2 * (10 + 7), compared);
    }

    private static PlaceCode CountyOf(string school) => Release.Schools[Release.Schools.Find(new SchoolId(school))!.Value].Place;

    private static IEnumerable<(SchoolPart Part, SchoolResult Result)> Results() =>
        from scheme in Data.Schemes
        from county in Release.Schools.Counties
        from stage in scheme.Stages
        let scope = StageScope.Of(Data, Release, scheme, stage.Id, county, Scope.Standards)
        from part in scope.In.Concat(scope.Unknown)
        select (part, SchoolResult.Compute(Data, Release, scheme, part, null));

    private static double Other(string formula, (double Amount, double Weight)[] schools)
    {
        double enrolment = schools.Sum(s => s.Weight);
        double mean = schools.Sum(s => s.Amount) / enrolment;
        double[] values = [.. schools.Select(s => s.Amount / s.Weight)];
        double plain = values.Average();
        double weighted = schools.Sum(s => s.Weight / enrolment * Math.Pow((s.Amount / s.Weight) - mean, 2));
        int n = schools.Length;
        return formula switch
        {
            "unweighted" => Math.Sqrt(values.Sum(v => Math.Pow(v - plain, 2)) / n) / plain,
            "sample" => Math.Sqrt(values.Sum(v => Math.Pow(v - plain, 2)) / (n - 1)) / plain,
            "weighted sample" => Math.Sqrt(weighted * n / (n - 1)) / mean,
            "mean of schools" => Math.Sqrt(weighted) / plain,
            _ => Math.Sqrt(weighted) / mean,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
