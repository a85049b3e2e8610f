namespace Portal.Domain.Data;

/// <summary>Names that cannot be names of files on every system. Ids become addresses, and addresses become files.</summary>
public static class FileNames
{
    private static readonly string[] Devices =
    [
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ];

    /// <summary>True for a path with slashes of which a part is reserved.</summary>
    public static bool IsReservedPath(string path)
    {
        foreach (Range part in path.AsSpan().Split('/'))
        {
            if (IsReserved(path.AsSpan(part)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a name that Windows keeps for a device, with an extension or not, and for one that ends in a dot or a space.</summary>
    public static bool IsReserved(ReadOnlySpan<char> name)
    {
        if (name.EndsWith('.') || name.EndsWith(' '))
        {
            return true;
        }

        int dot = name.IndexOf('.');
        ReadOnlySpan<char> stem = dot < 0 ? name : name[..dot];
        if (stem.Length is not (3 or 4))
        {
            return false;
        }

        foreach (string device in Devices)
        {
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
