using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Portal.Site.Search;

namespace Portal.Benchmarks;

/// <summary>Makes the index of names at the size of a country, says what it costs, and writes it where <c>names.mjs</c> asks the browser's script.</summary>
internal static class SearchBench
{
    /// <summary>Schools of which each is changed by itself.</summary>
    private const int Changes = 5;

    public static void Run(string folder, string counties, int count, string theme, TextWriter output)
    {
        var (places, schools) = SearchNames.Make(counties, count);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (clock, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        string[] areas = [.. places.Where(place => place.Parent.Length == 0).Select(place => place.Code[..2])];
        var plan = SearchIndex.Plan(places, schools, "assets/search-help.js", areas);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"planned in {clock.Elapsed.TotalSeconds:0.00} s"));
        ConcurrentDictionary<string, int> sizes = new();
        Parallel.ForEach(plan, file =>
        {
            var bytes = file.ToBytes();
            sizes[file.Path] = bytes.Length;
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        });
        var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{schools.Count} schools, {places.Count} places: {clock.Elapsed.TotalSeconds:0.00} s, {(process.TotalProcessorTime - cpu).TotalSeconds:0.00} CPU s, peak {process.PeakWorkingSet64 >> 20} MiB of the process, {before >> 20} MiB of them the names; {sizes.Count} files, {sizes.Values.Sum(size => (long)size) / 1e6:0.00} MB"));
        foreach (var kind in sizes.GroupBy(size => size.Key.Split('/')[2] is ['c' or 's' or 'n' or 't'] kind ? kind : char.IsDigit(size.Key.Split('/')[2][0]) ? "runs" : size.Key.Split('/')[2]).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var all = kind.Select(size => size.Value).Order().ToArray();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key}: {all.Length} files, {all.Sum() / 1e6:0.00} MB, median {all[all.Length / 2]}, largest {all[^1]} bytes"));
        }

        foreach (var (what, change) in new (string, Func<SearchSchool, SearchSchool>)[]
        {
            ("renamed with two characters more", school => school with { Name = "改名" + school.Name }),
            ("renamed by one character", school => school with { Name = "新" + school.Name[1..] }),
            ("closed", school => school with { Note = "已停办" }),
        })
        {
            var counts = Enumerable.Range(0, Changes).Select(n =>
            {
                SearchSchool[] other = [.. schools];
                ref var one = ref other[(int)((n + 0.5) * schools.Count / Changes)];
                one = change(one);
                return Changed(folder, SearchIndex.Plan(places, other, "assets/search-help.js", areas));
            }).ToArray();
            output.WriteLine($"one school {what}: {string.Join(", ", counts.Order())} files changed ({Changes} schools, each by itself)");
        }

        foreach (var script in new[] { "search.js", "search-help.js" })
        {
            Directory.CreateDirectory(Path.Combine(folder, "assets"));
            File.Copy(Path.Combine(theme, script), Path.Combine(folder, "assets", script), overwrite: true);
        }

        var names = places.ToDictionary(place => place.Code, StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(folder, "schools.json"), JsonSerializer.Serialize(schools.Select(school => new { school.Id, school.Name, Place = names[school.Place].Name, school.Township, Code = school.Place, school.Stages, school.FormerNames })));
    }

    private static int Changed(string folder, IReadOnlyList<SearchFile> plan)
    {
        var changed = 0;
        Parallel.ForEach(plan, file =>
        {
            var path = Path.Combine(folder, file.Path);
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(file.ToBytes()))
            {
                Interlocked.Increment(ref changed);
            }
        });
        return changed;
    }
}
