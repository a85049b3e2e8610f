namespace Portal.SampleData;

/// <summary>
/// The 2012 difference coefficient, worked out again here in the shortest way, so that the generator can aim at a value
/// without depending on the program that its data is to test.
/// </summary>
internal static class Balance
{
    private static readonly string[] Assets = ["teaching_area", "sports_area", "equipment", "computers", "books"];
    private static readonly string[] Staff = ["teachers_", "teachers_above_", "teachers_mid_"];

    /// <summary>Schools whose numbers enter the coefficient: public, run by the county, no 教学点, no special or vocational school.</summary>
    public static bool Counts(School s) =>
        s.Type is "211" or "311" or "312" or "341" or "345" && s.Sponsor is "县级教育部门" or "事业单位";

    /// <summary>The plain mean of the eight coefficients of a stage; 0 where no school has it.</summary>
    public static double Composite(IReadOnlyList<School> schools, string stage)
    {
        var inside = schools.Where(s => Counts(s) && s.Pupils(stage) > 0).ToList();
        if (inside.Count == 0)
        {
            return 0;
        }

        var all = Assets.Select(a => Coefficient(inside, stage, s => (double)s[a] * Share(s, stage)))
            .Concat(Staff.Select(t => Coefficient(inside, stage, s => (double)s[t + stage])));
        return all.Average();
    }

    /// <summary>The share of a school's common assets that falls to a stage: pupils weighted 1, 1.1, 1.32.</summary>
    public static double Share(School s, string stage)
    {
        var primary = (double)s.Pupils("primary");
        var junior = 1.1 * (double)s.Pupils("junior");
        var senior = 1.32 * (double)s.Pupils("senior");
        // 完全中学: junior to senior as 1 to 1.2, which is 1.1 to 1.32.
        return (stage == "primary" ? primary : junior) / (primary + junior + senior);
    }

    private static double Coefficient(List<School> schools, string stage, Func<School, double> amount)
    {
        var pupils = schools.Sum(s => (double)s.Pupils(stage));
        var mean = schools.Sum(amount) / pupils;
        var variance = schools.Sum(s =>
        {
            var own = (double)s.Pupils(stage);
            var gap = (amount(s) / own) - mean;
            return own / pupils * gap * gap;
        });
        return Math.Sqrt(variance) / mean;
    }
}
