using System.Globalization;

namespace Portal.SampleData;

/// <summary>How large the national set is to be.</summary>
internal sealed record NationalSize(int Schools, int Counties, int Periods);

/// <summary>
/// Writes a large invented set, county by county, so that memory does not grow with it. Names repeat as they do in life:
/// every town has its 中心小学, every county its 实验小学 and 第三小学.
/// </summary>
internal static class National
{
    private const int FirstYear = 2023;
    private const string First = "汀苇岫澜霜芦荻鹭禾砚岚溪沁棠蘅梧榆筠篁渚汐霁曦樟枫槿芷菱荇洛";
    private const string Second = "桥渡湾洲浦坪坞岭泉塘屿垄涧堰湖滩埠峪屏沙";
    private const string Third = "川阳阴安宁和平丰兴隆福顺永长";
    private static readonly string[] Villages = ["上寨", "下洲", "石门", "柳堤", "槐花", "板桥", "荷塘", "桂花", "双桥", "竹溪", "茶垄", "松针", "月影", "磨石", "西渡", "岸头"];
    private static readonly string[] Digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>Reads the options; null where one is unknown or out of range.</summary>
    public static NationalSize? Parse(string[] options)
    {
        var given = new Dictionary<string, int> { ["--schools"] = 20000, ["--counties"] = 0, ["--periods"] = 1 };
        for (var i = 0; i < options.Length; i += 2)
        {
            if (!given.ContainsKey(options[i]) || !int.TryParse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
            {
                return null;
            }

            given[options[i]] = value;
        }

        var counties = given["--counties"] > 0 ? given["--counties"] : Math.Max(1, given["--schools"] / 69);
        return counties <= 7000 && given["--schools"] >= counties && given["--schools"] / counties < 900 && given["--periods"] <= 9
            ? new NationalSize(given["--schools"], counties, given["--periods"])
            : null;
    }

    public static void Write(string folder, NationalSize size)
    {
        OwnFolder.Clear(folder);
        CopyCommon(folder);
        string At(string name) => Path.Combine(folder, name);
        Csv.WriteText(At("settings.yaml"), Settings);
        Csv.Write(At("sources.csv"), ["source,title,issuer,number,date,address,grade,read_from", "stats,教育事业统计报表（虚构）,统计办公室（虚构）,,2023-11-20,,原件,各校填报"]);
        Csv.WriteText(At("schemes/basic-2012/standards.csv"), Standards.Table);
        Csv.Write(At("schemes/basic-2012/items.csv"), Government.Sheet());
        Csv.Write(At("channels.csv"), ["place,topic,kind,value,hours,promise_days", "990000,general,phone,000-5550000,工作日,15", "990000,general,form,https://demo.example/fankui?title={title}&page={address},,15"]);
        Csv.Write(At("places.csv"), Places(size));
        for (var period = 0; period < size.Periods; period++)
        {
            Csv.WriteText(At($"releases/{FirstYear - period}.1/release.yaml"), Release(FirstYear - period));
        }

        using var more = new NationalMore(At, FirstYear, size.Periods);
        for (var county = 0; county < size.Counties; county++)
        {
            WriteCounty(At, county, size, more);
        }
    }

    private static void WriteCounty(Func<string, string> at, int county, NationalSize size, NationalMore more)
    {
        var chance = new Chance(Text($"national {county}"));
        var code = Code(county);
        var count = (int)((long)size.Schools * (county + 1) / size.Counties) - (int)((long)size.Schools * county / size.Counties);
        var serial = (int)((long)size.Schools * county / size.Counties);
        var sketches = Enumerable.Range(0, count).Select(i => Sketch(i, count, code, county, serial + i, chance)).ToList();
        var drawn = new County(sketches, chance, chance.Between(1.0, 1.5), chance.Between(1.2, 3.2));
        var past = new Past(drawn.Schools, FirstYear, chance);
        for (var period = 0; period < size.Periods; period++)
        {
            var year = FirstYear - period;
            School[] schools = [.. drawn.Schools.Select(s => Lacking(past.InYear(s.Id, year)))];
            Csv.Write(at($"releases/{year}.1/schools/{code}.csv"), SchoolTable.Lines(schools));
            more.Add(code, year, schools);
        }
    }

    /// <summary>The i-th school of a county: the first tenth in the county town, then town by town its centre school, its junior school, its villages.</summary>
    private static Sketch Sketch(int i, int count, string place, int county, int serial, Chance chance)
    {
        var town = Math.Max(3, count / 10);
        var countyName = Name(county, 7)[..2];
        string name, township, type, urban;
        int primary = 0, junior = 0, senior = 0;
        if (i < town)
        {
            township = countyName + "街道";
            urban = i % 3 == 2 ? "122" : "121";
            (type, name) = (i % 5) switch
            {
                2 => ("311", $"{countyName}第{Digits[i / 5 % 9]}初级中学"),
                3 => ("211", i == 3 ? $"{countyName}实验小学" : $"{countyName}实验小学{Villages[i % 16]}校区"),
                4 => ("341", $"{countyName}第{Digits[i / 5 % 9]}中学"),
                _ => ("211", $"{countyName}第{Digits[i % 9]}小学"),
            };
            primary = type == "211" ? 700 + chance.Below(1600) : 0;
            junior = type == "211" ? 0 : 500 + chance.Below(1200);
            senior = type == "341" ? 600 + chance.Below(1400) : 0;
        }
        else
        {
            var number = (i - town) / 8;
            var row = (i - town) % 8;
            var short_ = Name((county * 37) + number + 5, 11)[..2];
            township = short_ + (number % 3 == 0 ? "乡" : "镇");
            urban = row < 2 ? (number % 3 == 0 ? "210" : "121") : "220";
            (type, name) = row switch
            {
                0 => ("211", township + "中心小学"),
                1 => number % 4 == 3 ? ("312", township + "学校") : ("311", short_ + "中学"),
                7 => ("218", township + Villages[chance.Below(16)] + "教学点"),
                _ => ("211", $"{township}{Villages[(row * 2) + (number % 2)]}小学"),
            };
            primary = row switch { 0 => 200 + chance.Below(700), 1 => type == "312" ? 180 + chance.Below(400) : 0, 7 => 8 + chance.Below(60), _ => 24 + chance.Below(260) };
            junior = row == 1 ? 150 + chance.Below(600) : 0;
        }

        var category = type switch { "211" or "218" => "21", "341" => "34", _ => "31" };
        var school = new School
        {
            Id = Text($"{category}99{serial + 1:000000}"), Name = name, Place = place, Township = township, Type = type, UrbanRural = urban,
            Sponsor = i % 23 == 22 ? "民办" : "县级教育部门", Address = Text($"{township}{Villages[chance.Below(16)]}路 {1 + chance.Below(200)} 号"),
            OfficePhone = Text($"000-555{chance.Below(10000):0000}"),
        };
        string[] lacking = chance.Unit() < 0.15 ? [chance.Pick(Standards.Assets).Column] : [];
        return new Sketch(school, primary, junior, senior, 0, 0, lacking, new Dictionary<string, decimal>());
    }

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

    private static IEnumerable<string> Places(NationalSize size)
    {
        yield return "code,name,level,parent,residents,from,until,successor";
        yield return "990000,九九省,province,000000,,,,";
        for (var county = 0; county < size.Counties; county++)
        {
            if (county % CountiesInCity == 0)
            {
                yield return $"{Code(county)[..4]}00,{Name(county / CountiesInCity, 3)[..2]}市,city,990000,,,,";
            }

            yield return $"{Code(county)},{Name(county, 7)}县,county,{Code(county)[..4]}00,,,,";
        }
    }

    private const int CountiesInCity = 78;

    private static string Code(int county) => Text($"99{(county / CountiesInCity) + 1:00}{(county % CountiesInCity) + 21:00}");

    /// <summary>Three characters; different for each number below 30 × 20 × 14.</summary>
    private static string Name(int number, int turn)
    {
        var n = number + turn;
        return $"{First[n % First.Length]}{Second[n / First.Length % Second.Length]}{Third[n / (First.Length * Second.Length) % Third.Length]}";
    }

    private static void CopyCommon(string folder)
    {
        var target = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, "common");
        if (Directory.Exists(target))
        {
            return;
        }

        var here = new DirectoryInfo(Environment.CurrentDirectory);
        while (here is not null && !Directory.Exists(Path.Combine(here.FullName, "data", "common")))
        {
            here = here.Parent;
        }

        var source = Path.Combine((here ?? throw new InvalidOperationException("No data/common above the current folder.")).FullName, "data", "common");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Release(int year) => Text($$"""
        id: "{{year}}.1"
        title: {{year}} 年监测结果（虚构）
        as_of: {{year + 1}}-05-15
        statistics_date: {{year}}-09-01
        published: {{year + 1}}-05-20
        state: final
        schemes: [basic-2012, quality-2017]
        source: stats
        licence: 虚构数据，可自由使用。
        notes: 全部虚构，用来试验大量数据。
        """);

    private static string Settings => $$"""
        # 全部虚构，用来试验大量数据。由 tests/Portal.SampleData 生成。
        title: 九九省义务教育均衡公开
        short_title: 九九义务教育均衡
        description: 虚构的大量数据，用来试验本站的速度。
        publisher: { name: 试验用（虚构）, unit: 试验用（虚构）, contact: 000-5550000 }
        origin: https://demo.example
        base_path: /
        kind: demonstration
        notice: 地方、学校和数字全部虚构
        minimum_group: 10
        province: "990000"
        licence: 虚构数据，可自由使用。
        examples:
          - { label: {{Name(0, 7)}}县, place: "{{Code(0)}}" }
        """;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
