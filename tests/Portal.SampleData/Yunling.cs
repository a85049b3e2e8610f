using System.Globalization;

namespace Portal.SampleData;

/// <summary>One line of yunling-schools.csv: a school of the invented province, with the pupils that it has in the last year.</summary>
internal sealed record Planned(
    string Id, string Place, string Township, string Name, string Type, string UrbanRural, string Sponsor, int Primary, int Junior,
    int Senior, int TeachersPrimary, int TeachersJunior, int From, int Until, string Host, IReadOnlyList<string> Short)
{
    public bool Present(int year) => year >= From && year <= Until;
}

/// <summary>The invented province 云岭省: its counties and schools, and what happens to them from 2021 to 2023.</summary>
internal static class Yunling
{
    /// <summary>A county with its number in school codes and the composite coefficients that its data is to give (0 = as it falls).</summary>
    public sealed record Place(string Code, string Name, string City, int Number, int Recognised, double Primary, double PrimaryBefore,
        double Junior, double JuniorBefore, double Level);

    public static readonly Place[] Counties =
    [
        new("990102", "汀兰区", "临溪市", 1, 2014, 0.412, 0.430, 0.386, 0.371, 1.30),
        new("990121", "青渡县", "临溪市", 4, 2016, 0.482, 0.521, 0.571, 0.508, 1.00),
        new("990122", "岫云县", "临溪市", 2, 2017, 0.538, 0.561, 0.497, 0.489, 1.05),
        new("990202", "苇荡区", "澜湾市", 3, 2013, 0.377, 0.402, 0.351, 0.360, 1.80),
        new("990221", "鹤汀县", "澜湾市", 5, 2015, 0.463, 0.449, 0.428, 0.452, 1.10),
        new("990222", "霜桥县", "澜湾市", 6, 2018, 0.681, 0.612, 0.512, 0.498, 1.00),
        new("990223", "屿澜县", "澜湾市", 10, 2019, 0.447, 0.421, 0, 0, 1.20),
        new("990321", "晴川县", "朔月市", 7, 2016, 0.509, 0.528, 0.474, 0.497, 1.10),
        new("990322", "落枫县", "朔月市", 8, 2017, 0.552, 0.559, 0.486, 0.479, 1.00),
        new("990323", "听泉县", "朔月市", 9, 0, 0.447, 0.601, 0.439, 0.523, 1.05),
    ];

    /// <summary>A school that is left out of the last year's coefficients by name (exclusions.csv).</summary>
    public const string Rebuilt = "听泉县实验小学";

    /// <summary>The school that the design's mock shows, with its numbers.</summary>
    private static readonly Dictionary<string, decimal> WillowSchool = new()
    {
        ["teaching_area"] = 1511m, ["sports_area"] = 1207m, ["indoor_sports_area"] = 0m, ["equipment"] = 47.32m, ["computers"] = 46m,
        ["books"] = 8125m, ["teachers_above_primary"] = 18m, ["teachers_mid_primary"] = 11m, ["teachers_backbone_primary"] = 3m,
        ["teachers_arts_sports_primary"] = 3m, ["multimedia_rooms"] = 10m, ["classes_primary"] = 10m,
    };

    private static readonly string[] Streets = ["汀前路", "书院路", "桂花路", "银杏路", "渡口街", "文昌街", "溪畔路", "新桥路", "育才巷", "松风路"];

    /// <summary>Cells that were not reported (empty), not available (x) or withheld by whoever reported them (c).</summary>
    private static readonly (int Year, string School, string Column, string Mark)[] Marks =
    [
        (2021, "雾峰乡松针小学", "books", ""),
        (2021, "松涧镇石门小学", "laboratories", ""),
        (2022, "栈道乡崖口教学点", "computers", "x"),
        (2023, "帆影乡礁头小学", "books", ""),
        (2023, "灯塔乡中心小学", "computers", "x"),
        (2023, "灯塔乡北礁教学点", "teachers_above_primary", "c"),
        (2023, "灯塔乡北礁教学点", "teachers_mid_primary", "c"),
        (2023, "云帆学校", "multimedia_rooms", ""),
        (2023, "云帆学校", "teachers_backbone_primary", "x"),
        (2023, "汀尾镇槐花小学", "laboratories", "x"),
        (2023, "汀尾镇槐花小学", "bandwidth", ""),
    ];

