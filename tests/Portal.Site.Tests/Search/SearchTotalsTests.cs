using Portal.Site.Search;

namespace Portal.Site.Tests.Search;

/// <summary>What the index counts: schools under a choice of areas and kinds, and schools by their names without the county; against plain scans.</summary>
public sealed class SearchTotalsTests
{
    private static readonly string[] Areas = ["9901", "9902"]; // the third city is no area of the choice

    [Fact]
    public void AnyChoiceHasTheTotalOfAScan()
    {
        var (places, schools) = InventedSchools.Make(21, 2000);
        var reader = new IndexReader(SearchIndex.Plan(places, schools, areas: Areas));
        var keys = schools.ConvertAll(school => (School: school, Keys: SearchText.Keys(school.FormerNames.Prepend(school.Name)).ToArray()));
        string[] labels = ["小学", "初中"];
        var random = new Random(21);
        var (cut, narrowed) = (0, 0);
        for (var n = 0; n < 300; n++)
        {
            var name = keys[random.Next(keys.Count)].Keys[0].EnumerateRunes().Select(rune => rune.ToString()).ToArray();
            var from = random.Next(name.Length);
            var run = string.Concat(name.Skip(from).Take(random.Next(1, 5)));
            string[] areas = [.. Areas.Append("").Where(_ => random.Next(2) == 0)];
            string[] kinds = [.. labels.Where(_ => random.Next(3) > 0)];

            string AreaOf(SearchSchool school) => Areas.FirstOrDefault(area => school.Place.StartsWith(area, StringComparison.Ordinal), "");
            var all = keys.Where(one => one.Keys.Any(key => key.Contains(run, StringComparison.Ordinal))).Select(one => one.School).ToArray();
            var scan = all.Count(school => areas.Contains(AreaOf(school)) && kinds.Contains(school.Stages));
            var (wasCut, total) = reader.TotalOf(run, areas.Contains, kinds.Contains);

            Assert.True(scan == total, $"{run} in {string.Join(' ', areas)} of {string.Join(' ', kinds)}: {total}, a scan finds {scan}");
            cut += wasCut ? 1 : 0;
            narrowed += wasCut && scan > 0 && scan < all.Length ? 1 : 0;
        }

        Assert.True(cut > 60 && narrowed > 20, $"{cut} frequent runs, {narrowed} narrowed");
    }

    [Fact]
    public void ACodesBeginningIsCountedToo()
    {
        var (places, schools) = InventedSchools.Make(22, 2000);
        var reader = new IndexReader(SearchIndex.Plan(places, schools, areas: Areas));
        Assert.Equal((true, schools.Count(school => school.Id.StartsWith("9902", StringComparison.Ordinal) && school.Stages == "初中")), reader.TotalOf("#9902", area => area == "9902", label => label == "初中"));
        Assert.Equal((true, 0), reader.TotalOf("#9902", area => area == "9901", _ => true));
    }

    [Fact]
    public void EveryNameWithoutItsCountyIsCountedUnderItsLetters()
    {
        var (places, schools) = InventedSchools.Make(23, 3000);
        var reader = new IndexReader(SearchIndex.Plan(places, schools));
        var county = places.ToDictionary(place => place.Code, place => place.Name);
        string Own(SearchSchool school, string key) =>
            key.Length > county[school.Place].Length && key.StartsWith(county[school.Place], StringComparison.Ordinal) ? key[county[school.Place].Length..]
            : key.Length > county[school.Place].Length - 1 && key.StartsWith(county[school.Place][..^1], StringComparison.Ordinal) ? key[(county[school.Place].Length - 1)..] : key;
        var called = schools.CountBy(school => Own(school, SearchText.Keys([school.Name]).First())).ToDictionary(one => one.Key, one => one.Value);
        foreach (var school in schools)
        {
            foreach (var own in SearchText.Keys(school.FormerNames.Prepend(school.Name)).Select(key => Own(school, key)))
            {
                foreach (var letters in from a in Readings.Initials(own[0]) from b in Readings.Initials(own.Length > 1 ? own[1] : '.') select $"{a}{b}")
                {
                    var cores = reader.Cores(letters);
                    Assert.True(cores.TryGetValue(own, out var count), own);
                    Assert.Equal(called.GetValueOrDefault(own), count);
                }
            }
        }

        Assert.Equal(0, reader.Cores("zx")["中心"]); // nobody is called so, but it is typed
    }
}
