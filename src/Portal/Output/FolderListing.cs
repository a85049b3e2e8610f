using System.IO.Enumeration;

namespace Portal.Output;

/// <summary>What a tree holds at the start of a run: plain files with their lengths, folders, and links (which are never followed).</summary>
internal sealed class FolderListing
{
    private enum Kind { File, Folder, Link }

    private readonly record struct Entry(string Path, Kind Kind, long Length);

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Length by path; paths are relative, with forward slashes. The marker is left out.</summary>
    public Dictionary<string, long> Files { get; } = new(StringComparer.Ordinal);

    public List<string> Folders { get; } = [];

    public List<string> Links { get; } = [];

    /// <summary>Lists a folder, level by level, each level on all cores; one that does not exist has nothing in it.</summary>
    public static FolderListing Of(string folder)
    {
        var listing = new FolderListing();
        List<string> level = Directory.Exists(folder) ? [""] : [];
        while (level.Count > 0)
        {
            var below = level.AsParallel().AsUnordered().SelectMany(path => Entries(folder, path)).ToList();
            level = [];
            foreach (Entry entry in below)
            {
                if (entry.Kind == Kind.Link)
                {
                    listing.Links.Add(entry.Path);
                }
                else if (entry.Kind == Kind.Folder)
                {
                    level.Add(entry.Path);
                }
                else if (entry.Path != Marker.FileName)
                {
                    listing.Files.Add(entry.Path, entry.Length);
                }
            }
            listing.Folders.AddRange(level);
        }
        return listing;
    }

    private static FileSystemEnumerable<Entry> Entries(string root, string path) =>
        new(path.Length == 0 ? root : string.Concat(root, "/", path), (ref FileSystemEntry entry) => Describe(ref entry, path), Everything);

    private static Entry Describe(ref FileSystemEntry entry, string folder)
    {
        string path = folder.Length == 0 ? entry.FileName.ToString() : string.Concat(folder, "/", entry.FileName);
        if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
        {
            return new Entry(path, Kind.Link, 0);
        }

        return entry.IsDirectory ? new Entry(path, Kind.Folder, 0) : new Entry(path, Kind.File, entry.Length);
    }
}
