namespace Portal.SampleData;

/// <summary>
/// Earlier years of schools whose last year is drawn: town schools were smaller, village schools larger, equipment older.
/// One lever for each stage says how strongly, so that a county's gaps can have grown or shrunk by a wanted amount.
/// </summary>
internal sealed class Past
{
    private readonly Dictionary<string, School> latest;
    private readonly Dictionary<string, double> growth;
    private readonly int last;
    private readonly Dictionary<string, double> lever = new() { ["primary"] = 0, ["junior"] = 0 };

    public Past(IReadOnlyList<School> schools, int last, Chance chance)
    {
        this.last = last;
        latest = schools.ToDictionary(s => s.Id);
        growth = schools.ToDictionary(s => s.Id, s => (s.UrbanRural[0] == '1' ? 0.014 : -0.026) + (0.006 * chance.Bell()));
    }

    /// <summary>Tries levers from strongly shrinking to strongly growing gaps and keeps the one that comes nearest.</summary>
    public void Aim(string stage, double composite, int year, Func<School, bool> present)
    {
        if (composite <= 0)
        {
            return;
        }

        double Miss(double value)
        {
            lever[stage] = value;
            return Math.Abs(Balance.Composite([.. latest.Keys.Select(id => InYear(id, year)).Where(present)], stage) - composite);
        }

        lever[stage] = Enumerable.Range(-50, 101).Select(i => i / 50.0).MinBy(Miss);
    }

    public School InYear(string id, int year)
    {
        var school = latest[id].Copy();
        var years = last - year;
        if (years == 0)
        {
            return school;
        }

        foreach (var stage in new[] { "primary", "junior", "senior" }.Where(s => school.Pupils(s) > 0))
        {
            var strength = 0.6 + (2.0 * Math.Max(0, lever.GetValueOrDefault(stage)));
            var factor = Math.Exp(-strength * growth[id] * years);
            school["pupils_" + stage] = Math.Max(5, Math.Round(school.Pupils(stage) * (decimal)factor));
            if (stage != "senior")
            {
                StaffInYear(school, stage, Math.Sqrt(factor), years);
            }
        }

        var shrinking = Math.Max(0, -lever[school.Pupils("primary") > 0 ? "primary" : "junior"]);
        var renewed = growth[id] > 0 ? Math.Exp(-0.22 * shrinking * years) : Math.Exp(0.04 * shrinking * years);
        school["equipment"] = Math.Round(school["equipment"] * (decimal)(Math.Pow(0.96, years) * renewed), 2);
        school["computers"] = Math.Round(school["computers"] * (decimal)(Math.Pow(0.97, years) * renewed));
        school["books"] = Math.Round(school["books"] * (decimal)(Math.Pow(0.98, years) * renewed));
        school["boarders"] = Math.Min(school["boarders"], school.Pupils("junior") + school.Pupils("primary"));
        return school;
    }

    private static void StaffInYear(School school, string stage, double factor, int years)
    {
        var teachers = Math.Max(1, Math.Round(school["teachers_" + stage] * (decimal)factor));
        school["teachers_" + stage] = teachers;
        foreach (var (part, yearly) in new[] { ("above", 0.985), ("mid", 0.99), ("backbone", 0.98), ("arts_sports", 0.98) })
        {
            var column = $"teachers_{part}_{stage}";
            school[column] = Math.Min(teachers, Math.Round(school[column] * (decimal)(factor * Math.Pow(yearly, years))));
        }
    }
}
