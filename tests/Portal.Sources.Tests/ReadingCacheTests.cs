using Portal.Domain.Data;
using Portal.Domain.Problems;

namespace Portal.Sources.Tests;

/// <summary>A second reading reads what has changed and says what a first reading of the same files would say.</summary>
public class ReadingCacheTests
{
    private const string Schools = "demonstration/releases/2023.1/schools/990121.csv";

    [Fact]
    public void What_is_as_it_was_is_not_read_again()
    {
        using Copy set = new();
        ReadingCache cache = new();
        Assert.Equal(set.Read(null), set.Read(cache));
        int parts = cache.PartsRead;
        Assert.True(parts > 40, $"{parts} parts");
        ReadingState first = cache.State;

        Assert.Equal(set.Read(null), set.Read(cache));
        Assert.Equal((0, parts + set.Shared), (cache.PartsRead, cache.PartsKept));
        Assert.Empty(cache.State.CountiesWithOtherNumbers(first)!);

        set.Change(Schools, "2199004001", "books", "31415");
        Assert.Equal(set.Read(null), set.Read(cache));
        Assert.Equal((1, parts + set.Shared - 1), (cache.PartsRead, cache.PartsKept));
        Assert.Equal(["990121"], cache.State.CountiesWithOtherNumbers(first)!.Select(c => c.Value));
    }

    [Fact]
    public void A_word_of_a_school_or_another_table_may_concern_every_county()
    {
        using Copy set = new();
        ReadingCache cache = new();
        set.Read(cache);
        ReadingState before = cache.State;
        set.Change(Schools, "2199004001", "name", "另一所小学");
        Assert.Equal(set.Read(null), set.Read(cache));
        Assert.Null(cache.State.CountiesWithOtherNumbers(before));
        Assert.Equal(1, cache.PartsRead);

        before = cache.State;
        File.AppendAllText(set["demonstration/releases/2023.1/exclusions.csv"], "2199004001,primary,basic-2012,试验\n");
        Assert.Equal(set.Read(null), set.Read(cache));
        Assert.Null(cache.State.CountiesWithOtherNumbers(before));
        Assert.Equal(1, cache.PartsRead);
    }

    [Fact]
    public void Where_what_rows_may_name_is_another_everything_is_read_again()
    {
        using Copy set = new();
        ReadingCache cache = new();
        set.Read(cache);
        string places = File.ReadAllText(set["demonstration/places.csv"]);
        File.WriteAllText(set["demonstration/places.csv"], string.Join('\n', places.Split('\n').Where(line => !line.StartsWith("990323", StringComparison.Ordinal))));
        string[] wrong = set.Read(cache);
        Assert.Equal(set.Read(null), wrong);
        Assert.Contains(wrong, line => line.Contains("schools/990323.csv", StringComparison.Ordinal));
        Assert.Equal(set.Shared, cache.PartsKept);
    }

