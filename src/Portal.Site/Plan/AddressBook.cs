namespace Portal.Site.Plan;

/// <summary>Who has which path of the site. Two that differ only in capital letters are one on many file systems, files and folders alike.</summary>
internal sealed class AddressBook
{
    private readonly Dictionary<string, PlannedFile> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PlannedFile> folders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a file.</summary>
    /// <returns>Who has its path, or one of its folders in other letters, already; null where it is free.</returns>
    public string? Add(PlannedFile file)
    {
        if (files.TryGetValue(file.Path, out PlannedFile? same) || folders.TryGetValue(file.Path, out same))
        {
            return same.Origin;
        }

        for (int slash = file.Path.LastIndexOf('/'); slash > 0; slash = file.Path.LastIndexOf('/', slash - 1))
        {
            string folder = file.Path[..slash];
            if (files.TryGetValue(folder, out same))
            {
                return same.Origin;
            }

            if (!folders.TryAdd(folder, file))
            {
                PlannedFile first = folders[folder];
                if (!first.Path.StartsWith(folder, StringComparison.Ordinal))
                {
                    return first.Origin;
                }

                break; // the folders above it are known with it
            }
        }

        files.Add(file.Path, file);
        return null;
    }
}
