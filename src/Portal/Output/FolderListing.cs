using System.IO.Enumeration;

namespace Portal.Output;

/// <summary>What a tree holds at the start of a run: plain files with their lengths, folders, and links (which are never followed).</summary>
internal sealed class FolderListing
{
    readonly record struct Entry(string Path, long Length, bool IsFolder, bool IsLink);

    /// <summary>Length by path; paths are relative, with forward slashes. The marker is left out.</summary>
    public Dictionary<string, long> Files { get; } = new(StringComparer.Ordinal);

    public List<string> Folders { get; } = [];

    public List<string> Links { get; } = [];

    /// <summary>Lists a folder; one that does not exist has nothing in it.</summary>
    public static FolderListing Of(string folder)
    {
        var listing = new FolderListing();
        if (!Directory.Exists(folder))
            return listing;
        int skip = folder.Length + 1;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        var entries = new FileSystemEnumerable<Entry>(folder, (ref FileSystemEntry entry) => Describe(ref entry, skip), options)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        foreach (Entry entry in entries)
        {
            if (entry.IsLink)
                listing.Links.Add(entry.Path);
            else if (entry.IsFolder)
                listing.Folders.Add(entry.Path);
            else if (entry.Path != Marker.FileName)
                listing.Files.Add(entry.Path, entry.Length);
        }
        return listing;
    }

    static Entry Describe(ref FileSystemEntry entry, int skip)
    {
        string path = entry.Directory.Length < skip
            ? entry.FileName.ToString()
            : string.Concat(entry.Directory[skip..], "/", entry.FileName);
        if (Path.DirectorySeparatorChar != '/')
            path = path.Replace(Path.DirectorySeparatorChar, '/');
        bool isFolder = entry.IsDirectory;
        return new Entry(path, isFolder ? 0 : entry.Length, isFolder, IsLink(ref entry));
    }

    static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
