using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Portal.Domain.Problems;

namespace Portal.Site.Plan;

/// <summary>
/// Checks every link of every page as it is rendered: pages at once against the plan, anchors at the end, before the swap. Looks at
/// the bytes that will be written, so no component can forget to tell.
/// </summary>
public sealed class LinkCheck
{
    private readonly IReadOnlySet<string> files;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly bool hasLookup;
    private readonly ProblemList problems;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> declared;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> anchors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string File, string Link, int Pages)> broken = new(StringComparer.Ordinal);

    /// <summary>A check against the planned files.</summary>
    /// <param name="files">Paths of all files.</param>
    /// <param name="problems">Takes what is broken.</param>
    /// <param name="declared">By path: anchors that pages say they have; null where none does.</param>
    public LinkCheck(IReadOnlySet<string> files, ProblemList problems, IReadOnlyDictionary<string, IReadOnlyList<string>>? declared = null)
    {
        this.files = files;
        hasLookup = files is HashSet<string> set && set.TryGetAlternateLookup(out lookup);
        this.declared = declared ?? new Dictionary<string, IReadOnlyList<string>>();
        this.problems = problems;
    }

    /// <summary>Pages that other pages point into, with the anchors they need (and one page that needs each).</summary>
    public IEnumerable<(string File, IReadOnlyDictionary<string, string> Anchors)> AnchorsNeeded =>
        anchors.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, (IReadOnlyDictionary<string, string>)a.Value));

    /// <summary>Checks the links of a rendered page.</summary>
    /// <param name="file">Path of the page's file.</param>
    /// <param name="html">Its bytes.</param>
    /// <param name="basePath">Base path of root-relative links (only the 404 page has any).</param>
    public void Page(string file, ReadOnlySpan<byte> html, string basePath)
    {
        foreach (string anchor in declared.GetValueOrDefault(file, []))
        {
            if (!HasId(html, anchor))
            {
                problems.Add(ProblemKinds.BrokenAnchor, new Location(file), file, anchor);
            }
        }

        foreach (ReadOnlySpan<byte> marker in (ReadOnlySpan<byte[]>)[Href, Src, Action])
        {
            ReadOnlySpan<byte> rest = html;
            for (int at = rest.IndexOf(marker); at >= 0; at = rest.IndexOf(marker))
            {
                rest = rest[(at + marker.Length)..];
                int end = rest.IndexOf((byte)'"');
                if (end < 0)
                {
                    break;
                }

                Link(file, html, rest[..end], basePath);
                rest = rest[end..];
            }
        }
    }

    /// <summary>
    /// Tells the links to nowhere, once for each address: a wrong link in the head of every page is one problem and names the first
    /// page by path and the number of links.
    /// </summary>
    public void Tell()
    {
        foreach ((string target, (string file, string link, int pages)) in broken)
        {
            problems.Add(ProblemKinds.BrokenLink, new Location(file), link, target, pages.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Checks that a page has the anchors that other pages need.</summary>
    public void Anchors(string file, ReadOnlySpan<byte> html, IReadOnlyDictionary<string, string> needed)
    {
        foreach ((string anchor, string from) in needed)
        {
            if (!HasId(html, anchor))
            {
                problems.Add(ProblemKinds.BrokenAnchor, new Location(from), file, anchor);
            }
        }
    }

    /// <summary>True where a page had an anchor before that it has no longer: whatever points there must be looked at again.</summary>
    /// <param name="before">The page as it was.</param>
    /// <param name="now">The page as it is.</param>
    public static bool LosesAnchors(ReadOnlySpan<byte> before, ReadOnlySpan<byte> now) => !before.SequenceEqual(now) && !Ids(before).IsSubsetOf(Ids(now));

    private static HashSet<string> Ids(ReadOnlySpan<byte> html)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int at = html.IndexOf(Id); at >= 0; at = html.IndexOf(Id))
        {
            html = html[(at + Id.Length)..];
            ids.Add(Encoding.UTF8.GetString(html[..Math.Max(0, html.IndexOf((byte)'"'))]));
        }

        return ids;
    }

    private static readonly byte[] Href = " href=\""u8.ToArray();
    private static readonly byte[] Src = " src=\""u8.ToArray();
    private static readonly byte[] Action = " action=\""u8.ToArray();

    private void Link(string file, ReadOnlySpan<byte> html, ReadOnlySpan<byte> link, string basePath)
    {
        // The links of every page to a place in itself, mostly: found as they stand, without a copy.
        if (link.StartsWith("#"u8) && (link.Length == 1 || HasPlainId(html, link[1..])))
        {
            return;
        }

        int colon = link.IndexOf((byte)':');
        if (colon > 0 && link[..colon].IndexOfAny("/?#"u8) < 0)
        {
            return; // another host, mail, phone, data:
        }

        if (IsPlainAndThere(file, link))
        {
            return;
        }

        string text = Encoding.UTF8.GetString(link);
        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = WebUtility.HtmlDecode(text);
        }

        int hash = text.IndexOf('#', StringComparison.Ordinal);
        string anchor = hash < 0 ? "" : Uri.UnescapeDataString(text[(hash + 1)..]);
        string path = hash < 0 ? text : text[..hash];
        int query = path.IndexOf('?', StringComparison.Ordinal);
        path = Uri.UnescapeDataString(query < 0 ? path : path[..query]);
        string? target = Resolve(file, path, basePath);
        if (target is null || !files.Contains(target))
        {
            broken.AddOrUpdate(target ?? path, _ => (file, text, 1), (_, old) => string.CompareOrdinal(old.File, file) <= 0 ? old with { Pages = old.Pages + 1 } : (file, text, old.Pages + 1));
        }
        else if (anchor.Length > 0 && target != file)
        {
            if (declared.TryGetValue(target, out IReadOnlyList<string>? known) && known.Contains(anchor))
            {
                return; // looked for when that page is rendered
            }

            anchors.GetOrAdd(target, _ => new ConcurrentDictionary<string, string>(StringComparer.Ordinal)).AddOrUpdate(anchor, file, (_, old) => string.CompareOrdinal(old, file) <= 0 ? old : file);
        }
        else if (anchor.Length > 0 && !HasId(html, anchor))
        {
            problems.Add(ProblemKinds.BrokenAnchor, new Location(file), file, anchor);
        }
    }

    /// <summary>
    /// Most links go up to the root and down again to a page: looked up without making a text of them. False for all others, and for what is not there.
    /// </summary>
    private bool IsPlainAndThere(string file, ReadOnlySpan<byte> link)
    {
        if (!hasLookup || link.Contains((byte)'#'))
        {
            return false;
        }

        int query = link.IndexOf((byte)'?');
        ReadOnlySpan<byte> path = query < 0 ? link : link[..query];
        for (int folders = file.AsSpan().Count('/'); folders > 0; folders--)
        {
            if (!path.StartsWith("../"u8))
            {
                return false;
            }

            path = path[3..];
        }

        // A path of a file and no more: what must be decoded or goes about is for the longer way.
        if (path.Length > MostPlain || path.StartsWith("/"u8) || path.IndexOfAny("&%"u8) >= 0 || path.IndexOf("//"u8) >= 0 || path.IndexOf("./"u8) >= 0)
        {
            return false;
        }

        Span<char> target = stackalloc char[MostPlain + Index.Length];
        int length = Encoding.UTF8.GetChars(path, target);
        if (length == 0 || target[length - 1] == '/')
        {
            Index.CopyTo(target[length..]);
            length += Index.Length;
        }

        return lookup.Contains(target[..length]);
    }

    private const int MostPlain = 200;
    private const string Index = "index.html";

    private static string? Resolve(string file, string path, string basePath)
    {
        if (path.Length == 0)
        {
            return file;
        }

        if (path[0] == '/')
        {
            return path.StartsWith(basePath, StringComparison.Ordinal) ? Addresses.FileOf(path[basePath.Length..]) : null;
        }

        List<string> parts = [.. file.Split('/')[..^1]];
        foreach (string part in path.Split('/')[..^1])
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not "." and not "")
            {
                parts.Add(part);
            }
        }

        string last = path[(path.LastIndexOf('/') + 1)..];
        if (last is "..")
        {
            return null;
        }

        parts.Add(last is "" or "." ? "index.html" : last);
        return string.Join('/', parts);
    }

    private static readonly byte[] Id = " id=\""u8.ToArray();

    private static bool HasId(ReadOnlySpan<byte> html, string id)
    {
        if (HasPlainId(html, Encoding.UTF8.GetBytes(id)))
        {
            return true;
        }

        // A quotation mark and whatever else HTML has another name for stands in the page as &quot; and the like.
        for (int at = html.IndexOf(Id); at >= 0; at = html.IndexOf(Id))
        {
            html = html[(at + Id.Length)..];
            ReadOnlySpan<byte> written = html[..Math.Max(0, html.IndexOf((byte)'"'))];
            if (written.Contains((byte)'&') && WebUtility.HtmlDecode(Encoding.UTF8.GetString(written)) == id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPlainId(ReadOnlySpan<byte> html, ReadOnlySpan<byte> id)
    {
        for (int at = html.IndexOf(Id); at >= 0; at = html.IndexOf(Id))
        {
            html = html[(at + Id.Length)..];
            if (html.Length > id.Length && html[id.Length] == (byte)'"' && html.StartsWith(id))
            {
                return true;
            }
        }

        return false;
    }
}
