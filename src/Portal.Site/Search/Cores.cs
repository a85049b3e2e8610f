using System.Globalization;
using System.Text;

namespace Portal.Site.Search;

/// <summary>
/// The names of schools without their county, each once with the number of its schools: for letters that name no county (<c>jintanxiaoxue</c>, <c>jtxx</c>).
/// The script reads in them which runs of characters are meant, and looks those up as if they had been typed. A name is filed under the first letters of its
/// first two characters; where one has readings of several first letters, under each.
/// </summary>
internal static class Cores
{
    /// <summary>Shards of runs for each shard of names without their county.</summary>
    private const int RunsPerShard = 16;

    private const int Letters = 2;

    /// <summary>Number of shards beside so many shards of runs.</summary>
    public static int ShardCount(int shardCount) => Math.Max(1, shardCount / RunsPerShard);

    /// <summary>Path of a shard below the index.</summary>
    public static string ShardPath(int shard, int shardCount) => string.Create(CultureInfo.InvariantCulture, $"n/{shardCount}/{shard:x2}");

    /// <summary>
    /// The shards. A line for each name, in order: the count of characters shared with the name before (base 36) and the rest; how many schools are called so
    /// (nothing: 1). A name of the past, one in which a number is read in another way, and a frequent run within names counts none.
    /// </summary>
    /// <param name="schools">The schools.</param>
    /// <param name="names">Names of places by code.</param>
    /// <param name="frequent">Runs within names that are frequent (中心小学), by which nobody is called but which are typed.</param>
    /// <param name="count">Number of shards.</param>
    public static IReadOnlyList<string> Shards(IEnumerable<SearchSchool> schools, IReadOnlyDictionary<string, string> names, IEnumerable<string> frequent, int count)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var school in schools)
        {
            var one = 1;
            foreach (var core in Sounds.OwnNames(names.GetValueOrDefault(school.Place, ""), school.FormerNames.Prepend(school.Name)))
            {
                all[core] = all.GetValueOrDefault(core) + one;
                one = 0;
            }
        }

        foreach (var run in frequent)
        {
            all.TryAdd(run, 0);
        }

        StringBuilder[] shards = [.. Enumerable.Range(0, count).Select(_ => new StringBuilder())];
        var before = new string[count];
        foreach (var (core, called) in all.OrderBy(core => core.Key, StringComparer.Ordinal))
        {
            foreach (var shard in Sounds.Letters(Sounds.Padded(core, Letters)).Select(route => SearchIndex.ShardOf(route, count)).Distinct())
            {
                var shared = Math.Min(core.AsSpan().CommonPrefixLength(before[shard] ?? ""), IndexText.LargestDigit);
                shared -= shared > 0 && char.IsHighSurrogate(core[shared - 1]) ? 1 : 0;
                IndexText.AppendLine(shards[shard], IndexText.Base36Of(shared) + core[shared..], called == 1 ? "" : IndexText.Base36Of(called));
                before[shard] = core;
            }
        }

        return [.. shards.Select(shard => shard.ToString())];
    }
}
