using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Portal.Domain.Data;

namespace Portal.Site.Plan;

/// <summary>Files for machines: sitemap.xml (an index above 50,000 addresses), the feed of releases, robots.txt.</summary>
internal static class Feeds
{
    /// <summary>Most addresses in one sitemap file (sitemaps.org).</summary>
    public const int AddressesPerSitemap = 50_000;

    /// <summary>Sitemap files for the addresses, in their order.</summary>
    public static IEnumerable<PlannedFile> Sitemaps(Settings settings, IReadOnlyList<string> addresses)
    {
        string root = settings.Origin + settings.BasePath;
        string[][] parts = [.. addresses.Chunk(AddressesPerSitemap)];
        if (parts.Length <= 1)
        {
            yield return Xml("sitemap.xml", "网站地图（机器用）", writer => Urls(writer, root, addresses));
            yield break;
        }

        yield return Xml("sitemap.xml", "网站地图（机器用）", writer =>
        {
            writer.WriteStartElement("sitemapindex", "http://www.sitemaps.org/schemas/sitemap/0.9");
            for (int i = 1; i <= parts.Length; i++)
            {
                writer.WriteStartElement("sitemap");
                writer.WriteElementString("loc", root + Part(i));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
        for (int i = 1; i <= parts.Length; i++)
        {
            string[] part = parts[i - 1];
            yield return Xml(Part(i), "网站地图（机器用）", writer => Urls(writer, root, part));
        }

        static string Part(int number) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{number}.xml");
    }

    /// <summary>Atom feed of the releases, newest first.</summary>
    public static PlannedFile Releases(SiteContext site) => Xml(Addresses.ReleasesFeed, "发布的订阅", writer =>
    {
        Settings settings = site.Data.Settings;
        string root = settings.Origin + settings.BasePath;
        Release[] releases = [.. site.Data.Releases.Reverse()];
        writer.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
        writer.WriteAttributeString("xml", "lang", null, "zh-CN");
        writer.WriteElementString("title", $"{settings.Title}：发布" + (site.Mark is { } mark ? $"（{mark}）" : ""));
        writer.WriteElementString("id", root + Addresses.Releases);
        writer.WriteElementString("updated", Instant(releases.Length == 0 ? new DateOnly(1970, 1, 1) : releases.Max(r => r.Published)));
        Link(writer, "self", root + Addresses.ReleasesFeed);
        Link(writer, "alternate", root + Addresses.Releases);
        writer.WriteStartElement("author");
        writer.WriteElementString("name", settings.Publisher.Name);
        writer.WriteEndElement();
        foreach (Release release in releases)
        {
            writer.WriteStartElement("entry");
            writer.WriteElementString("title", release.Title);
            writer.WriteElementString("id", root + Addresses.Release(release.Id));
            writer.WriteElementString("updated", Instant(release.Published));
            Link(writer, "alternate", root + Addresses.Release(release.Id));
            writer.WriteElementString("summary", $"发布 {release.Id}，数据截至 {release.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}。{release.Notes}");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    /// <summary>robots.txt: everything may be read; the sitemap is named.</summary>
    public static PlannedFile Robots(Settings settings) =>
        new PlannedBytes("robots.txt", "robots.txt", Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nSitemap: {settings.Origin}{settings.BasePath}sitemap.xml\n"));

    private static void Urls(XmlWriter writer, string root, IReadOnlyList<string> addresses)
    {
        writer.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        foreach (string address in addresses)
        {
            writer.WriteStartElement("url");
            writer.WriteElementString("loc", root + address);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Link(XmlWriter writer, string relation, string address)
    {
        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("href", address);
        writer.WriteEndElement();
    }

    // Dates of releases are days; Beijing's midnight stands for the day.
    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00";

    private static PlannedBytes Xml(string path, string origin, Action<XmlWriter> write) => new(path, origin, to =>
    {
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartDocument();
            write(writer);
        }

        stream.WriteByte((byte)'\n');
        to.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    });
}