    /// <summary>Names that a school bore until the year given.</summary>
    private static readonly (string Now, string Before, int Until)[] Renamed =
    [
        ("霜桥县实验小学", "霜桥县第三小学", 2021),
        ("岫云县民族中学", "岫云县第二中学", 2021),
    ];

    public static IReadOnlyList<Planned> ReadPlan(string path)
    {
        var count = new Dictionary<string, int>();
        return [.. File.ReadLines(path).Skip(1).Select(line =>
        {
            var c = line.Split(',');
            var number = count[c[0]] = count.GetValueOrDefault(c[0]) + 1;
            var county = Counties.First(p => p.Code == c[0]);
            var years = c[11].Split('-');
            return new Planned(
                string.Create(CultureInfo.InvariantCulture, $"{Category(c[3])}99{county.Number:000}{number:000}"),
                c[0], c[1], c[2], c[3], c[4], SponsorName(c[5]), Int(c[6]), Int(c[7]), Int(c[8]), Int(c[9]), Int(c[10]),
                Int(years[0]), Int(years[1]), c[12], c[13].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        })];
    }

    /// <summary>All schools of a county in each year, at their published numbers.</summary>
    public static Dictionary<int, List<School>> Draw(Place county, IReadOnlyList<Planned> plan)
    {
        var chance = new Chance("yunling " + county.Code);
        var own = plan.Where(p => p.Place == county.Code).ToList();
        var apart = own.Where(p => p.Host.Length > 0 && p.Type != "218").ToList();
        var last = own.Max(p => p.Until);
        var sketches = own.Except(apart).Select(p => Sketch(p, own, [.. apart.Where(a => a.Host == p.Name)], last, chance)).ToList();
        var drawn = new County(sketches, chance, county.Level);
        var present = own.Where(p => p.Present(last) && p.Name != Rebuilt).Select(p => p.Id).ToHashSet();
        drawn.Aim("primary", county.Primary, s => present.Contains(s.Id));
        if (county.Junior > 0)
        {
            drawn.Aim("junior", county.Junior, s => present.Contains(s.Id));
        }

        var past = new Past(drawn.Schools, last, chance);
        var first = own.Where(p => p.Present(2021)).Select(p => p.Id).ToHashSet();
        past.Aim("primary", county.PrimaryBefore, 2021, s => first.Contains(s.Id));
        past.Aim("junior", county.JuniorBefore, 2021, s => first.Contains(s.Id));
        return Enumerable.Range(2021, last - 2020).ToDictionary(
            year => year,
            year => own.Where(p => p.Present(year)).SelectMany(p => Rows(p, year, past, apart)).OrderBy(s => own.FindIndex(p => p.Id == s.Id)).ToList());
    }

    private static Sketch Sketch(Planned p, List<Planned> county, List<Planned> merged, int last, Chance chance)
    {
        var school = new School
        {
            Id = p.Id, Name = p.Name, Place = p.Place, Township = p.Township, Type = p.Type, UrbanRural = p.UrbanRural, Sponsor = p.Sponsor,
            HostedBy = p.Host.Length == 0 ? "" : county.First(h => h.Name == p.Host).Id,
            Address = Address(p, chance),
            OfficePhone = string.Create(CultureInfo.InvariantCulture, $"000-555{1000 + (100 * int.Parse(p.Id[4..7], CultureInfo.InvariantCulture)) + int.Parse(p.Id[7..], CultureInfo.InvariantCulture)}"),
        };
        return new Sketch(school, p.Primary + merged.Sum(m => m.Primary), p.Junior + merged.Sum(m => m.Junior), p.Senior,
            p.TeachersPrimary, p.TeachersJunior, p.Short.ToHashSet(), p.Name == "柳汀乡中心小学" ? WillowSchool : new(), p.Until < last);
    }

    /// <summary>A school's row of a year; a school with a 不计校数 part is split into its own row and the part's.</summary>
    private static IEnumerable<School> Rows(Planned p, int year, Past past, List<Planned> apart)
    {
        if (apart.Contains(p))
        {
            yield break; // comes with its school
        }

        var school = past.InYear(p.Id, year);
        foreach (var part in apart.Where(a => a.Host == p.Name && a.Present(year)))
        {
            var row = Part(part, school, (decimal)(part.Primary + part.Junior) / (p.Primary + p.Junior + part.Primary + part.Junior));
            yield return Finish(row, year);
        }

        yield return Finish(school, year);
    }

    private static School Part(Planned part, School school, decimal share)
    {
        var row = new School
        {
            Id = part.Id, Name = part.Name, Place = part.Place, Township = part.Township, Type = part.Type, UrbanRural = part.UrbanRural,
            Sponsor = part.Sponsor, HostedBy = school.Id, Address = school.Address.Replace("号", "号之一", StringComparison.Ordinal), OfficePhone = school.OfficePhone,
            Words = new(school.Words),
        };
        foreach (var (column, value) in school.Raw.ToList())
        {
            var common = column is "built_year" or "bandwidth";
            row[column] = common ? value : Math.Round(value * share, column == "equipment" ? 2 : 0, MidpointRounding.AwayFromZero);
            school[column] = common ? value : value - row[column];
        }

        return row;
    }

    private static School Finish(School school, int year)
    {
        foreach (var mark in Marks.Where(m => m.Year == year && m.School == school.Name))
        {
            school.Words[mark.Column] = mark.Mark;
        }

        Relaxed.Mark(school, year);
        foreach (var (rooms, area) in new[] { ("music_rooms", "music_room_area"), ("art_rooms", "art_room_area") })
        {
            if (school[rooms] == 0)
            {
                school.Words[area] = "z";
            }
        }

        Lacking(school, "primary", school.Type is "211" or "218" or "312" or "345" or "514");
        Lacking(school, "junior", school.Type is "311" or "312" or "319" or "321" or "341" or "345" or "514");
        Lacking(school, "senior", school.Type is "341" or "345");
        return Renamed.FirstOrDefault(r => r.Now == school.Name && year <= r.Until) is { Before: { } before } ? Under(before, school) : school;
    }

    private static void Lacking(School school, string stage, bool has)
    {
        foreach (var column in school.Raw.Keys.Where(c => c.EndsWith("_" + stage, StringComparison.Ordinal) && !has).ToList())
        {
            school.Raw.Remove(column);
        }
    }

    private static School Under(string name, School s) => new()
    {
        Id = s.Id, Name = name, Place = s.Place, Township = s.Township, Type = s.Type, UrbanRural = s.UrbanRural, Sponsor = s.Sponsor,
        HostedBy = s.HostedBy, Address = s.Address, OfficePhone = s.OfficePhone, Raw = s.Raw, Words = s.Words,
    };

    private static string Address(Planned p, Chance chance)
    {
        var street = chance.Pick(Streets);
        var number = 1 + chance.Below(120);
        return p.Name == "柳汀乡中心小学" ? "柳汀乡汀前路 8 号" : string.Create(CultureInfo.InvariantCulture, $"{p.Township}{street} {number} 号");
    }

    /// <summary>The first two digits of a school's code: 21 primary, 31 junior and nine-year, 34 with senior, 51 special.</summary>
    private static string Category(string type) => type switch
    {
        "211" or "218" => "21",
        "341" or "345" => "34",
        "514" => "51",
        _ => "31",
    };

    private static string SponsorName(string token) => token switch
    {
        "县" => "县级教育部门",
        "地" => "地级教育部门",
        "事业" => "事业单位",
        _ => token,
    };

    private static int Int(string text) => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
