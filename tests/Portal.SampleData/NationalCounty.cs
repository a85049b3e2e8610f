using System.Globalization;

namespace Portal.SampleData;

/// <summary>A county of a large set: its codes and names. Codes begin with 99 as those of invented places must: then a digit for the province,
/// two for the city, one for the county; a city has nine counties.</summary>
internal sealed class NationalCounty
{
    private const string First = "汀苇岫澜霜芦荻鹭禾砚岚溪沁棠蘅梧榆筠篁渚汐霁曦樟枫槿芷菱荇洛";
    private const string Second = "桥渡湾洲浦坪坞岭泉塘屿垄涧堰湖滩埠峪屏沙";
    private const string Third = "川阳阴安宁和平丰兴隆福顺永长";
    private const int CountiesInCity = 9;
    private readonly int city;

    public NationalCounty(int number, NationalSize size)
    {
        var inProvince = (size.Counties + size.Provinces - 1) / size.Provinces;
        var province = number / inProvince;
        var within = number % inProvince;
        Number = number;
        Schools = size.FirstSchool(number + 1) - size.FirstSchool(number);
        city = (province * ((inProvince + CountiesInCity - 1) / CountiesInCity)) + (within / CountiesInCity);
        Province = Text($"99{province}000");
        City = Text($"99{province}{(within / CountiesInCity) + 1:00}0");
        Code = Text($"99{province}{(within / CountiesInCity) + 1:00}{(within % CountiesInCity) + 1}");
        IsFirstOfProvince = within == 0;
        IsFirstOfCity = within % CountiesInCity == 0;
        Recognised = 2013 + ((province + within) % 7);
    }

    public int Number { get; }

    public int Schools { get; }

    public string Code { get; }

    public string City { get; }

    public string Province { get; }

    public bool IsFirstOfProvince { get; }

    public bool IsFirstOfCity { get; }

    /// <summary>Year of the recognition of basic balance; one document a province and year.</summary>
    public int Recognised { get; }

    public string RecognisedBy => Text($"rec-{Province}-{Recognised}");

    /// <summary>县 mostly; the first of a city is its 区, now and then one is a 市.</summary>
    public string Name => $"{Word(Number, 7)}{(IsFirstOfCity ? "区" : Number % 10 == 8 ? "市" : "县")}";

    /// <summary>The name as schools bear it.</summary>
    public string Short => Word(Number, 7)[..2];

    public string CityName => Word(city, 3)[..2] + "市";

    public static string ProvinceName(string code) => Text($"{First[(code[2] - '0') * 3]}{Second[code[2] - '0' + 5]}省");

    public int Residents => 30_000 + (Schools * 5_200) + (new Chance(Text($"residents {Code}")).Below(900) * 100);

    /// <summary>Supervision of schools is put on record in one county of ten, and there for every school.</summary>
    public bool KeepsLedger => Number % 10 == 3;

    /// <summary>A town's name, which other counties use too.</summary>
    public string Town(int number) => Word((Number * 37) + number + 5, 11)[..2];

    /// <summary>The last village school of a county in three is closed before the newest period.</summary>
    public bool Closes(School school, IReadOnlyList<School> schools, int periods) => periods > 1 && Number % 3 == 0 && schools.Count > 20 && school.Id == schools[^1].Id;

    /// <summary>Three characters; different for each number below 30 × 20 × 14.</summary>
    private static string Word(int number, int turn)
    {
        var n = number + turn;
        return $"{First[n % First.Length]}{Second[n / First.Length % Second.Length]}{Third[n / (First.Length * Second.Length) % Third.Length]}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
