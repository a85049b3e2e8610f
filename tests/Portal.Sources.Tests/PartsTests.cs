using Portal.Domain.Data;
using Portal.Domain.Evaluation;
using Portal.Domain.Schemes;

namespace Portal.Sources.Tests;

/// <summary>How a table is cut into parts and in what order its rows stand says nothing.</summary>
public class PartsTests
{
    private const string Table = "small/releases/2023.1/schools.csv";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parts_and_rows_in_any_order_give_the_same_figures(int parts)
    {
        using SmallSet whole = new();
        using SmallSet cut = new();
        string[] lines = File.ReadAllLines(cut.PathOf(Table));
        cut.Delete(Table);
        for (int part = 0; part < parts; part++)
        {
            string[] own = [.. lines.Skip(1).Reverse().Where((_, i) => i % parts == part)];
            cut.Write($"small/releases/2023.1/schools/part-{parts - part}.csv", string.Join('\n', [lines[0], .. own]) + "\n");
        }

        Assert.Equal(Figures(whole.Read()), Figures(cut.Read()));
    }

    private static string[] Figures(Dataset data)
    {
        Findings findings = Findings.Compute(data);
        Release release = data.Latest!;
        return
        [
            .. from scheme in data.Schemes
                from stage in scheme.Stages
                from county in release.Schools.Counties
                let result = findings.Find(release.Id, county, scheme.Id, stage.Id)
                from line in result.Indicators.Select(i => $"{county} {stage.Id} {i.Indicator} {i.Value:R} {i.Mean:R} {i.Missing}").Prepend($"{county} {stage.Id} {result.Schools} {result.Pupils:R}")
                select line,
            .. from scheme in data.Schemes
                from stage in scheme.Stages
                from county in release.Schools.Counties
                let scope = StageScope.Of(data, release, scheme, stage.Id, county, Scope.Standards)
                from part in scope.In.Concat(scope.Unknown)
                let result = SchoolResult.Compute(data, release, scheme, part, null)
                select $"{part.School.Id} {stage.Id} {result.Outcome} {string.Join(' ', result.Indicators.Select(i => i.Shortfall.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}",
        ];
    }
}