    [Fact]
    public void Problems_of_parts_that_are_kept_are_told_again_until_they_are_mended()
    {
        using Copy set = new();
        ReadingCache cache = new();
        string good = File.ReadAllText(set[Schools]);
        set.Change(Schools, "2199004001", "books", "12o0");
        string[] first = set.Read(cache);
        Assert.Single(first, line => line.Contains("12o0", StringComparison.Ordinal));

        // A mistake in another file: the first is told again though its file is not read.
        File.AppendAllText(set["demonstration/releases/2023.1/facts.csv"], "990121,2023\n");
        string[] both = set.Read(cache);
        Assert.Equal(1, cache.PartsRead);
        Assert.Equal(set.Read(null), both);
        Assert.Superset(first.ToHashSet(), both.ToHashSet());

        File.WriteAllText(set[Schools], good);
        Assert.DoesNotContain(set.Read(cache), line => line.Contains("12o0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_another_part_repeats_is_found_in_whichever_part_changes()
    {
        using Copy set = new();
        ReadingCache cache = new();
        set.Read(cache);
        string twice = File.ReadAllLines(set[Schools])[1];
        File.AppendAllText(set["demonstration/releases/2023.1/schools/990122.csv"], twice + "\n");
        string[] wrong = set.Read(cache);
        Assert.Equal(1, cache.PartsRead);
        Assert.Equal(set.Read(null), wrong);
        Assert.Contains(wrong, line => line.Contains("2199004001", StringComparison.Ordinal));
    }

    /// <summary>Cells of any table are spoiled, mended or changed, one after the other; each time a reading without a memory is the judge.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_change_the_problems_are_those_of_a_first_reading(int seed)
    {
        using Copy set = new();
        ReadingCache cache = new();
        Random random = new(seed);
        string[] files = [.. Directory.EnumerateFiles(set["demonstration"], "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Dictionary<string, byte[]> first = files.ToDictionary(f => f, File.ReadAllBytes);
        for (int turn = 0; turn < 15; turn++)
        {
            string file = files[random.Next(files.Length)];
            string[] lines = File.ReadAllLines(file, System.Text.Encoding.Latin1); // bytes as they are: one part is GB18030
            int row = random.Next(lines.Length);
            string[] cells = lines[row].Split(','), donor = lines[random.Next(lines.Length)].Split(',');
            int cell = random.Next(cells.Length);
            cells[cell] = random.Next(4) switch
            {
                0 => "",
                1 => "?",
                _ => cell < donor.Length ? donor[cell] : "1",
            };
            lines[row] = string.Join(',', cells);
            File.WriteAllLines(file, lines, System.Text.Encoding.Latin1);
            Assert.Equal(set.Read(null), set.Read(cache));
            if (random.Next(2) == 0)
            {
                string mended = files[random.Next(files.Length)];
                File.WriteAllBytes(mended, first[mended]);
                File.WriteAllBytes(file, first[file]);
                Assert.Equal(set.Read(null), set.Read(cache));
            }
        }
    }

    /// <summary>Numbers of schools are changed at random; what is taken over is what a first reading reads, and what has a problem is not taken over.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Other_numbers_of_schools_are_taken_over_or_all_is_read_again(int seed)
    {
        using Copy set = new();
        ReadingCache cache = new();
        string[] good = set.Read(cache);
        (int taken, int refused) = (0, 0);
        Random random = new(seed);
        string[] files = [.. Directory.EnumerateFiles(set["demonstration/releases"], "*.csv", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "schools").Order(StringComparer.Ordinal)];
        for (int turn = 0; turn < 30; turn++)
        {
            string file = files[random.Next(files.Length)];
            byte[] before = File.ReadAllBytes(file);
            string[] lines = File.ReadAllLines(file, System.Text.Encoding.Latin1); // bytes as they are: one part is GB18030
            int row = random.Next(1, lines.Length);
            string[] cells = lines[row].Split(',');
            int[] numbers = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i].Length is > 0 and < 6 && cells[i].All(char.IsAsciiDigit))];
            cells[numbers[random.Next(numbers.Length)]] = random.Next(5) switch { 0 => "", 1 => "1o", _ => random.Next(200).ToString(System.Globalization.CultureInfo.InvariantCulture) };
            lines[row] = string.Join(',', cells);
            File.WriteAllLines(file, lines, System.Text.Encoding.Latin1);
            string[] first = set.Read(null, out Dataset? whole);
            if (cache.WithOtherNumbers() is { } kept)
            {
                Assert.Equal(good, first);
                Assert.Equal(Numbers(whole!), Numbers(kept));
                taken++;
            }
            else
            {
                Assert.Equal(first, set.Read(cache));
                refused++;
                File.WriteAllBytes(file, before);
                Assert.Equal(good, set.Read(cache));
            }
        }
        Assert.True(taken > 5 && refused > 2, $"{taken} {refused}");
    }

    [Theory]
    [InlineData(Schools, "name", "另一所小学")]
    [InlineData(Schools, "classes_primary", "77")] // its classes by size come to another sum
    [InlineData(Schools, "books", "12o0")]
    [InlineData("demonstration/releases/2023.1/schools/new.csv", "", "school\n")]
    [InlineData("demonstration/releases/2023.1/exclusions.csv", "", "2199004001,primary,basic-2012,试验\n")]
    public void What_is_more_than_another_number_is_not_taken_over(string file, string column, string value)
    {
        using Copy set = new();
        ReadingCache cache = new();
        set.Read(cache);
        Assert.NotNull(cache.WithOtherNumbers());
        if (column.Length > 0)
        {
            set.Change(file, "2199004001", column, value);
        }
        else
        {
            File.AppendAllText(set[file], value);
        }

        Assert.Null(cache.WithOtherNumbers());
        Assert.Equal(set.Read(null), set.Read(cache));
    }

    [Fact]
    public void A_number_that_an_erratum_names_is_compared_with_it_again()
    {
        using Copy set = new();
        ReadingCache cache = new();
        string[] before = [.. set.Read(cache, out Dataset? data)];
        (Release release, Correction erratum) = data!.Releases.SelectMany(r => r.Supervision.Corrections.Select(c => (r, c))).First(e => e.c.Table == "schools" && e.r.Schools.ColumnNames.Contains(e.c.Column));
        School school = release.Schools[release.Schools.Find(new SchoolId(erratum.Row))!.Value];
        set.Change(Path.GetRelativePath(set[""], school.Origin.File), erratum.Row, erratum.Column, erratum.Is + "1");
        Assert.Null(cache.WithOtherNumbers());
        string[] after = [.. set.Read(cache)];
        Assert.NotEmpty(after.Except(before));
        Assert.Equal(set.Read(null), after);
    }

    // Every number of every release with the school it belongs to.
    private static string[] Numbers(Dataset data) =>
    [
        .. data.Releases.SelectMany(r => r.Schools.ColumnNames.Order(StringComparer.Ordinal)
            .SelectMany(c => Enumerable.Range(0, r.Schools.Count).Select(row => $"{r.Id} {r.Schools[row].Id} {c} {r.Schools.Number(row, c)}"))),
    ];

    /// <summary>A copy of the demonstration's data that a test may change.</summary>
    private sealed class Copy : IDisposable
    {
        private readonly string root = Directory.CreateTempSubdirectory("portal-cache-").FullName;

        public Copy()
        {
            string data = Path.Combine(SmallSet.BrokenFolder, "..", "..", "data");
            foreach (string set in new[] { "common", "demonstration" })
            {
                foreach (string file in Directory.EnumerateFiles(Path.Combine(data, set), "*", SearchOption.AllDirectories))
                {
                    string target = Path.Combine(root, Path.GetRelativePath(data, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.Copy(file, target);
                }
            }

            ReadingCache once = new();
            Read(once);
            Shared = once.PartsKept;
        }

        /// <summary>Parts that one reading asks for twice: tables and parts that a revision takes over from its base, outside the schools.</summary>
        public int Shared { get; }

        public string this[string file] => Path.Combine(root, file);

        public void Change(string file, string school, string column, string value)
        {
            string[] lines = File.ReadAllLines(this[file]);
            int at = Array.IndexOf(lines[0].Split(','), column), row = Array.FindIndex(lines, line => line.Contains(school, StringComparison.Ordinal));
            Assert.True(at >= 0 && row > 0, $"{file} has no {school} or no {column}");
            string[] cells = lines[row].Split(',');
            cells[at] = value;
            lines[row] = string.Join(',', cells);
            File.WriteAllLines(this[file], lines);
        }

        public string[] Read(ReadingCache? cache) => Read(cache, out _);

        public string[] Read(ReadingCache? cache, out Dataset? data)
        {
            ProblemList problems = new();
            data = cache is null ? DatasetReader.Read(this["demonstration"], this["common"], problems) : DatasetReader.Read(this["demonstration"], this["common"], problems, cache);
            return [.. problems.Sorted().Select(p => p.ToString())];
        }

        public void Dispose() => Directory.Delete(root, recursive: true);
    }
}
