using System.Globalization;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>Invented places and schools from a seed: few characters, so that runs are shared by many, and names as schools have them.</summary>
internal static class InventedSchools
{
    private const string Letters = "山水云岭青渡汀兰岫霜桥苇荡鹤晴川落枫听泉柳津潭𠮷江城关";
    private static readonly string[] Numbers = ["一", "二", "三", "十", "十二", "3", "12", "40", "１０１", "2008"];

    public static (List<SearchPlace> Places, List<SearchSchool> Schools) Make(int seed, int count)
    {
        var random = new Random(seed);
        var places = new List<SearchPlace> { new("990000", "云岭省", "省", "", "/places/990000/") };
        var schools = new List<SearchSchool>();
        for (var n = 0; n < count; n++)
        {
            var city = string.Create(CultureInfo.InvariantCulture, $"99{1 + (n / 900):00}00");
            var county = string.Create(CultureInfo.InvariantCulture, $"99{1 + (n / 900):00}{21 + (n / 90 % 10):00}");
            if (n % 900 == 0)
            {
                places.Add(new SearchPlace(city, Word(random, 2) + "市", "市", "990000", $"/places/{city}/"));
            }

            if (n % 90 == 0)
            {
                places.Add(new SearchPlace(county, Word(random, 2) + "县", "县区", city, $"/places/{county}/"));
            }

            var town = Word(random, 2) + "镇";
            var end = random.Next(4) == 0 ? "中学" : "小学";
            var name = random.Next(6) switch
            {
                0 => places[^1].Name + "第" + Numbers[random.Next(Numbers.Length)] + end,
                1 => places[^1].Name + town + "中心" + end,
                2 => town + "中心" + end,
                3 => "实验" + end,
                4 => Word(random, 2) + "村" + end + "（" + Word(random, 1) + " 校区）",
                _ => Word(random, random.Next(1, 5)) + end,
            };
            var id = county + (n % 90).ToString("0000", CultureInfo.InvariantCulture);
            schools.Add(new SearchSchool(
                id, name, random.Next(8) == 0 ? [Word(random, 3) + "学校", town + "完小"] : [], town, county, end == "小学" ? "小学" : "初中",
                $"/schools/{id}/", random.Next(15) == 0 ? "已撤并，并入" + town + "中心小学" : null));
        }

        return (places, schools);
    }

    private static string Word(Random random, int length)
    {
        var letters = Letters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, length).Select(_ => letters[(int)(Math.Pow(random.NextDouble(), 2) * letters.Length)].ToString()));
    }
}
