using System.Text;
using Portal.Commands;
using Portal.Tests.Commands;

namespace Portal.Tests.Sites;

/// <summary>
/// A page that is kept is not read, until the new site loses a file or an anchor: then its links are looked at again. A link to nowhere is put by hand
/// into a page of the finished site that the next build keeps; whether the build stumbles over it says whether the page was read.
/// </summary>
public sealed class KeptPagesTests : IDisposable
{
    private const string Part = "data/demonstration/releases/2023.1/schools/990223.csv";
    private const string Nowhere = "sxarch/";

    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void Nothing_lost_and_kept_pages_are_not_read()
    {
        Prepare();
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
    }

    [Fact]
    public void A_lost_file_has_kept_pages_read_again()
    {
        Prepare();
        File.WriteAllText(work["output/gone.html"], "a page that the new site does not have");
        Refused(work.Run("build"));
    }

    [Fact]
    public void A_lost_anchor_has_kept_pages_read_again()
    {
        Prepare();
        string home = File.ReadAllText(work["output/index.html"]);
        Replace("output/index.html", home.Replace("</main>", "<p id=\"gone\"></p></main>", StringComparison.Ordinal));
        Assert.NotEqual(home, File.ReadAllText(work["output/index.html"]));
        Refused(work.Run("build"));
    }

    [Fact]
    public void An_anchor_more_loses_nothing()
    {
        Prepare();
        string home = File.ReadAllText(work["output/index.html"]);
        int id = home.IndexOf(" id=\"", StringComparison.Ordinal);
        Assert.True(id > 0);
        Replace("output/index.html", home.Remove(id, home.IndexOf('"', id + 5) + 1 - id));
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
    }

    // The first school of another county that links to the search gets a link to nowhere of the same length; then a number of 990223 changes.
    private void Prepare()
    {
        Assert.Equal(ExitCode.Good, work.Run("build").Code);
        string[] lines = File.ReadAllLines(work[Part], Encoding.Latin1);
        string[] header = lines[0].Split(','), cells = lines[1].Split(',');
        cells[Array.IndexOf(header, "books")] = "987";
        lines[1] = string.Join(',', cells);
        File.WriteAllLines(work[Part], lines, Encoding.Latin1);

        HashSet<string> own = [.. Directory.EnumerateFiles(work["data/demonstration/releases"], "990223.csv", SearchOption.AllDirectories).SelectMany(f => File.ReadLines(f, Encoding.Latin1)).Select(line => line.Split(',')[0])];
        string page = Directory.EnumerateDirectories(work["output/schools"]).Order(StringComparer.Ordinal).Select(folder => Path.GetFileName(folder)).Last(id => !own.Contains(id) && File.Exists(work[$"output/schools/{id}/index.html"]));
        string text = File.ReadAllText(work[$"output/schools/{page}/index.html"]);
        Assert.Contains("/search/\"", text, StringComparison.Ordinal);
        Replace($"output/schools/{page}/index.html", text.Replace("/search/\"", $"/{Nowhere}\"", StringComparison.Ordinal));
    }

    // As a new file: the old one may have a second name in the other tree.
    private void Replace(string file, string text)
    {
        File.Delete(work[file]);
        File.WriteAllText(work[file], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static void Refused(Run run)
    {
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains(Nowhere, run.Error, StringComparison.Ordinal);
    }
}
