using System.IO.Compression;
using System.Text;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>The readings against the names of places: a list of names in characters and in letters (a dictionary of phrases, corrected by hand after GB/T 2260), no part of any site.</summary>
public sealed class ReadingsTests
{
    private static readonly string[][] Places = [.. File.ReadLines(Path.Combine(Folder(), "county-names.tsv")).Select(line => line.Split('\t'))];

    [Fact]
    public void EveryNameOfACountyCanBeTypedAsItIsRead()
    {
        Assert.True(Places.Length > 3000);
        var wrong = Places.SelectMany(place => place[1].Zip(place[2].Split(' '), (character, reading) => (Place: place[1], character, reading)))
            .Where(one => !Readings.Of(one.character).Contains(one.reading)).Select(one => $"{one.Place}: {one.character} {one.reading}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData('乐', "le", "yue", "lao")]
    [InlineData('埔', "bu", "pu")]
    [InlineData('单', "dan", "shan", "chan")]
    [InlineData('尉', "wei", "yu")]
    [InlineData('绿', "lv", "lu")]
    public void CharactersHaveAllTheirReadingsTheMostCommonFirst(char character, params string[] expected)
    {
        Assert.Equal(expected[0], Readings.Of(character)[0]);
        Assert.Equal(expected.Order(), Readings.Of(character).Order());
    }

    [Fact]
    public void TheTableForTheBrowserIsTheTable()
    {
        var lines = Unpacked("readings").Split('\n');
        var names = lines[0].Split(' ');
        int Number(char high, char low) => ((high - '#') * 90) + low - '#';
        var at = 0x3400;
        var read = new Dictionary<char, List<string>>();
        var n = 0;
        foreach (var letter in lines[1])
        {
            if (letter == '~')
            {
                at += 90;
                continue;
            }

            at += letter - '#';
            read[(char)at++] = [names[Number(lines[2][n], lines[3][n++])]];
        }

        var of = ' ';
        for (var i = 0; i < lines[4].Length; i++)
        {
            if (lines[4][i] > '~')
            {
                of = lines[4][i];
            }
            else
            {
                read[of].Add(names[Number(lines[4][i], lines[4][++i])]);
            }
        }

        Assert.True(read.Count > 8000);
        Assert.All(read, one => Assert.Equal(Readings.Of(one.Key), one.Value));
    }

    [Theory]
    [InlineData("望江县", "望江县实验小学", "wjsy")]
    [InlineData("望江县", "实验小学", "wjsy")]
    [InlineData("望江县", "望江实验小学", "wjsy")]
    [InlineData("长子县", "第3小学", "czds", "zzds")]
    [InlineData("沙县", "一中", "sxyz")]
    public void SchoolsAreFiledUnderFirstLetters(string county, string name, params string[] expected) =>
        Assert.Equal(expected, Sounds.Routes(county, [name]).Order());

    [Fact]
    public void EverySchoolStandsInTheShardOfItsLetters()
    {
        var (places, schools) = InventedSchools.Make(12, 2000);
        var reader = new IndexReader(SearchIndex.Plan(places, schools));
        var county = places.ToDictionary(place => place.Code, place => place.Name);
        Assert.Equal(8, Sounds.ShardCount(schools.Count));
        foreach (var school in schools)
        {
            foreach (var route in Sounds.Routes(county[school.Place], school.FormerNames.Prepend(school.Name)))
            {
                Assert.Contains(reader.Schools(Sounds.ShardPath(SearchIndex.ShardOf(route, 8), 8)), row => row.Id == school.Id && row.Place == school.Place);
            }
        }
    }

    private static string Unpacked(string name) => Unpacked(SearchIndex.Plan([], []).Single(file => file.Path == "search/index/" + name));

    private static string Unpacked(SearchFile file)
    {
        using var gzip = new GZipStream(new MemoryStream(file.ToBytes()), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Portal.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "Portal.Site.Tests", "Search");
    }
}
