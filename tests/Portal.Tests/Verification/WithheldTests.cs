using System.Globalization;
using Portal.Commands;
using Portal.Tests.Commands;
using Portal.Tests.Sites;

namespace Portal.Tests.Verification;

/// <summary>
/// A set in which teachers are few: counts of teachers above the required degree below 3 are not published, and books only by county. What cannot be
/// recomputed is listed with its reason, all else still agrees, and no withheld count stands in any download.
/// </summary>
public sealed class WithheldTests : IDisposable
{
    private const string Data = "releases/2023.1/data/";
    private readonly Workplace work = new();

    public WithheldTests()
    {
        string[] lines = File.ReadAllLines(work["data/common/columns.csv"]);
        string[] header = lines[0].Split(',');
        int disclosure = Array.IndexOf(header, "disclosure"), least = Array.IndexOf(header, "min_count");
        File.WriteAllLines(work["data/common/columns.csv"], lines.Select(line =>
        {
            string[] cells = line.Split(',');
            if (cells[0] == "teachers_above_primary")
            {
                cells[least] = "3";
            }
            else if (cells[0] == "books")
            {
                cells[disclosure] = "county";
            }

            return string.Join(',', cells);
        }));
    }

    private RenderedSite Site() => RenderedSite.Of(SiteFolders.Find(work["data/demonstration"], work["input"], work["theme"], work["output"])[0]);

    [Fact]
    public void What_is_withheld_is_listed_as_not_recomputable_with_its_reason_and_all_else_agrees()
    {
        using Downloaded site = new(Site());
        Run run = site.Verify(Data);

        Assert.True(run.Code == ExitCode.Good, run.Output + run.Error);
        Assert.Matches(@"不可复算：\d{6} 的 teachers_above_primary 不予公布：本县有学校少于 3 人。[\d,]+ 格，从 coefficients\.csv 第 \d+ 行（\d{6} basic-2012 primary above-degree-teachers）起。", run.Output);
        Assert.Matches(@"不可复算：990121 的 books 不予公布：这一列只公布到县。", run.Output);
        Assert.Contains("，0 处不一致", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("，0 格不可复算", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_result_beside_withheld_ones_is_still_named()
    {
        using Downloaded site = new(Site());
        int line = site.Change(Data + "coefficients.csv", ["990121", "basic-2012", "primary", "equipment"], "coefficient", number => Downloaded.OtherDigit(number, 8));

        Assert.Contains($"coefficients.csv 第 {line} 行 coefficient（990121 basic-2012 primary equipment）：表中 ", site.Verify(Data).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_download_has_a_withheld_count_or_the_digits_to_solve_for_it()
    {
        using Downloaded site = new(Site());
        string[][] schools = site.Rows(Data + "schools.csv");
        string[] closed = [.. site.Rows(Data + "withheld.csv").Where(r => r[1] == "teachers_above_primary").Select(r => r[0])];
        int above = Array.IndexOf(schools[0], "teachers_above_primary"), books = Array.IndexOf(schools[0], "books");
        string[][] results = site.Rows(Data + "coefficients.csv");

        // Not every county has a small count: the rule closes those that do, and only those.
        Assert.NotEmpty(closed);
        Assert.True(closed.Length < schools.Skip(1).Select(r => r[2]).Distinct().Count());
        foreach (string[] school in schools.Skip(1))
        {
            Assert.True(!closed.Contains(school[2]) || school[above] is "c" or "z");
            Assert.Equal("c", school[books]);
            Assert.True(school[above] is "c" or "z" or "" or "x" || int.Parse(school[above], CultureInfo.InvariantCulture) >= 3);
        }

        foreach (string[] result in results.Skip(1).Where(r => (r[4] == "above-degree-teachers" && r[3] == "primary" && closed.Contains(r[1])) || r[4] == "books"))
        {
            // No deviation, and the coefficient only as its page prints it.
            Assert.True(result[9] is "c" or "");
            Assert.True(result[10].Length <= 5, result[10]);
            Assert.Equal(result[4] == "above-degree-teachers" && result[10].Length > 0, result[8] == "c");
        }

        // From eight single coefficients and their mean the ninth could be solved for.
        Assert.All(results.Skip(1).Where(r => r[4] == "composite"), r => Assert.True(r[10].Length <= 6, r[10]));
        int value = Array.IndexOf(site.Rows(Data + "attainment.csv")[0], "value");
        Assert.All(site.Rows(Data + "attainment.csv").Where(r => r[5] == "books"), r => Assert.Equal("c", r[value]));
    }

    public void Dispose() => work.Dispose();
}
