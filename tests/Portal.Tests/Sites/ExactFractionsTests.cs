using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Tests.Sites;

/// <summary>The golden sites' numbers against tests/sites/exact.py, which works them out in exact fractions without the program.</summary>
public sealed class ExactFractionsTests
{
    [Theory]
    [InlineData("worked-example", 2)]
    [InlineData("corrections", 6)]
    [InlineData("small-county", 16)]
    public void Coefficients_are_those_of_exact_fractions(string name, int count)
    {
        RenderedSite site = RenderedSite.Golden(name);
        string[][] rows = Rows($"tests/sites/{name}/expected/coefficients.csv");
        Assert.Equal(count, rows.Length);
        foreach (string[] row in rows)
        {
            Assert.True(ReleaseId.TryParse(row[0], out ReleaseId release));
            StageResult? stage = site.Plan.Site.Findings.Find(release, new PlaceCode(row[1]), new SchemeId(row[2]), new StageId(row[3]));
            IndicatorResult? result = stage?.Of(new IndicatorId(row[4]));
            Assert.True(result is not null, string.Join(' ', row));
            Near(row[8], result.Value);
            if (row[4] != "composite")
            {
                Assert.Equal(row[5], result.Schools.ToString(CultureInfo.InvariantCulture));
                Assert.Equal(row[6], result.Missing.ToString(CultureInfo.InvariantCulture));
                Near(row[7], result.Mean);
                Near(row[9], result.StandardDeviation);
            }
        }
    }

    [Fact]
    public void Shortfalls_are_those_of_exact_fractions()
    {
        RenderedSite site = RenderedSite.Golden("small-county");
        Dataset data = site.Plan.Site.Data;
        Release release = data.Latest!;
        string[][] rows = Rows("tests/sites/small-county/expected/shortfalls.csv");
        int compared = 0;
        foreach (IGrouping<(string, string, string), string[]> part in rows.GroupBy(r => (r[1], r[2], r[3])))
        {
            Scheme scheme = data.Scheme(new SchemeId(part.Key.Item2))!;
            SchoolPart school = StageScope.PartOf(data, release, scheme, new StageId(part.Key.Item3), release.Schools.Find(new SchoolId(part.Key.Item1))!.Value)!;
            SchoolIndicator[] known = [.. SchoolResult.Compute(data, release, scheme, school, null).Judged.Where(i => i.Outcome is Outcome.Met or Outcome.NotMet)];
            Assert.Equal(part.Select(r => r[4]), known.Select(i => i.Indicator.Id.Value));
            foreach ((string[] row, SchoolIndicator indicator) in part.Zip(known))
            {
                Near(row[5], indicator.Value.Value);
                Near(row[6], indicator.Shortfall);
                Assert.Equal(decimal.Parse(row[6], CultureInfo.InvariantCulture) > 0 ? Outcome.NotMet : Outcome.Met, indicator.Outcome);
                compared++;
            }
        }

        Assert.Equal(rows.Length, compared);
    }

    [Fact]
    public void Two_junior_schools_are_not_compared()
    {
        RenderedSite site = RenderedSite.Golden("small-county");
        StageResult junior = site.Plan.Site.Findings.Find(new ReleaseId("2023", 1), new PlaceCode("990011"), new SchemeId("basic-2012"), new StageId("junior"))!;
        Assert.Equal((2, false, 0), (junior.Schools, junior.Comparable, junior.Indicators.Count));
        Assert.Equal(Outcome.NotApplicable, junior.Outcome);
    }

    // Within one part in 10^12, as the comparison with limits is.
    internal static void Near(string exact, double value) => Assert.True(IsNear(exact, value), $"exact {exact}, program {value:R}");

    internal static bool IsNear(string exact, double value, double within = 1e-12)
    {
        double expected = double.Parse(exact, CultureInfo.InvariantCulture);
        return Math.Abs(expected - value) <= within * Math.Max(1, Math.Abs(expected));
    }

    internal static string[][] Rows(string path) => [.. File.ReadAllLines(Repository.At(path)).Skip(1).Select(line => line.Split(','))];
}
