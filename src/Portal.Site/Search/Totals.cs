using System.Globalization;

namespace Portal.Site.Search;

/// <summary>
/// How many schools a frequent run has in each area and of each kind of school, so that a choice of areas and stages has a true total although not all
/// schools are listed. A cell is one area with one label of stages; any choice is a sum of cells.
/// </summary>
internal sealed class Totals
{
    /// <summary>Shards of runs for each shard of totals.</summary>
    private const int RunsPerShard = 32;

    private readonly string[] areas;
    private readonly string[] labels;

    private Totals(string[] areas, string[] labels, int[] cellOf)
    {
        this.areas = areas;
        this.labels = labels;
        CellOf = cellOf;
    }

    /// <summary>The number of the cell of each school.</summary>
    public int[] CellOf { get; }

    /// <summary>The cells of these schools. A school's area is the longest of the beginnings of codes that its county's code begins with; none where none fits.</summary>
    public static Totals Of(IReadOnlyList<SearchSchool> schools, IEnumerable<string> areas)
    {
        string[] all = [.. areas.Append("").Distinct().Order(StringComparer.Ordinal)];
        string[] labels = [.. schools.Select(school => school.Stages).Distinct().Order(StringComparer.Ordinal)];
        var areaOf = schools.Select(school => school.Place).Distinct().ToDictionary(
            place => place, place => Array.FindLastIndex(all, area => place.StartsWith(area, StringComparison.Ordinal)), StringComparer.Ordinal);
        return new Totals(all, labels, [.. schools.Select(school => (areaOf[school.Place] * labels.Length) + Array.BinarySearch(labels, school.Stages, StringComparer.Ordinal))]);
    }

    /// <summary>Number of shards of totals beside so many shards of runs.</summary>
    public static int ShardCount(int shardCount) => Math.Max(1, shardCount / RunsPerShard);

    /// <summary>Path of a shard below the index.</summary>
    public static string ShardPath(int shard, int shardCount) => string.Create(CultureInfo.InvariantCulture, $"t/{shardCount}/{shard:x2}");

    /// <summary>
    /// A shard. Line 1: the beginnings of codes of the areas (the first is empty: in none of them). Line 2: the labels. Then a line for each run of which not all schools
    /// are listed: the run, then for each area how many schools there are of each label (base 36, parted by commas, nothing for none).
    /// </summary>
    public string Shard(IEnumerable<Gram> grams)
    {
        var text = new System.Text.StringBuilder();
        text.AppendJoin('\t', areas).Append('\n').AppendJoin('\t', labels.Select(label => label.Replace('\t', ' '))).Append('\n');
        foreach (var gram in grams.OrderBy(gram => gram.Text, StringComparer.Ordinal))
        {
            IndexText.AppendLine(text, [gram.Text, .. Enumerable.Range(0, areas.Length).Select(area => Counts(gram.Cells, area))]);
        }

        return text.ToString();
    }

    private string Counts(int[] cells, int area)
    {
        var counts = Enumerable.Range(area * labels.Length, labels.Length).Select(cell => cell < cells.Length ? cells[cell] : 0);
        return string.Join(',', counts.Select(count => count == 0 ? "" : IndexText.Base36Of(count))).TrimEnd(',');
    }
}
