using System.Globalization;

namespace Portal.SampleData;

/// <summary>The tables of a large set that stand for all its counties together: settings, places, documents, rules, channels, terms.</summary>
internal static class NationalTables
{
    public static void Write(Func<string, string> at, NationalSize size, int newest)
    {
        NationalCounty[] first = [.. Counties(size).Where(c => c.IsFirstOfProvince)];
        string[] provinces = [.. first.Select(c => c.Province)];
        Csv.WriteText(at("settings.yaml"), Settings(first));
        Csv.Write(at("sources.csv"), Sources(provinces));
        Csv.Write(at("places.csv"), Places(size));
        Csv.Write(at("channels.csv"), Channels(size));
        Csv.Write(at("trees.csv"), Scorecards.Trees());
        Csv.Write(at("terms.csv"), Enumerable.Range(newest - size.Periods + 1, size.Periods).SelectMany(Terms).Prepend("term,start,end"));
        Csv.Write(at("schemes/basic-2012/standards.csv"), InEach(provinces, Standards.Table.ReplaceLineEndings("\n").Split('\n')));
        Csv.Write(at("schemes/basic-2012/items.csv"), InEach(provinces, Government.Sheet()));
        Csv.Write(at("schemes/quality-2017/allowances.csv"), InEach(provinces, Relaxed.Table.ReplaceLineEndings("\n").Split('\n')));
    }

    public static string Release(int year) => Text($$"""
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

    private static string Settings(NationalCounty[] first) => $$"""
        # 全部虚构，用来试验大量数据。由 tests/Portal.SampleData 生成。
        title: 九九义务教育均衡公开
        short_title: 九九义务教育均衡
        description: 虚构的大量数据，用来试验本站的速度。
        publisher: { name: 试验用（虚构）, unit: 试验用（虚构）, contact: 000-5550000 }
        origin: https://demo.example
        base_path: /
        kind: demonstration
        notice: 地方、学校和数字全部虚构
        minimum_group: 10
        province: "{{(first.Length > 1 ? "000000" : first[0].Province)}}"
        licence: 虚构数据，可自由使用。
        examples:
          - { label: {{first[0].Name}}, place: "{{first[0].Code}}" }
        """;

    private static IEnumerable<string> Sources(string[] provinces)
    {
        yield return "source,title,issuer,number,date,address,grade,read_from";
        yield return "stats,教育事业统计报表（虚构）,统计办公室（虚构）,,2023-11-20,,原件,各校填报";
        yield return "plan,义务教育均衡发展规划（虚构）,试验用（虚构）,,2021-04-08,,原件,目标一节";
        yield return "layout,调整部分乡村学校布局的通知（虚构）,试验用（虚构）,演示文件〔2023〕11号,2023-06-20,,原件,全文";
        foreach (var line in Scorecards.Sources())
        {
            yield return line;
        }

        foreach (var province in provinces)
        {
            for (var year = 2013; year < 2020; year++)
            {
                yield return Text($"rec-{province}-{year},关于认定{NationalCounty.ProvinceName(province)}部分县（市、区）为义务教育发展基本均衡县的决定（虚构）,国家认定机关（虚构）,演示文件〔{year}〕{province[2]}号,{year}-03-21,https://demo.example/wenjian/{province}-{year},原件,名单");
            }
        }
    }

    private static IEnumerable<string> Places(NationalSize size)
    {
        yield return "code,name,level,parent,residents,from,until,successor";
        if (size.Provinces > 1)
        {
            yield return "000000,全国,country,,,,,";
        }

        foreach (var county in Counties(size))
        {
            if (county.IsFirstOfProvince)
            {
                yield return $"{county.Province},{NationalCounty.ProvinceName(county.Province)},province,000000,,,,";
            }

            if (county.IsFirstOfCity)
            {
                yield return $"{county.City},{county.CityName},city,{county.Province},,,,";
            }

            yield return Text($"{county.Code},{county.Name},county,{county.City},{county.Residents},,,");
        }
    }

    private static IEnumerable<string> Channels(NationalSize size)
    {
        yield return "place,topic,kind,value,hours,promise_days";
        foreach (var county in Counties(size))
        {
            if (county.IsFirstOfProvince)
            {
                yield return Text($"{county.Province},general,phone,000-5550000,工作日,15");
                yield return Text($"{county.Province},data,form,https://demo.example/fankui?title={{title}}&page={{address}}&release={{release}},,15");
            }

            yield return Text($"{county.Code},general,phone,000-555{county.Number:0000},工作日 9:00—17:00,15");
            yield return Text($"{county.Code},general,form,https://demo.example/{county.Code}/fankui?title={{title}}&page={{address}},,15");
        }
    }

    private static IEnumerable<string> Terms(int year) => [Text($"{year}-1,{year}-09-01,{year + 1}-01-14"), Text($"{year}-2,{year + 1}-02-21,{year + 1}-07-05")];

    /// <summary>A table of the demonstration's province with its rows once for each province.</summary>
    private static IEnumerable<string> InEach(string[] provinces, IEnumerable<string> table) =>
        table.Where(line => line.Length > 0).SelectMany((line, i) => i == 0 ? [line] : provinces.Select(p =>
            line.Replace(",990000,", $",{p},", StringComparison.Ordinal).Replace("云岭省", NationalCounty.ProvinceName(p), StringComparison.Ordinal)));

    private static IEnumerable<NationalCounty> Counties(NationalSize size) => Enumerable.Range(0, size.Counties).Select(i => new NationalCounty(i, size));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
