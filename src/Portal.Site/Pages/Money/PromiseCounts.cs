using System.Globalization;
using Portal.Domain.Data;
using Portal.Domain.Evaluation;

namespace Portal.Site.Pages;

/// <summary>How many promises and projects stand where. Counts only: no score, no order.</summary>
/// <param name="Promises">By state, in the order of <see cref="PromiseState"/>.</param>
/// <param name="Projects">By state, in the order of <see cref="ProjectState"/>.</param>
/// <param name="Published">True on a site of published values: what it has not read may have been reported all the same.</param>
public sealed record PromiseCounts(IReadOnlyList<int> Promises, IReadOnlyList<int> Projects, bool Published)
{
    /// <summary>Places that were counted together.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Promises and projects.</summary>
    public int Total => Promises.Sum() + Projects.Sum();

    private static readonly string[] PromiseWords = ["已兑现", "逾期兑现", "逾期未兑现", "无报告", "未到期", "未给数值", "未写期限"];
    private static readonly string[] PublishedWords = [.. PromiseWords.Select(w => w == "无报告" ? "到期、没有收录结果" : w)];
    private static readonly string[] ProjectWords = ["已完成", "逾期完成", "逾期未完成", "停工", "在建", "未开工"];

    /// <summary>Counts states.</summary>
    public static PromiseCounts Of(IEnumerable<PromiseState> promises, IEnumerable<ProjectState> projects, bool published = false)
    {
        int[] promised = new int[PromiseWords.Length];
        int[] built = new int[ProjectWords.Length];
        foreach (PromiseState state in promises)
        {
            promised[(int)state]++;
        }

        foreach (ProjectState state in projects)
        {
            built[(int)state]++;
        }

        return new PromiseCounts(promised, built, published);
    }

    /// <summary>Both together.</summary>
    public PromiseCounts Plus(PromiseCounts other) => new([.. Promises.Zip(other.Promises, (a, b) => a + b)], [.. Projects.Zip(other.Projects, (a, b) => a + b)], Published) { Places = Places + other.Places };

    /// <summary>Number of a state.</summary>
    public int this[PromiseState state] => Promises[(int)state];

    /// <summary>承诺 6 项：已兑现 2，逾期未兑现 1，无报告 3; empty where there is none.</summary>
    public string PromisesInWords => InWords("承诺", "项", Promises, Published ? PublishedWords : PromiseWords);

    /// <summary>项目 3 个：已完成 1，在建 2; empty where there is none.</summary>
    public string ProjectsInWords => InWords("项目", "个", Projects, ProjectWords);

    /// <summary>Both in one sentence.</summary>
    public string InWords() => string.Join("；", new[] { PromisesInWords, ProjectsInWords }.Where(w => w.Length > 0));

    /// <summary>The counts of every place that has any, at or below it.</summary>
    public static IReadOnlyDictionary<PlaceCode, PromiseCounts> ByPlace(SiteContext site)
    {
        Dictionary<PlaceCode, PromiseCounts> counts = [];
        if (site.Data.CurrentReleases.Count == 0)
        {
            return counts;
        }

        foreach (Place place in site.Index.Pages)
        {
            PromisePart part = PromisePart.Of(site, site.Data.CurrentReleases, place.Code);
            if (!part.IsEmpty)
            {
                foreach (Place up in site.Data.Places.PathUp(place.Code))
                {
                    counts[up.Code] = counts.TryGetValue(up.Code, out PromiseCounts? sum) ? sum.Plus(part.Counts) : part.Counts;
                }
            }
        }

        return counts;
    }

    private static string InWords(string what, string unit, IReadOnlyList<int> counts, string[] words) => counts.Sum() == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{what} {counts.Sum()} {unit}：") + string.Join("，", words.Zip(counts).Where(p => p.Second > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First} {p.Second}")));
}
