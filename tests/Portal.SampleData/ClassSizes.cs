namespace Portal.SampleData;

/// <summary>
/// Classes by size (classes.csv). Each school's pupils are shared out over its classes, so that bands, classes and pupils agree; a few
/// crowded town schools have classes of 56 and more, fewer from year to year. One county and one school have not reported.
/// </summary>
internal static class ClassSizes
{
    private const string CountyNotReported = "990321";
    private const string SchoolNotReported = "汀尾镇槐花小学";
    private const string Applied = "990202";

    /// <summary>First pupils of each band of the statistics form; a band ends before the next, the last is open.</summary>
    private static readonly int[] Bands = [1, 26, 31, 36, 41, 46, 51, 56, 61, 66];

    /// <summary>The large classes of crowded schools, school by school and year by year.</summary>
    private static readonly Dictionary<(string School, int Year), int[]> Crowded = new()
    {
        [("青渡县第一小学", 2021)] = [67, 63, 60, 58, 57], [("青渡县第一小学", 2022)] = [61, 59, 58, 57], [("青渡县第一小学", 2023)] = [59, 57, 56],
        [("霜桥县第一小学", 2021)] = [62, 61, 59, 58, 58, 57, 57, 56], [("霜桥县第一小学", 2022)] = [61, 60, 59, 58, 57, 57], [("霜桥县第一小学", 2023)] = [61, 60, 58, 57, 57, 56],
        [("霜桥县初级中学", 2021)] = [68, 66, 60, 58], [("霜桥县初级中学", 2022)] = [66, 61, 58], [("霜桥县初级中学", 2023)] = [66, 60, 58, 57],
        [("听泉县第一小学", 2021)] = [66, 62, 60, 59, 58], [("听泉县第一小学", 2022)] = [62, 60, 58, 57], [("听泉县第一小学", 2023)] = [58, 57],
        [("岫云县初级中学", 2021)] = [60, 58], [("岫云县初级中学", 2022)] = [58, 57], [("岫云县初级中学", 2023)] = [56],
        [("落枫县第一小学", 2021)] = [60, 58], [("落枫县第一小学", 2022)] = [57],
        [("苇荡区第一小学", 2021)] = [49, 48, 48, 47], [("苇荡区第一小学", 2022)] = [48, 47, 46], [("苇荡区第一小学", 2023)] = [47, 46],
    };

    public static IEnumerable<string> Table(int year, IEnumerable<School> schools)
    {
        yield return "school,stage,from,to,classes";
        foreach (var school in schools.Where(s => s.Place != CountyNotReported && s.Name != SchoolNotReported).OrderBy(s => s.Id, StringComparer.Ordinal))
        {
            foreach (var stage in new[] { "primary", "junior" }.Where(s => school.Raw.ContainsKey("classes_" + s) && school["classes_" + s] > 0))
            {
                var sizes = Sizes(school, stage, year);
                for (var i = 0; i < Bands.Length; i++)
                {
                    var (from, next) = (Bands[i], i + 1 < Bands.Length ? Bands[i + 1] : int.MaxValue);
                    var classes = sizes.Count(size => size >= from && size < next);
                    if (classes > 0)
                    {
                        yield return Csv.Line([school.Id, stage, Csv.Number(from), i + 1 < Bands.Length ? Csv.Number(next - 1) : "", Csv.Number(classes)]);
                    }
                }
            }
        }
    }

    /// <summary>Sizes of all classes of a stage: their sum is its pupils.</summary>
    private static List<int> Sizes(School school, string stage, int year)
    {
        var large = Crowded.GetValueOrDefault((school.Name, year), []);
        var classes = (int)school["classes_" + stage] - large.Length;
        var pupils = (int)school.Pupils(stage) - large.Sum();
        var chance = new Chance($"classes {school.Id} {stage} {year}");
        var sizes = Enumerable.Range(0, classes).Select(i => (pupils / classes) + (i < pupils % classes ? 1 : 0)).ToList();
        // A county that has applied keeps its classes to the scheme's sizes; elsewhere they differ a little more.
        var most = Math.Max(sizes.Max(), school.Place == Applied ? (stage == "primary" ? 45 : 50) : Math.Min(55, sizes.Max() + 7));
        var least = Math.Max(1, sizes.Min() - 7);
        for (var step = 0; step < 3 * classes; step++)
        {
            var (more, fewer, by) = (chance.Below(classes), chance.Below(classes), 1 + chance.Below(3));
            if (more != fewer && sizes[more] + by <= most && sizes[fewer] - by >= least)
            {
                sizes[more] += by;
                sizes[fewer] -= by;
            }
        }

        return [.. sizes, .. large];
    }
}
