using System.Globalization;

namespace Portal.SampleData;

/// <summary>How large the national set is to be.</summary>
internal sealed record NationalSize(int Schools, int Counties, int Periods)
{
    // A country has this many counties and schools, and three periods.
    private const int AllSchools = 200_000, AllCounties = 2_900, AllPeriods = 3;

    /// <summary>Provinces: ten in a country, one where there are too few counties.</summary>
    public int Provinces => Counties >= 100 ? 10 : 1;

    /// <summary>Number of the first school of a county among all.</summary>
    public int FirstSchool(int county) => (int)((long)Schools * county / Counties);

    /// <summary>Reads the options; null where one is unknown or out of range. The scale is a part of a country; the others take its place one by one.</summary>
    public static NationalSize? Parse(string[] options)
    {
        var given = new Dictionary<string, int> { ["--schools"] = 0, ["--counties"] = 0, ["--periods"] = 0 };
        decimal? scale = null;
        for (var i = 0; i < options.Length; i += 2)
        {
            if (options[i] == "--scale" && decimal.TryParse(options[i + 1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is > 0 and <= 1)
            {
                scale = part;
            }
            else if (given.ContainsKey(options[i]) && int.TryParse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1)
            {
                given[options[i]] = value;
            }
            else
            {
                return null;
            }
        }

        int Given(string option, int whole, int otherwise) => given[option] > 0 ? given[option] : scale is { } s ? Math.Max(1, (int)(whole * s)) : otherwise;
        var schools = Given("--schools", AllSchools, 20_000);
        var counties = Given("--counties", AllCounties, Math.Max(1, schools / 69));
        var periods = given["--periods"] > 0 ? given["--periods"] : scale is null ? 1 : AllPeriods;
        return counties <= 7000 && schools >= counties && schools / counties < 900 && periods <= 9 ? new NationalSize(schools, counties, periods) : null;
    }
}
