using System.Text;
using Portal.Tests.Commands;
using Portal.Tests.Sites;

namespace Portal.Tests.Verification;

/// <summary>The downloads of a site in a folder of a test's own, as somebody who has fetched them keeps them.</summary>
public sealed class Downloaded : IDisposable
{
    private readonly TempFolder temp = new();

    /// <summary>Writes what the site has under releases/.</summary>
    public Downloaded(RenderedSite site)
    {
        foreach ((string path, byte[] content) in site.Files.Where(f => f.Key.StartsWith("releases/", StringComparison.Ordinal) && !f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(temp[path])!);
            File.WriteAllBytes(temp[path], content);
        }
    }

    /// <summary>The folder.</summary>
    public string Folder => temp.Path;

    /// <summary>Runs verify on a folder below.</summary>
    public Run Verify(string below = "") => Run.Of("verify", temp[below]);

    /// <summary>A file's rows, header first; no cell of the files that tests change has a comma.</summary>
    public string[][] Rows(string path) => [.. File.ReadAllText(temp[path]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];

    /// <summary>Changes one cell; the row is found by some of its cells.</summary>
    /// <returns>The row as a spreadsheet shows it.</returns>
    public int Change(string path, string[] row, string column, Func<string, string> change)
    {
        string[][] rows = Rows(path);
        int line = Array.FindIndex(rows, r => row.All(c => r.Contains(c, StringComparer.Ordinal)));
        int at = Array.FindIndex(rows[0], c => c.TrimStart('\uFEFF') == column);
        Assert.True(line > 0 && at >= 0);
        string now = change(rows[line][at]);
        Assert.NotEqual(rows[line][at], now);
        rows[line][at] = now;
        File.WriteAllText(temp[path], string.Concat(rows.Select(r => string.Join(',', r) + "\r\n")), new UTF8Encoding(false));
        return line + 1;
    }

    /// <summary>Another digit in place of the one at a decimal place.</summary>
    public static string OtherDigit(string number, int decimals)
    {
        int at = number.IndexOf('.', StringComparison.Ordinal) + decimals;
        return number[..at] + (char)('0' + ((number[at] - '0' + 5) % 10)) + number[(at + 1)..];
    }

    /// <inheritdoc/>
    public void Dispose() => temp.Dispose();
}
