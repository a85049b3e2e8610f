using System.Globalization;

namespace Portal.Tests.Output;

/// <summary>
/// One version of a site whose every second page names the version it belongs to, whose other pages stay the same, and in which one page and one folder
/// come and go: a mixture of two versions can be told from either.
/// </summary>
public static class Generation
{
    public static TinySite Site(int generation, int files)
    {
        var site = new TinySite();
        for (int i = 0; i < files; i++)
        {
            site.With($"pages/{i}/index.html", i % 2 == 0 ? $"generation {generation} page {i} {new string('x', i * 7 % 900)}" : $"page {i}");
        }

        site.With("index.html", generation.ToString(CultureInfo.InvariantCulture));
        return site.With($"only/{generation}/index.html", "a page of this version alone");
    }
}
