using System.Globalization;
using Portal.Site.Search;

namespace Portal.Benchmarks;

/// <summary>
/// Names for measuring search, from a seed: the counties are those of a list (code, name, reading: names alone, as in tests/Portal.Site.Tests/Search/county-names.tsv),
/// the schools are invented and repeat as real ones do: every county has its 实验小学 and 第三小学, every town its 中心小学, villages share their names.
/// </summary>
internal static class SearchNames
{
    private const string First = "大新上下石东西南北白黄马高龙长双金沙清太平安水青红河田杨王李张刘陈林花桃松柳竹柏梅泉古仙凤虎牛羊鹿鹤云雾天三四五六七八九";
    private const string Second = "山河沟坪桥湾塘坝岭庄集店铺屯寨堡口头岗坡洼泉井家营台门滩洲湖坑村潭渡溪阳安兴和丰盛隆昌华明";
    private static readonly string[] Numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    private static readonly string[] Special = ["实验小学", "城关小学", "育才小学", "育英学校", "希望小学", "实验中学", "城关中学", "外国语学校", "特殊教育学校", "师范附属小学", "机关小学", "铁路小学"];

    public static (List<SearchPlace> Places, List<SearchSchool> Schools) Make(string list, int count)
    {
        List<SearchPlace> places = [];
        foreach (var line in File.ReadLines(list))
        {
            var (code, name) = (line.Split('\t')[0], line.Split('\t')[1]);
            var parent = code.EndsWith("0000", StringComparison.Ordinal) ? "" : code.EndsWith("00", StringComparison.Ordinal) || places.All(place => place.Code != code[..4] + "00") ? code[..2] + "0000" : code[..4] + "00";
            places.Add(new SearchPlace(code, name, parent.Length == 0 ? "省级" : code.EndsWith("00", StringComparison.Ordinal) ? "市级" : "县级", parent, $"/places/{code}/", code.EndsWith("00", StringComparison.Ordinal) ? "" : $"认定：基本均衡 {2013 + (code[5] % 8)} 年认定", "测算：2023 年小学在限值内"));
        }

        var counties = places.Where(place => place.Level == "县级").ToArray();
        List<SearchSchool> schools = [];
        var random = new Random(5);
        string Word() => $"{First[(int)(Math.Pow(random.NextDouble(), 1.5) * First.Length)]}{Second[(int)(Math.Pow(random.NextDouble(), 1.5) * Second.Length)]}";
        for (var n = 0; n < counties.Length; n++)
        {
            var own = (int)((long)count * (n + 1) / counties.Length) - (int)((long)count * n / counties.Length);
            var towns = Enumerable.Range(0, Math.Max(1, own / 5)).Select(_ => Word() + (random.Next(3) == 0 ? "乡" : "镇")).ToArray();
            for (var serial = 0; serial < own; serial++)
            {
                var town = towns[serial % towns.Length];
                var (name, stage) = (serial, random.Next(10)) switch
                {
                    (var s, _) when s < towns.Length => (town + "中心小学", "小学"),
                    (var s, _) when s < towns.Length * 3 / 2 => (town + (random.Next(2) == 0 ? "初级中学" : "中学"), "初中"),
                    (_, 0) => (counties[n].Name + "第" + Numbers[random.Next(Numbers.Length)] + "小学", "小学"),
                    (_, 1) => (counties[n].Name + "第" + Numbers[random.Next(Numbers.Length)] + "中学", "初中"),
                    (_, 2) => ((random.Next(2) == 0 ? counties[n].Name : "") + Special[random.Next(Special.Length)], "小学"),
                    (_, 3) => (town + Word() + "村小学", "小学"),
                    (_, 4) => (town + Word() + "小学", "小学"),
                    (_, 5) => (town + "第" + Numbers[random.Next(3)] + "小学", "小学"),
                    (_, 6) => (Word() + "九年一贯制学校", "九年一贯制"),
                    _ => (Word() + (random.Next(3) == 0 ? "完全小学" : "小学"), "小学"),
                };
                var id = counties[n].Code + serial.ToString("0000", CultureInfo.InvariantCulture);
                schools.Add(new SearchSchool(id, name, random.Next(12) == 0 ? [Word() + "小学"] : [], town, counties[n].Code, stage, $"/schools/{id}/", random.Next(30) == 0 ? "已并入" + town + "中心小学" : null));
            }
        }

        return (places, schools);
    }
}
