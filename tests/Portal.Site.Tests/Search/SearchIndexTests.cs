using System.Numerics;
using System.Text;
using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>The index, written and read back by <see cref="IndexReader"/>, against a plain scan of all names.</summary>
public sealed class SearchIndexTests
{
    private const int Listed = 200;

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 900)]
    [InlineData(3, 9000)]
    public void EveryRunOfANameFindsEverySchoolThatHasIt(int seed, int count)
    {
        var (places, schools) = InventedSchools.Make(seed, count);
        var reader = new IndexReader(SearchIndex.Plan(places, schools));
        var keys = schools.ConvertAll(school => (school.Id, Keys: SearchText.Keys(school.FormerNames.Prepend(school.Name)).ToArray()));
        var random = new Random(seed);
        var cut = 0;
        for (var n = 0; n < 400; n++)
        {
            var names = keys[random.Next(keys.Count)].Keys;
            var letters = names[random.Next(names.Length)].EnumerateRunes().Select(rune => rune.ToString()).ToArray();
            var from = random.Next(letters.Length - 1);
            var run = string.Concat(letters.Skip(from).Take(random.Next(2, letters.Length - from + 1)));

            var scan = keys.Where(school => school.Keys.Any(key => key.Contains(run, StringComparison.Ordinal))).Select(school => school.Id).Order().ToArray();
            var (rows, total) = reader.Find(run);

            var found = rows.Select(row => row.Id).Order().ToArray();
            Assert.Equal(scan.Length, total);
            Assert.True(scan.Length > Listed ? found.Length == Listed && !found.Except(scan).Any() : found.SequenceEqual(scan), run);
            cut += scan.Length > Listed ? 1 : 0;
        }

        Assert.True(count < 9000 || cut > 20, "frequent runs were not tried");
    }

    [Fact]
    public void OfAFrequentRunTheShortestNamesAreListed()
    {
        var (places, schools) = InventedSchools.Make(4, 5000);
        var (rows, total) = new IndexReader(SearchIndex.Plan(places, schools)).Find("中心小学");
        var scan = schools
            .Where(school => SearchText.Keys(school.FormerNames.Prepend(school.Name)).Any(key => key.Contains("中心小学", StringComparison.Ordinal)))
            .Select(school => school.Name.EnumerateRunes().Count()).Order().ToArray();

        Assert.Equal(scan.Length, total);
        Assert.Equal(scan.Take(Listed), rows.Select(row => row.Name.EnumerateRunes().Count()).Order());
    }

    [Fact]
    public void OneCharacterListsTwentyAndSaysHowMany()
    {
        var (places, schools) = InventedSchools.Make(5, 2000);
        var (rows, total) = new IndexReader(SearchIndex.Plan(places, schools)).Find("学");
        Assert.Equal(20, rows.Count);
        Assert.Equal(2000, total);
    }

    [Fact]
    public void ACodeTypedWholeFindsItsSchool()
    {
        var (places, schools) = InventedSchools.Make(6, 2000);
        var reader = new IndexReader(SearchIndex.Plan(places, schools));
        foreach (var school in schools)
        {
            Assert.Equal(school.Name, reader.FindCode(school.Id)?.Name);
        }
    }

    [Fact]
    public void ACodeOfAnotherCountyFindsItsSchoolToo()
    {
        var (places, schools) = InventedSchools.Make(6, 500);
        schools = schools.ConvertAll(school => school with { Id = "21" + school.Id[^8..] });
        schools[7] = schools[7] with { Id = schools[400].Place + "9999" }; // it moved
        var reader = new IndexReader(SearchIndex.Plan(places, schools));
        Assert.All(schools, school => Assert.Equal((school.Name, school.Place), reader.FindCode(school.Id) is { } found ? (found.Name, found.Place) : default));
    }

    [Fact]
    public void CodesThatShareALongBeginningAreStillToldApart()
    {
        var schools = Enumerable.Range(0, 1500).Select(n => Bare($"99012100{n:000000}", "甲乙小学")).ToList();
        var reader = new IndexReader(SearchIndex.Plan([], schools));
        Assert.Equal("99012100000777", reader.FindCode("99012100000777")?.Id);
        Assert.Null(reader.FindCode("99012100001777"));
    }

    [Fact]
    public void TheSameSchoolsInAnyOrderGiveTheSameBytes()
    {
        var (places, schools) = InventedSchools.Make(7, 1500);
        var one = SearchIndex.Plan(places, schools);
        var random = new Random(7);
        var other = SearchIndex.Plan(places.OrderBy(_ => random.Next()), schools.OrderBy(_ => random.Next()));

        Assert.Equal(one.Select(file => file.Path), other.Select(file => file.Path));
        foreach (var (left, right) in one.Zip(other))
        {
            Assert.True(left.ToBytes().SequenceEqual(right.ToBytes()), left.Path);
            Assert.True(left.ToBytes().SequenceEqual(left.ToBytes()), left.Path);
        }
    }

    [Fact]
    public void TheHeaderOfAFileSaysNothingOfMachineOrTime()
    {
        var (places, schools) = InventedSchools.Make(8, 100);
        foreach (var file in SearchIndex.Plan(places, schools))
        {
            var head = file.ToBytes()[..10];
            Assert.Equal([0x1f, 0x8b, 8, 0, 0, 0, 0, 0], head[..8]);
            Assert.Equal(255, head[9]);
            Assert.DoesNotContain('.', file.Path);
        }
    }

    [Fact]
    public void FilesAreManySmallOnes()
    {
        var (places, schools) = InventedSchools.Make(9, 9000);
        var files = SearchIndex.Plan(places, schools);
        var bytes = files.Select(file => file.ToBytes().Length).ToArray();
        Assert.Equal(3 + 100 + 64 + 32 + 4 + 2, files.Count);
        Assert.Equal(files.Count, files.Select(file => file.Path).Distinct().Count());
        Assert.True(bytes.Max() < 40_000, $"largest {bytes.Max()}");
        Assert.True(bytes.Sum() < 200 * schools.Count, $"all {bytes.Sum()}");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(192, 1)]
    [InlineData(193, 2)]
    [InlineData(20_000, 128)]
    [InlineData(200_000, 1024)]
    [InlineData(2_000_000, 1024)]
    public void ShardsGrowWithSchools(int schools, int shards) => Assert.Equal(shards, SearchIndex.ShardCount(schools));

    [Fact]
    public void WhatIsWrittenComesBack()
    {
        SearchPlace[] places =
        [
            new("990000", "云岭省", "省", "", "/places/990000/"),
            new("990100", "临溪市", "市", "990000", "/places/990100/"),
            new("990121", "青渡县", "县区", "990100", "/places/990121/", "认定：基本均衡 2016 年认定", "测算：2023 年小学在限值内"),
            new("990122", "岫云县", "县区", "990100", "/elsewhere/xiuyun/", "认定：没有记录", "测算：2023 年小学在限值内"),
            new("990200", "澜湾市", "市", "990000", "/places/990200/"),
            new("980000", "另一省", "省", "", "/places/980000/"),
            new("995000", "又一省", "省", "", "/places/995000/"),
        ];
        var full = new SearchSchool(
            "9901210002", "柳汀乡\t中心小学", ["柳汀|完小", "津潭小学"], "柳汀乡", "990121", "小学", "/schools/9901210002/", "已撤并，并入青渡县城关小学");
        var odd = Bare("9901210001", "城关小学") with { Address = "/old/1/" };
        var reader = new IndexReader(SearchIndex.Plan(places, [full, odd]));

        places = [.. places.OrderBy(place => place.Code, StringComparer.Ordinal)];
        Assert.Equal(places.Select(place => (place.Code, place.Name, place.Level, place.Parent)), reader.Places.Select(place => (place.Code, place.Name, place.Level, place.Parent)));
        Assert.Equal(places.Select(place => place.Decided + '|' + place.Computed), reader.Places.Select(place => string.Join('|', place.Words)));
        Assert.Equal("elsewhere/xiuyun/", reader.Places[4].Address);
        Assert.Equal("places/990200/", reader.Places[5].Address);
        Assert.Equal(["990121"], reader.Places.Where(place => place.HasSchools).Select(place => place.Code));
        var rows = reader.County("990121");
        Assert.Equal("old/1/", rows[0].Address);
        Assert.Equal(["柳汀 完小", "津潭小学"], rows[1].Former);
        Assert.Equal(
            ("9901210002", "柳汀乡 中心小学", "990121", "柳汀乡", "小学", "已撤并，并入青渡县城关小学", "schools/9901210002/"),
            (rows[1].Id, rows[1].Name, rows[1].Place, rows[1].Township, rows[1].Stages, rows[1].Note, rows[1].Address));
    }

    /// <summary>A country of 2,850 counties, each year of recognition alike, half of the stages in the first state, a quarter in the second: the directory stays the smaller part of the 25 KB that a query with a county may cost (search.md §5).</summary>
    [Fact]
    public void PhrasesThatManyPlacesShareCostLittle()
    {
        var random = new Random(11);
        var places = Enumerable.Range(0, 2850).Select(n => new SearchPlace($"{110000 + (n * 7)}", $"第{n}县", "县级", "", $"/places/{110000 + (n * 7)}/")).ToList();
        var said = places.ConvertAll(place => place with { Decided = $"认定：基本均衡 {2013 + random.Next(12)} 年认定", Computed = $"测算：2023 年小学情形 {Mostly(6)}，初中情形 {Mostly(12)}" });
        int Mostly(int states) => Math.Min(BitOperations.TrailingZeroCount(random.Next() | (1 << 30)), states - 1);
        int Directory(IEnumerable<SearchPlace> all) => SearchIndex.Plan(all, []).Single(file => file.Path.EndsWith("places", StringComparison.Ordinal)).ToBytes().Length;
        Assert.Equal(said.Select(place => new[] { place.Decided, place.Computed }), new IndexReader(SearchIndex.Plan(said, [])).Places.Select(place => place.Words));
        Assert.InRange(Directory(said) - Directory(places), 1, 8_000);
    }

    [Fact]
    public void NoSchoolsAndNoPlacesStillGiveAnIndex()
    {
        var reader = new IndexReader(SearchIndex.Plan([], []));
        Assert.Empty(reader.Find("小学").Rows);
    }

    [Fact]
    public void OneChangedNoteChangesFewFiles()
    {
        var (places, schools) = InventedSchools.Make(10, 9000);
        var before = SearchIndex.Plan(places, schools).ToDictionary(file => file.Path, file => Convert.ToBase64String(file.ToBytes()));
        schools[4321] = schools[4321] with { Note = "已撤并" };
        var changed = SearchIndex.Plan(places, schools).Count(file => before[file.Path] != Convert.ToBase64String(file.ToBytes()));
        Assert.InRange(changed, 2, 24);
    }

    [Fact]
    public void RowsThatSayLessStillSayAll()
    {
        SearchPlace[] places = [new("990121", "青渡县", "县区", "", "/places/990121/"), new("990122", "岫云县", "县区", "", "/places/990122/")];
        SearchSchool[] schools =
        [
            Bare("2199004001", "柳汀乡中心小学") with { Township = "柳汀乡" },
            Bare("2199004003", "汀乡小学") with { Township = "柳汀乡" },
            Bare("9901210003", "五小") with { Township = "5" },
            Bare("99", "津潭小学") with { Place = "990122", Township = "津" },
            Bare("2199004005", "一二三四五六七八九十镇小学") with { Place = "990122", Township = "一二三四五六七八九十镇" },
            Bare("2199004006", "无县小学") with { Place = "990199" },
        ];
        var reader = new IndexReader(SearchIndex.Plan(places, schools));
        var rows = reader.Find("小").Rows;
        Assert.Equal(
            schools.Select(school => (school.Id, school.Place, school.Township, school.Address)).OrderBy(row => row.Id, StringComparer.Ordinal),
            rows.Select(row => (row.Id, row.Place, row.Township.TrimEnd(), "/" + row.Address)).OrderBy(row => row.Id, StringComparer.Ordinal));
        Assert.Equal(["2199004001", "2199004003", "9901210003"], reader.County("990121").Select(row => row.Id));
    }

    private static SearchSchool Bare(string id, string name) => new(id, name, [], "", "990121", "", $"/schools/{id}/", null);
}
