using System.Globalization;

namespace Portal.SampleData;

/// <summary>
/// Writes a large invented set, county by county, so that memory does not grow with it. Names repeat as they do in life:
/// every town has its 中心小学, every county its 实验小学 and 第三小学.
/// </summary>
internal static class National
{
    private const int FirstYear = 2023;
    private static readonly string[] Villages = ["上寨", "下洲", "石门", "柳堤", "槐花", "板桥", "荷塘", "桂花", "双桥", "竹溪", "茶垄", "松针", "月影", "磨石", "西渡", "岸头"];
    private static readonly string[] Digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public static void Write(string folder, NationalSize size)
    {
        OwnFolder.Clear(folder);
        var project = Project();
        var texts = NationalReports.Folder(folder);
        CopyOnce(Path.Combine(project, "data", "common"), Path.Combine(Above(folder), "common"));
        CopyOnce(Path.Combine(project, "input", "common"), Path.Combine(Above(texts), "common"));
        string At(string name) => Path.Combine(folder, name);
        NationalTables.Write(At, size, FirstYear);
        for (var year = FirstYear - size.Periods + 1; year <= FirstYear; year++)
        {
            Csv.WriteText(At($"releases/{year}.1/release.yaml"), NationalTables.Release(year));
        }

        using var parts = new Parts(folder);
        var more = new NationalMore(parts);
        var ledger = new NationalLedger(parts, FirstYear, size.Periods);
        var reports = new NationalReports(texts, FirstYear, size.Periods);
        for (var number = 0; number < size.Counties; number++)
        {
            WriteCounty(new NationalCounty(number, size), size, parts, more, ledger, reports);
        }
    }

    private static void WriteCounty(NationalCounty county, NationalSize size, Parts parts, NationalMore more, NationalLedger ledger, NationalReports reports)
    {
        var chance = new Chance(Text($"national {county.Number}"));
        var serial = size.FirstSchool(county.Number);
        var count = size.FirstSchool(county.Number + 1) - serial;
        var sketches = Enumerable.Range(0, count).Select(i => Sketch(i, count, county, serial, chance)).ToList();
        var drawn = new County(sketches, chance, chance.Between(1.0, 1.5), chance.Between(1.2, 3.2));
        var past = new Past(drawn.Schools, FirstYear, chance);
        for (var year = FirstYear - size.Periods + 1; year <= FirstYear; year++)
        {
            School[] schools = [.. drawn.Schools.Where(s => year < FirstYear || !county.Closes(s, drawn.Schools, size.Periods)).Select(s => Lacking(past.InYear(s.Id, year)))];
            parts.Add($"releases/{year}.1/schools", county.Code, SchoolTable.Lines(schools));
            more.Add(county, year, schools);
            ledger.Add(county, year, schools);
        }

        ledger.AddStanding(county, drawn.Schools);
        reports.Write(county, drawn.Schools);
    }

    /// <summary>The i-th school of a county: the first tenth in the county town, then town by town its centre school, its junior school, its villages.</summary>
    private static Sketch Sketch(int i, int count, NationalCounty county, int serial, Chance chance)
    {
        var inTown = Math.Max(3, count / 10);
        // In one county of ten the schools of the county town are told without its name, as many are in life.
        var countyName = county.Number % 10 == 4 ? "" : county.Short;
        string name, township, type, urban;
        int primary = 0, junior = 0, senior = 0;
        if (i < inTown)
        {
            township = county.Short + "街道";
            urban = i % 3 == 2 ? "122" : "121";
            (type, name) = (i % 5) switch
            {
                2 => ("311", $"{countyName}第{Digits[i / 5 % 9]}初级中学"),
                3 => ("211", i == 3 ? $"{countyName}实验小学" : $"{countyName}实验小学{Villages[i % 16]}校区"),
                4 => ("341", $"{countyName}第{Digits[i / 5 % 9]}中学"),
                0 when IsCampus(i, county) => ("211", $"{countyName}第一小学东校区"),
                _ => ("211", $"{countyName}第{Digits[i % 9]}小学"),
            };
            primary = type == "211" ? 700 + chance.Below(1600) : 0;
            junior = type == "211" ? 0 : 500 + chance.Below(1200);
            senior = type == "341" ? 600 + chance.Below(1400) : 0;
        }
        else
        {
            var number = (i - inTown) / 8;
            var row = (i - inTown) % 8;
            var town = county.Town(number);
            township = town + (number % 3 == 0 ? "乡" : "镇");
            urban = row < 2 ? (number % 3 == 0 ? "210" : "121") : "220";
            (type, name) = row switch
            {
                0 => ("211", township + "中心小学"),
                1 => number % 4 == 3 ? ("312", township + "学校") : ("311", town + "中学"),
                7 => ("218", township + Villages[chance.Below(16)] + "教学点"),
                _ => ("211", $"{township}{Villages[(row * 2) + (number % 2)]}小学"),
            };
            primary = row switch { 0 => 200 + chance.Below(700), 1 => type == "312" ? 180 + chance.Below(400) : 0, 7 => 8 + chance.Below(60), _ => 24 + chance.Below(260) };
            junior = row == 1 ? 150 + chance.Below(600) : 0;
        }

        var category = type switch { "211" or "218" => "21", "341" => "34", _ => "31" };
        var school = new School
        {
            HostedBy = IsCampus(i, county) ? Text($"2199{serial + 1:000000}") : "",
            Id = Text($"{category}99{serial + i + 1:000000}"), Name = name, Place = county.Code, Township = township, Type = type, UrbanRural = urban,
            Sponsor = i % 23 == 22 ? "民办" : "县级教育部门", Address = Text($"{township}{Villages[chance.Below(16)]}路 {1 + chance.Below(200)} 号"),
            OfficePhone = Text($"000-555{chance.Below(10000):0000}"),
        };
        string[] lacking = chance.Unit() < 0.15 ? [chance.Pick(Standards.Assets).Column] : [];
        return new Sketch(school, primary, junior, senior, 0, 0, lacking, new Dictionary<string, decimal>());
    }

    /// <summary>Counted with the county's first school (不计校数): the sixth of one county in four.</summary>
    private static bool IsCampus(int i, NationalCounty county) => i == 5 && county.Number % 4 == 1 && county.Schools >= 60;

    private static School Lacking(School school)
    {
        foreach (var stage in new[] { "primary", "junior", "senior" }.Where(s => school.Pupils(s) == 0))
        {
            foreach (var column in school.Raw.Keys.Where(c => c.EndsWith("_" + stage, StringComparison.Ordinal)).ToList())
            {
                school.Raw.Remove(column);
            }
        }

        return school;
    }

    private static string Above(string folder) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!;

    private static string Project()
    {
        var here = new DirectoryInfo(Environment.CurrentDirectory);
        while (here is not null && !Directory.Exists(Path.Combine(here.FullName, "data", "common")))
        {
            here = here.Parent;
        }

        return (here ?? throw new InvalidOperationException("No data/common above the current folder.")).FullName;
    }

    private static void CopyOnce(string source, string target)
    {
        if (Directory.Exists(target))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
